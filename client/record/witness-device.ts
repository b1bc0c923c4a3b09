/** What a witness keeps on this device, in the browser's IndexedDB: its keys, and the checkpoint it saw last. [L2] */
import type { BrowserKey } from './browser-keys.ts'
import type { Seen } from './witnessing.ts'

const database = 'plenary-witness'
const keys = 'keys'
const seen = 'seen'
const latest = 'latest'

export interface WitnessDevice {
  keyOf(witnessId: string): Promise<BrowserKey | null>
  keepKey(witnessId: string, key: BrowserKey): Promise<void>
  lastSeen(): Promise<Seen | null>
  keepSeen(checkpoint: Seen): Promise<void>
}

export function makeWitnessDevice(factory: () => IDBFactory): WitnessDevice {
  async function act<T>(
    store: string,
    mode: IDBTransactionMode,
    work: (on: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const db = await open(factory())
    try {
      const transaction = db.transaction(store, mode, { durability: 'strict' })
      const request = work(transaction.objectStore(store))
      await new Promise<void>((resolve, reject) => {
        transaction.addEventListener('complete', () => resolve())
        transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')))
      })
      return request.result
    } finally {
      db.close()
    }
  }
  return {
    async keyOf(witnessId) {
      return (await act(keys, 'readonly', (on): IDBRequest<BrowserKey | undefined> => on.get(witnessId))) ?? null
    },
    async keepKey(witnessId, key) {
      await act(keys, 'readwrite', on => on.put(key, witnessId))
    },
    async lastSeen() {
      return (await act(seen, 'readonly', (on): IDBRequest<Seen | undefined> => on.get(latest))) ?? null
    },
    async keepSeen(checkpoint) {
      await act(seen, 'readwrite', on => on.put(checkpoint, latest))
    },
  }
}

function open(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(database, 1)
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore(keys)
      request.result.createObjectStore(seen)
    })
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')))
  })
}
