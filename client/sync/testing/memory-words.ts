import type { KeptWords, WordStore } from '../word-store.ts'

export interface MemoryWords extends WordStore {
  /** What the device would still have after the page is gone. */
  all(): readonly KeptWords[]
  /** Holds every write back until it is called off with `false`. */
  hold(held: boolean): void
  /** From now on the device keeps nothing. */
  fill(full: boolean): void
}

/** A device in memory, as slow and as full as the test wants it. */
export function makeMemoryWords(): MemoryWords {
  const kept = new Map<string, KeptWords>()
  let isFull = false
  let gate = Promise.resolve()
  let open = (): void => undefined
  const keyOf = ({ personId, documentId, writer, sequence }: KeptWords): string =>
    [personId, documentId, writer, sequence].join(' ')
  return {
    async of(personId, documentId) {
      await gate
      return [...kept.values()]
        .filter(words => words.personId === personId && words.documentId === documentId)
        .toSorted((one, other) => one.at - other.at || one.sequence - other.sequence)
    },
    async put(words) {
      await gate
      if (isFull) throw new Error('full')
      for (const each of words) kept.set(keyOf(each), each)
    },
    async remove(words) {
      await gate
      for (const each of words) kept.delete(keyOf(each))
    },
    all: () => [...kept.values()],
    hold(held) {
      open()
      if (held) gate = new Promise(resolve => (open = resolve))
    },
    fill: full => (isFull = full),
  }
}
