/** One host in a folder of its own for each test, and the conditions the tests wait for. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import * as Y from 'yjs'
import { closeClients, type Editor } from './clients.ts'
import { openHost, type Host, type HostOptions } from './host.ts'

let folder = ''
let host: Host | null = null

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plenary-sync-'))
})

afterEach(async () => {
  closeClients()
  await host?.close()
  host = null
  rmSync(folder, { recursive: true })
})

/** Starts this test's host; after `stop`, the same workspace again. */
export async function start(options: Omit<HostOptions, 'folder'> = {}): Promise<Host> {
  host = await openHost({ folder, ...options })
  return host
}

export async function stop(): Promise<void> {
  await host?.close()
  host = null
}

/** A folder of this test, gone after it. */
export const folderFor = (name: string): string => join(folder, name)

export const until = (condition: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(condition, { timeout: 20_000, interval: 5 })

export const synced = (...editors: Editor[]): Promise<void> =>
  until(() => editors.forEach(editor => expect(editor.provider.synced).toBe(true)))

export const closed = (client: { closedWith(): number | null }, code: number): Promise<void> =>
  until(() => expect(client.closedWith()).toBe(code))

export const reads = (editor: Editor, words: string): Promise<void> =>
  until(() => expect(editor.text.toJSON()).toBe(words))

/** The words as the server's committed state has them. */
export async function stored(host: Host, documentId: string): Promise<string> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await host.sync.readDocument(documentId))
  return doc.getText('t').toJSON()
}
