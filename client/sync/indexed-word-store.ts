/** Kept words in the browser's IndexedDB. */
import type { KeptWords, WordStore } from './word-store.ts'

const database = 'plenary-words'
const words = 'words'

/** @param factory undefined where the browser has none: then nothing is kept, and every act fails */
export function makeIndexedWordStore(factory: () => IDBFactory | undefined): WordStore {
  let opened: Promise<IDBDatabase> | null = null

  function open(): Promise<IDBDatabase> {
    opened ??= openDatabase(factory()).then(
      db => {
        db.addEventListener('close', () => (opened = null))
        return db
      },
      (error: unknown) => {
        opened = null
        throw error
      },
    )
    return opened
  }

  async function act<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => T): Promise<T> {
    const db = await open()
    // Strict: complete means that it is on the disk, not only with the operating system.
    const transaction = db.transaction(words, mode, { durability: 'strict' })
    const done = new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve())
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')))
    })
    const result = work(transaction.objectStore(words))
    await done
    return result
  }

  return {
    async of(personId, documentId) {
      const place = [personId, documentId]
      const request = await act('readonly', (store): IDBRequest<KeptWords[]> =>
        store.getAll(IDBKeyRange.bound(place, [...place, []])),
      )
      return request.result.toSorted((one, other) => one.at - other.at || one.sequence - other.sequence)
    },
    async put(kept) {
      await act('readwrite', store => kept.forEach(each => store.put(each)))
    },
    async remove(kept) {
      await act('readwrite', store =>
        kept.forEach(each => store.delete([each.personId, each.documentId, each.writer, each.sequence])),
      )
    },
  }
}

function openDatabase(factory: IDBFactory | undefined): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (factory === undefined) return reject(new Error('this browser keeps nothing'))
    const request = factory.open(database, 1)
    request.addEventListener('upgradeneeded', () =>
      request.result.createObjectStore(words, { keyPath: ['personId', 'documentId', 'writer', 'sequence'] }),
    )
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')))
  })
}
