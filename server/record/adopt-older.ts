import { setImmediate } from 'node:timers/promises'
import { completedBefore, emptyFrontier, leafDigest, type Frontier } from '#shared/record'
import type { Deps } from '../deps.ts'
import { entriesAfter } from './store.ts'
import { countNodes, growStored, recordSize } from './tree-store.ts'

/** Entries of one transaction. */
const portion = 2_000
/** How often a long record tells how far its tree has come. */
const tellEvery = 50_000

/**
 * Grows the tree over a record that an earlier release wrote. It begins at the first entry and leaves what is stored, so
 * that a start that was broken off is simply made again. A record whose tree is there costs two queries. [L2]
 */
export async function growOlderRecord(deps: Pick<Deps, 'read' | 'transaction' | 'log'>): Promise<void> {
  const size = await recordSize(deps.read)
  if ((await countNodes(deps.read)) >= completedBefore(size)) return
  let tree: Frontier = emptyFrontier
  for (let told = 0; tree.size < size;) {
    const entries = await entriesAfter(deps.read, tree.size, portion)
    const from = tree
    if (entries.length === 0) return
    tree = await deps.transaction(tx =>
      growStored(
        tx,
        from,
        entries.map(entry => leafDigest(entry.text)),
      ),
    )
    if (tree.size - told >= tellEvery || tree.size >= size) {
      told = tree.size
      deps.log.info('record-tree-grown', { entries: tree.size, of: size })
    }
    await setImmediate()
  }
}
