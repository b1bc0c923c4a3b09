/**
 * What every attack must leave as it was. Ana and Ben write a text with unmodified clients; Mal, who may write it too, has
 * a client of his own. After each case: the server has not stopped and not stood still, another room is as quick as ever,
 * Ana and Ben are still connected, write to each other and have what is committed, and of Mal nothing is stored.
 */
import { closeCodes, restHash } from '#shared/wire'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import * as Y from 'yjs'
import { closeClients, connectRaw, edit, syncFrame, type Editor, type Raw } from '../clients.ts'
import { startRemote, type Remote, type RemoteOptions } from '../remote.ts'
import { closed, synced, until } from '../setup.ts'

/** Work done at one go. */
const stallLimitMs = 1_500
const roundTripLimitMs = 100

export interface Attack {
  readonly server: Remote
  readonly documentId: string
  readonly path: string
  readonly ana: Editor
  readonly ben: Editor
  /** Mal's socket, which has received all there is. */
  connect(query?: string): Promise<Raw>
  /** Sends text as Mal and waits for the code that it is closed with. */
  refused(update: Uint8Array, code?: number, step?: 1 | 2): Promise<void>
  /** For a case in which Mal also writes what he may. */
  writesToo(): void
  /** When the text has come to rest. A copy that is not as the others are told it is made anew, as our own pages do. */
  healed(): Promise<void>
  /** The committed text. */
  state(): Promise<Y.Doc>
}

export function underAttack(options: Omit<RemoteOptions, 'folder'> = {}): Attack {
  let folder = ''
  let server: Remote | null = null
  let cases = 0
  let ana: Editor | null = null
  let ben: Editor | null = null
  let writesToo = false

  const running = (): Remote => present(server)
  const afresh = async (old: Editor, person: string): Promise<Editor> => {
    old.provider.destroy()
    const copy = edit(running().origin, person, attack.documentId)
    await synced(copy)
    return copy
  }
  const attack: Attack = {
    get server() {
      return running()
    },
    get documentId() {
      return `text-${cases}`
    },
    get path() {
      return `/sync/text-${cases}`
    },
    get ana() {
      return present(ana)
    },
    get ben() {
      return present(ben)
    },
    async connect(query = '') {
      const mal = await connectRaw(running().origin, 'mal', `${attack.path}${query}`)
      await until(() => expect(mal.frames.length).toBeGreaterThan(0))
      return mal
    },
    async refused(update, code = closeCodes.malformed, step = 2) {
      const mal = await attack.connect()
      mal.send(syncFrame(step, update))
      await closed(mal, code)
    },
    writesToo() {
      writesToo = true
    },
    async healed() {
      // Told once the text rests, of what whoever joins reads.
      await until(async () => expect(attack.ana.rests.at(-1)?.hash).toBe(restHash(await attack.state())))
      const told = attack.ana.rests.at(-1)?.hash
      if (restHash(attack.ana.doc) !== told) ana = await afresh(attack.ana, 'ana')
      if (restHash(attack.ben.doc) !== told) ben = await afresh(attack.ben, 'ben')
    },
    async state() {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, await running().ask.state(attack.documentId))
      return doc
    },
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plenary-attack-'))
    server = await startRemote({ folder, ...options, limits: { restMs: 100, ...options.limits } })
  })

  beforeEach(async () => {
    cases++
    writesToo = false
    ana = edit(running().origin, 'ana', attack.documentId)
    ben = edit(running().origin, 'ben', attack.documentId)
    await synced(ana, ben)
    ana.text.insert(0, 'What Ana wrote. ')
    await until(() => expect(attack.ben.text.toJSON()).toBe('What Ana wrote. '))
    ben.text.insert(16, 'What Ben wrote.')
    await until(() => expect(attack.ana.text.toJSON()).toBe('What Ana wrote. What Ben wrote.'))
    await running().ask.longestStall()
  })

  afterEach(async () => {
    try {
      await expectUnharmed(attack, writesToo)
    } finally {
      closeClients()
    }
  })

  afterAll(async () => {
    await server?.stop()
    rmSync(folder, { recursive: true })
  })

  return attack
}

async function expectUnharmed(attack: Attack, writesToo: boolean): Promise<void> {
  const { server, documentId, ana, ben } = attack
  expect([server.process.exitCode, server.process.signalCode]).toEqual([null, null])
  await expectQuick(server)
  expect([ana.closedWith(), ben.closedWith()]).toEqual([null, null])
  ana.text.insert(0, 'a')
  ben.text.insert(ben.text.length, 'b')
  await until(async () => expect((await attack.state()).getText('t').toJSON()).toMatch(/^a.*b$/s))
  if (writesToo) await attack.healed()
  await until(async () => {
    const state = await attack.state()
    const copies = [restHash(attack.ana.doc), restHash(attack.ben.doc), restHash(state)]
    expect(new Set(copies).size).toBe(1)
    expect([attack.ana.doc.store.pendingStructs, attack.ben.doc.store.pendingStructs]).toEqual([null, null])
  })
  const authors = await server.ask.authors(documentId)
  if (!writesToo) expect(authors).not.toContain('mal')
  expect((await server.ask.longestStall()).busyMs).toBeLessThan(stallLimitMs)
}

/** The best of a few round trips in another room. */
export async function expectQuick(server: Remote): Promise<void> {
  const [one, other] = [edit(server.origin, 'ana', 'elsewhere'), edit(server.origin, 'ben', 'elsewhere')]
  await synced(one, other)
  let best = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < 20 && best >= roundTripLimitMs; tries++) {
    const heard = new Promise(resolve => other.doc.once('update', resolve))
    const began = performance.now()
    one.text.insert(0, 'x')
    await heard
    best = Math.min(best, performance.now() - began)
  }
  for (const { provider } of [one, other]) provider.destroy()
  expect(best).toBeLessThan(roundTripLimitMs)
}

function present<T>(value: T | null): T {
  if (value === null) throw new Error('before the first case')
  return value
}
