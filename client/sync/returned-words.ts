/**
 * Words of one person that will not go into a text by themselves: the server turned them away, or an earlier page left
 * them and the person may not write any more, or the text is another one now. They are shown, and go by hand only.
 */
import { createSignal, type Accessor } from 'solid-js'
import * as Y from 'yjs'
import { succeeds } from './keeper.ts'
import { sameWords, type KeptWords, type Reason, type WordStore } from './word-store.ts'

export class ReturnedWords {
  readonly words: Accessor<readonly KeptWords[]>
  readonly #setWords: (words: readonly KeptWords[]) => void
  /** Those that are not on the device, or not yet. */
  readonly #loose: Accessor<readonly KeptWords[]>
  readonly #setLoose: (words: readonly KeptWords[]) => void
  readonly #store: WordStore

  constructor(store: WordStore, page: EventTarget) {
    const [words, setWords] = createSignal<readonly KeptWords[]>([])
    this.words = words
    this.#setWords = next => setWords(next)
    const [loose, setLoose] = createSignal<readonly KeptWords[]>([])
    this.#loose = loose
    this.#setLoose = next => setLoose(next)
    this.#store = store
    page.addEventListener('beforeunload', event => {
      if (this.areLoose()) event.preventDefault()
    })
  }

  /** Some would be lost with this page. */
  areLoose(): boolean {
    return this.#loose().length > 0
  }

  /** Turned away earlier, found on the device. */
  show(found: readonly KeptWords[]): void {
    this.#add(found)
  }

  take(words: readonly KeptWords[], reason: Reason): void {
    const returned = words.map((each): KeptWords => ({ ...each, returned: reason }))
    if (returned.length === 0) return
    this.#add(returned)
    this.#setLoose([...this.#loose(), ...returned])
    void this.#keep(returned)
  }

  async #keep(words: readonly KeptWords[]): Promise<void> {
    if (await succeeds(this.#store.put(words))) this.#setLoose(this.#loose().filter(each => !words.includes(each)))
  }

  discard(words: readonly KeptWords[] = this.words()): void {
    if (words.length === 0) return
    this.#setWords(this.words().filter(each => !words.includes(each)))
    this.#setLoose(this.#loose().filter(each => !words.includes(each)))
    // What stays after all is shown again on the next visit.
    void succeeds(this.#store.remove(words))
  }

  /** Forgets what turns out to be in the server's text: it was stored, and only the word of it was lost. */
  discardStored(doc: Y.Doc): void {
    if (this.words().length === 0) return
    const snapshot = Y.snapshot(doc)
    const refused = this.words().filter(words => words.returned !== 'removed')
    this.discard(refused.filter(({ update }) => Y.snapshotContainsUpdate(snapshot, update)))
  }

  #add(words: readonly KeptWords[]): void {
    const others = this.words().filter(known => !words.some(each => sameWords(known, each)))
    this.#setWords([...others, ...words])
  }
}
