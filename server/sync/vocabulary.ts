/**
 * The names that a text uses: of its roots, and of its marks. Editors use a handful.
 *
 * Yjs looks a root's name up among all of them for each struct that it writes, and carries every mark that is on along
 * with each word: a text with a hundred thousand of either stops the process, and every reader's page.
 */
import * as Y from 'yjs'
import { rootNameOf, type TextUpdate } from './text-update.ts'

/** Roots, and marks, that one text may have. */
const namesLimit = 64

export class Vocabulary {
  readonly #roots: Set<string>
  readonly #marks = new Set<string>()

  constructor(doc: Y.Doc) {
    this.#roots = new Set(doc.share.keys())
    for (const structs of doc.store.clients.values()) {
      for (const struct of structs) {
        const mark = markOf(struct)
        if (mark !== null) this.#marks.add(mark)
      }
    }
  }

  /** @returns false for an update that brings more names than a text may have */
  hasRoomFor(update: TextUpdate): boolean {
    const [roots, marks] = this.#newNames(update)
    return this.#roots.size + roots.size <= namesLimit && this.#marks.size + marks.size <= namesLimit
  }

  learn(update: TextUpdate): void {
    const [roots, marks] = this.#newNames(update)
    for (const name of roots) this.#roots.add(name)
    for (const name of marks) this.#marks.add(name)
  }

  #newNames({ runs }: TextUpdate): readonly [ReadonlySet<string>, ReadonlySet<string>] {
    const [roots, marks] = [new Set<string>(), new Set<string>()]
    for (const run of runs.values()) {
      for (const struct of run) {
        const [root, mark] = [struct instanceof Y.Item ? rootNameOf(struct) : null, markOf(struct)]
        if (root !== null && !this.#roots.has(root)) roots.add(root)
        if (mark !== null && !this.#marks.has(mark)) marks.add(mark)
      }
    }
    return [roots, marks]
  }
}

function markOf(struct: unknown): string | null {
  return struct instanceof Y.Item && struct.content instanceof Y.ContentFormat ? struct.content.key : null
}
