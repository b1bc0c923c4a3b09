/**
 * An editing trace: how a text came to be, one insertion or deletion after the other.
 *
 * The public ones (github.com/josephg/editing-traces) are large and are not kept here; `--trace=FILE` replays one. Without,
 * a seeded generator makes one with the counts of the best known of them, a paper's: mostly typing on, some corrections,
 * now and then a jump.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { seeded } from './random.ts'

/** At a place, so many characters away, these there. */
export type Patch = readonly [position: number, deleted: number, inserted: string]

export interface Trace {
  readonly name: string
  readonly patches: readonly Patch[]
}

interface TraceFile {
  readonly txns: readonly { readonly patches: readonly Patch[] }[]
}

export function readTrace(file: string): Trace {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
  const { txns } = JSON.parse(text) as TraceFile
  return { name: 'recorded trace', patches: txns.flatMap(({ patches }) => patches) }
}

const insertions = 182_315
const deletions = 77_463

/** @param share of the counts of the paper; below 1 for a quick look */
export function generateTrace(share: number): Trace {
  const random = seeded(20_240_607)
  let inserts = Math.round(insertions * share)
  let deletes = Math.round(deletions * share)
  const patches: Patch[] = []
  let length = 0
  let cursor = 0
  while (inserts + deletes > 0) {
    if (random() < 0.01) cursor = Math.floor(random() * (length + 1))
    const correcting = length > 0 && random() < 0.08
    // Runs: a few words, or some characters back.
    const run = 1 + Math.floor(random() * (correcting || inserts === 0 ? 40 : 7))
    for (let step = 0; step < run; step++) {
      if ((correcting || inserts === 0) && deletes > 0 && length > 0) {
        cursor = Math.max(0, Math.min(cursor, length) - 1)
        patches.push([cursor, 1, ''])
        length--
        deletes--
      } else if (inserts > 0) {
        patches.push([cursor, 0, letter(random())])
        cursor++
        length++
        inserts--
      }
    }
  }
  return { name: 'generated trace', patches }
}

function letter(chance: number): string {
  const alphabet = 'etaoin shrdlu cmfwyp vbgkqjxz '
  return alphabet[Math.floor(chance * alphabet.length)] ?? ' '
}

/** Where a trace's text lies in its document. */
export const traceRoot = 'trace'

/** A document to which a trace is done edit by edit, as an editor would, each giving one update. */
export class Replay {
  readonly doc = new Y.Doc()
  readonly #text = this.doc.getText(traceRoot)
  #update: Uint8Array | null = null

  constructor(clientId: number) {
    this.doc.clientID = clientId
    this.doc.on('update', (update: Uint8Array) => (this.#update = update))
  }

  /** @returns null for a patch that changes nothing */
  edit([position, deleted, inserted]: Patch): Uint8Array | null {
    this.#update = null
    this.doc.transact(() => {
      if (deleted > 0) this.#text.delete(position, deleted)
      if (inserted !== '') this.#text.insert(position, inserted)
    })
    return this.#update
  }

  get length(): number {
    return this.#text.length
  }

  get words(): string {
    return this.#text.toJSON()
  }
}
