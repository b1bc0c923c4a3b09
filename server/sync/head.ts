import * as Y from 'yjs'
import type { Batch, Received } from './batch.ts'
import type { CommittedText } from './committed-text.ts'
import { tryUpdate } from './text-update.ts'
import { Vocabulary } from './vocabulary.ts'

/**
 * The committed text as a Y.Doc, on which what comes next is tried. It exists while people write; a text that is only read
 * needs none.
 */
export class Head {
  readonly #text: CommittedText
  #doc: Y.Doc | null = null
  #vocabulary: Vocabulary | null = null

  constructor(text: CommittedText) {
    this.#text = text
  }

  get isOpen(): boolean {
    return this.#doc !== null
  }

  /** Null while nobody writes. */
  get current(): Y.Doc | null {
    return this.#doc
  }

  open(): Y.Doc {
    this.#doc ??= this.#text.build()
    return this.#doc
  }

  /** The names that the text uses. */
  vocabulary(): Vocabulary {
    this.#vocabulary ??= new Vocabulary(this.open())
    return this.#vocabulary
  }

  /** The committed text as one update: to be asked for between batches. */
  whole(): Uint8Array {
    return this.#doc ? Y.encodeStateAsUpdate(this.#doc) : this.#text.whole()
  }

  drop(): void {
    this.#doc?.destroy()
    this.#doc = null
    this.#vocabulary = null
  }
}

/** Of updates that only fail together: the first that does not go on what came before it, or else the last. */
export function culprit(text: CommittedText, { taken }: Batch): Received | null {
  const doc = text.build()
  // Also what it then tells of the change: not every value that can be read can be written.
  doc.on('update', () => undefined)
  const failed = taken.find(({ update }) => !tryUpdate(doc, update.bytes))
  doc.destroy()
  return failed ?? taken.at(-1) ?? null
}
