/**
 * A server that is killed again and again while people write, over one data folder.
 *
 * What was acknowledged, and what somebody else has seen, must be there ever after; what is there must be whole; and the
 * database file must be sound. Each write puts one mark into two lists in one transaction, so half of an update would
 * show. SIGKILL ends the process between any two of its steps, not the machine: what the disk does with a commit is
 * SQLite's promise, not tested here.
 */
import Sqlite from 'better-sqlite3'
import { join as joinPath } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import * as Y from 'yjs'
import type { SyncLimits } from '#server/sync'
import { LightClient } from './light-client.ts'
import { seeded } from './random.ts'
import { readDoc } from './room.ts'
import { plenary, startServer, type RunningServer } from './server-process.ts'

export interface RoundResult {
  readonly round: number
  /** Whether everybody had left before the kill. */
  readonly deserted: boolean
  readonly written: number
  readonly acknowledged: number
  readonly seen: number
}

/** So low that every few updates something is put together while people write, and a text is put away as soon as they leave. */
const eagerLimits: Partial<SyncLimits> = {
  entriesPerSnapshot: 5,
  entriesPerFold: 3,
  entriesPerPack: 4,
  restMs: 15,
  roomGraceMs: 10,
}

const writersPerText = 2
/** From the first write to the kill, or to the leaving. */
const longestWritingMs = 250
/** From the leaving to the kill: what is done when the last has left is then under way. */
const longestLeavingMs = 60
const longestPauseMs = 4
/** After so many rounds the texts are others; the folder stays. */
const roundsPerText = 50

export class KillSeries {
  /** What went wrong, in words. */
  readonly problems: string[] = []
  readonly #folder: string
  readonly #random: () => number
  /** By text, the marks that must be there. */
  readonly #promised = new Map<string, Set<string>>()
  #round = 0

  constructor(folder: string, seed: number) {
    this.#folder = folder
    this.#random = seeded(seed)
  }

