/** One section that many have open; some of them type. */
import { setTimeout } from 'node:timers/promises'
import * as Y from 'yjs'
import { EditLog } from './edit-log.ts'
import { join, joinAll, leaveAll, type LightClient } from './light-client.ts'
import { buildSection, movedCursor, typedKey, writerId } from './section.ts'
import type { RunningServer } from './server-process.ts'

export interface RoomFacts {
  readonly documentId: string
  readonly clients: number
  /** The first so many of the clients. */
  readonly writers: number
}

/** Clients of whose text a replica is kept, to see at the end that all have the same. */
const replicas = 3

const section = buildSection()

export class Room {
  readonly log: EditLog
  readonly clients: readonly LightClient[]
  readonly #server: RunningServer
  readonly #facts: RoomFacts
  /** What some clients got and wrote, by client. */
  readonly #heard: ReadonlyMap<number, Uint8Array[]>
  readonly #cursorClocks: Uint32Array

  private constructor(
    server: RunningServer,
    facts: RoomFacts,
    log: EditLog,
    heard: ReadonlyMap<number, Uint8Array[]>,
    clients: readonly LightClient[],
  ) {
    this.#server = server
    this.#facts = facts
    this.log = log
    this.clients = clients
    this.#heard = heard
    this.#cursorClocks = new Uint32Array(clients.length)
  }

  static async open(server: RunningServer, facts: RoomFacts): Promise<Room> {
    await seedText(server, facts.documentId, section.update)
    const log = new EditLog(facts.writers, facts.clients)
    const step = Math.max(1, Math.floor(facts.clients / replicas))
    const heard = new Map<number, Uint8Array[]>()
    for (let client = 0; client < facts.clients; client += step) heard.set(client, [])
    const clients = await joinAll(facts.clients, index => {
      const kept = heard.get(index)
      return {
        server,
        documentId: facts.documentId,
        person: index,
        onBatch: (batch, at) => log.receivedBatch(index, batch, at),
        onUpdate(update, at) {
          log.received(index, update, at)
          kept?.push(update.slice())
        },
      }
    })
    return new Room(server, facts, log, heard, clients)
  }

  /** @param keys typed at once */
  type(writer: number, keys: number): void {
    const client = this.clients[writer]
    if (!client) return
    const first = this.log.clock(writer)
    const updates = Array.from({ length: keys }, (_, key) => typedKey(section, writer, first + key))
    this.#heard.get(writer)?.push(...updates)
    const frames = updates.map(update => client.updateFrame(update))
    const at = performance.now()
    for (let key = 0; key < keys; key++) this.log.sent(writer, at)
    client.send(frames.length === 1 && frames[0] ? frames[0] : Buffer.concat(frames), keys)
  }

  moveCursor(index: number): void {
    const client = this.clients[index]
    if (!client) return
    const clock = (this.#cursorClocks[index] ?? 0) + 1
    this.#cursorClocks[index] = clock
    client.send(client.presenceFrame(movedCursor(index, clock)), 0)
  }

  /** Waits until all have received all, as long as more keeps coming. @returns edits that did not arrive */
  async settle(patienceMs: number): Promise<number> {
    let missing = this.log.missing()
    for (let quiet = 0; missing > 0 && quiet < patienceMs; quiet += 20) {
      await setTimeout(20)
      const left = this.log.missing()
      if (left < missing) quiet = 0
      missing = left
    }
    return missing
  }

  /** Whether the server, asked by somebody who has just come, and all replicas say the same, with every key in it. */
  async converged(): Promise<boolean> {
    if (this.#server.kind.dialect.opening === 'none') return true
    const { documentId } = this.#facts
    const newcomer = await join({ server: this.#server, documentId, person: 0 })
    const text = readDoc([newcomer.answer])
    await newcomer.leave()
    const written = Y.decodeStateVector(Y.encodeStateVector(text))
    for (let writer = 0; writer < this.#facts.writers; writer++) {
      const clock = this.log.clock(writer)
      if ((written.get(writerId(writer)) ?? 0) !== clock) return false
    }
    const words = wordsOf(text)
    return [...this.#heard.values()].every(updates => wordsOf(readDoc([section.update, ...updates])) === words)
  }

  async close(): Promise<void> {
    await leaveAll(this.clients)
  }
}

/** Writes `update` into a text nobody has written yet, and waits until others would see it. */
export async function seedText(server: RunningServer, documentId: string, update: Uint8Array): Promise<void> {
  if (server.kind.dialect.opening === 'none') return
  const client = await join({ server, documentId, person: 0 })
  client.send(client.updateFrame(update), 1)
  do {
    await setTimeout(20)
    await client.ask()
  } while (client.answer.length < update.length * 0.9)
  await client.leave()
}

export function readDoc(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => updates.forEach(update => Y.applyUpdate(doc, update)))
  return doc
}

function wordsOf(doc: Y.Doc): string {
  return doc.getXmlFragment('narrative').toString()
}
