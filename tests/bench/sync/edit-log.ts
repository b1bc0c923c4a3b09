/**
 * Which edit of whom was sent when, and when each of the others received it.
 *
 * A writer's edits are numbered by its Yjs clock, one character each, so what an update brings can be read off it without
 * applying it, however many edits it holds. Sending and receiving are timed by one process's clock.
 */
import * as Y from 'yjs'
import { readBatch } from './light-client.ts'
import { Samples } from './samples.ts'
import { writerId } from './section.ts'

interface Range {
  readonly writer: number
  readonly from: number
  readonly to: number
}

export class EditLog {
  /** From sending to receipt, in ms, of edits sent while counting. */
  readonly latencies = new Samples()
  /** Counted edits, each once. */
  edits = 0
  /** Updates that came before those they follow. */
  gaps = 0
  readonly #sentAt: number[][]
  /** By reader and writer, the clock that comes next. */
  readonly #next: Uint32Array[]
  #countedFrom = Number.POSITIVE_INFINITY
  #countedTo = Number.POSITIVE_INFINITY
  /** The same broadcast comes to every reader. */
  #last: { readonly bytes: Uint8Array; readonly ranges: readonly Range[] } = { bytes: new Uint8Array(), ranges: [] }

  constructor(writers: number, readers: number) {
    this.#sentAt = Array.from({ length: writers }, () => [])
    this.#next = Array.from({ length: readers }, () => new Uint32Array(writers))
  }

  count(from: number, to: number): void {
    this.#countedFrom = from
    this.#countedTo = to
  }

  /** @returns how many this writer has sent: the clock of its next edit */
  clock(writer: number): number {
    return this.#sentAt[writer]?.length ?? 0
  }

  sent(writer: number, at: number): void {
    this.#sentAt[writer]?.push(at)
    if (this.#isCounted(at)) this.edits++
  }

  received(reader: number, update: Uint8Array, at: number): void {
    this.#note(reader, this.#rangesOf(update, [update]), at)
  }

  /** What came together, in one frame of the durable floor. */
  receivedBatch(reader: number, batch: Uint8Array, at: number): void {
    this.#note(reader, this.#rangesOf(batch, null), at)
  }

  #note(reader: number, ranges: readonly Range[], at: number): void {
    const next = this.#next[reader]
    if (!next) return
    for (const { writer, from, to } of ranges) {
      const expected = next[writer] ?? 0
      if (from > expected) this.gaps++
      for (let clock = Math.max(from, expected); clock < to; clock++) {
        const sentAt = this.#sentAt[writer]?.[clock] ?? Number.NaN
        // A writer may hear its own words again; they were never on their way to it.
        if (writer !== reader && this.#isCounted(sentAt)) this.latencies.add(at - sentAt)
      }
      next[writer] = Math.max(expected, to)
    }
  }

  /** Edits that somebody else has not received. */
  missing(): number {
    let missing = 0
    this.#next.forEach((next, reader) =>
      this.#sentAt.forEach((sent, writer) => {
        if (writer !== reader) missing += sent.length - (next[writer] ?? 0)
      }),
    )
    return missing
  }

  #isCounted(at: number): boolean {
    return at >= this.#countedFrom && at < this.#countedTo
  }

  /** @param updates null when they are still to be read out of the batch that `bytes` is */
  #rangesOf(bytes: Uint8Array, updates: readonly Uint8Array[] | null): readonly Range[] {
    if (sameBytes(this.#last.bytes, bytes)) return this.#last.ranges
    const ranges = (updates ?? readBatch(bytes)).flatMap(update => this.#read(update))
    this.#last = { bytes: bytes.slice(), ranges }
    return ranges
  }

  #read(update: Uint8Array): readonly Range[] {
    const { from, to } = Y.parseUpdateMeta(update)
    const ranges: Range[] = []
    for (const [client, clock] of from) {
      const writer = client - writerId(0)
      if (writer >= 0 && writer < this.#sentAt.length) ranges.push({ writer, from: clock, to: to.get(client) ?? clock })
    }
    return ranges
  }
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && Buffer.compare(one, other) === 0
}