  /** Looks at what the round before left behind, lets people write, and kills. */
  async round(): Promise<RoundResult> {
    const round = ++this.#round
    const server = await this.#start()
    await this.#look(server, this.#texts(round - 1))
    const deserted = round % 2 === 0
    const writers = await Promise.all(
      this.#texts(round).flatMap(text =>
        Array.from({ length: writersPerText }, (_, number) => Writer.join(server, text, round, number, this.#random)),
      ),
    )
    const writing = writers.map(writer => writer.write())
    await setTimeout(this.#random() * longestWritingMs)
    if (deserted) {
      await Promise.all(writers.map(writer => writer.leave(this.#random() < 0.5)))
      await setTimeout(this.#random() * longestLeavingMs)
    }
    await server.kill()
    await Promise.all(writing)
    // What the system had taken before the kill still arrives, and was shown.
    const codes = await Promise.all(writers.map(writer => writer.ended))
    for (const code of codes) {
      if (code !== null && code !== 1000) this.problems.push(`round ${round}: a connection was ended with ${code}`)
    }
    for (const writer of writers) {
      const promised = this.#promised.get(writer.text) ?? new Set()
      for (const mark of [...writer.acknowledged(), ...writer.seen()]) promised.add(mark)
      this.#promised.set(writer.text, promised)
    }
    const sum = (count: (writer: Writer) => number): number => writers.reduce((all, writer) => all + count(writer), 0)
    return {
      round,
      deserted,
      written: sum(writer => writer.written),
      acknowledged: sum(writer => writer.acknowledged().length),
      seen: sum(writer => writer.seen().filter(mark => mark.startsWith(`${round}.`)).length),
    }
  }

  /** Looks at all texts of all rounds. */
  async finish(): Promise<void> {
    this.#round++
    const server = await this.#start()
    await this.#look(server, [...this.#promised.keys()])
    await server.stop()
  }

  #start(): Promise<RunningServer> {
    return startServer(plenary, this.#folder, eagerLimits)
  }

  #texts(round: number): readonly string[] {
    const era = Math.floor(Math.max(0, round - 1) / roundsPerText)
    return [`${era}-a`, `${era}-b`]
  }

  async #look(server: RunningServer, texts: readonly string[]): Promise<void> {
    const after = `found before round ${this.#round}`
    for (const text of texts) {
      const reader = new LightClient({ server, documentId: text, person: 0 })
      await reader.synced
      const { left, right } = marksOf(readDoc([reader.answer]))
      await reader.leave()
      const lost = [...(this.#promised.get(text) ?? [])].filter(mark => !left.has(mark))
      if (lost.length > 0) this.problems.push(`${after}: ${text} has lost ${lost.length}: ${lost.slice(0, 3).join()}`)
      const half = [...left].filter(mark => !right.has(mark)).length + [...right].filter(mark => !left.has(mark)).length
      if (half > 0) this.problems.push(`${after}: ${text} has ${half} halves`)
    }
    const sound = integrityOf(joinPath(this.#folder, 'plenary.db'))
    if (sound !== 'ok') this.problems.push(`${after}: the database is not sound: ${sound}`)
  }
}

/** Writes marks as fast as a program would, reads the others' marks, and remembers which were acknowledged. */
class Writer {
  readonly text: string
  readonly #client: LightClient
  readonly #doc: Y.Doc
  readonly #name: string
  readonly #random: () => number
  readonly #own: string[] = []
  #writing = true

  private constructor(text: string, name: string, client: LightClient, doc: Y.Doc, random: () => number) {
    this.text = text
    this.#name = name
    this.#client = client
    this.#doc = doc
    this.#random = random
  }

  static async join(
    server: RunningServer,
    text: string,
    round: number,
    number: number,
    random: () => number,
  ): Promise<Writer> {
    const doc = new Y.Doc()
    const onUpdate = (update: Uint8Array): void => Y.applyUpdate(doc, update)
    const client = new LightClient({ server, documentId: text, person: number, onUpdate })
    const writer = new Writer(text, `${round}.${number}`, client, doc, random)
    void client.ended.then(() => (writer.#writing = false))
    await client.synced
    Y.applyUpdate(doc, client.answer)
    return writer
  }

  get ended(): Promise<number | null> {
    return this.#client.ended
  }

  get written(): number {
    return this.#own.length
  }

  /** Until the connection ends. */
  async write(): Promise<void> {
    const send = (update: Uint8Array, origin: unknown): void => {
      if (origin === this) this.#client.send(this.#client.updateFrame(update), 1)
    }
    this.#doc.on('update', send)
    while (this.#writing) {
      const mark = `${this.#name}.${this.#own.length}`
      this.#own.push(mark)
      this.#doc.transact(() => this.#put(mark), this)
      await setTimeout(this.#random() * longestPauseMs)
    }
    this.#doc.off('update', send)
  }

  #put(mark: string): void {
    const { left, right, words } = partsOf(this.#doc)
    left.insert(Math.floor(this.#random() * (left.length + 1)), [mark])
    // Something comes and goes, so that there is something to put together.
    const place = Math.floor(this.#random() * (words.length + 1))
    words.insert(place, 'words')
    words.delete(Math.floor(this.#random() * (words.length - 4)), 4)
    right.insert(Math.floor(this.#random() * (right.length + 1)), [mark])
  }

  leave(politely: boolean): Promise<number | null> {
    this.#writing = false
    return politely ? this.#client.leave() : this.#client.terminate()
  }

  acknowledged(): readonly string[] {
    return this.#own.slice(0, Math.max(0, this.#own.length - this.#client.unconfirmed))
  }

  /** What others wrote and this one was shown. */
  seen(): readonly string[] {
    return [...marksOf(this.#doc).left].filter(mark => !mark.startsWith(`${this.#name}.`))
  }
}

function partsOf(doc: Y.Doc): { left: Y.Array<string>; right: Y.Array<string>; words: Y.Text } {
  return { left: doc.getArray('left'), right: doc.getArray('right'), words: doc.getText('words') }
}

function marksOf(doc: Y.Doc): { readonly left: ReadonlySet<string>; readonly right: ReadonlySet<string> } {
  const { left, right } = partsOf(doc)
  return { left: new Set(left.toArray()), right: new Set(right.toArray()) }
}

function integrityOf(file: string): string {
  const sqlite = new Sqlite(file, { readonly: true })
  try {
    return String(sqlite.pragma('integrity_check', { simple: true }))
  } finally {
    sqlite.close()
  }
}
