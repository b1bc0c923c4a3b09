/** What it takes to open a text: as somebody waits for it, and as the server spends on it. */
import * as Y from 'yjs'
import { join } from './light-client.ts'
import type { RunningServer } from './server-process.ts'

export interface Opened {
  /** From connecting until the text was there, in ms. */
  readonly receivedMs: number
  /** The same, until it was applied to a document. */
  readonly appliedMs: number
  /** Server's processor time, in ms. */
  readonly cpuMs: number
  readonly bytes: number
  readonly doc: Y.Doc
}

export async function openText(server: RunningServer, documentId: string): Promise<Opened> {
  const cpu = server.cpuMs()
  const started = performance.now()
  const client = await join({ server, documentId, person: 1 })
  const receivedMs = performance.now() - started
  const doc = new Y.Doc()
  Y.applyUpdate(doc, client.answer)
  const appliedMs = performance.now() - started
  const cpuMs = server.cpuMs() - cpu
  await client.leave()
  return { receivedMs, appliedMs, cpuMs, bytes: client.answer.length, doc }
}
