import { desc } from 'drizzle-orm'
import { assert, canonicalJson, type Json } from '#shared/core'
import type { Instant, PersonId, SeatId } from '#shared/core'
import { recordTable, type Tx } from '#server/db'
import { chainStart, entryDigest, leafDigest, type RecordAct } from '#shared/record'
import type { Deps } from '../deps.ts'
import { growStored, loadFrontier } from './tree-store.ts'

export interface Act {
  readonly act: RecordAct
  /** None where the system acts. */
  readonly actor: PersonId | null
  readonly seat?: SeatId | null
  readonly subject?: string | null
  readonly facts?: { readonly [key: string]: Json }
  /** When, where the act notes its time elsewhere too: one act has one time. Now, if not given. */
  readonly at?: Instant
}

/**
 * Appends one act to the record, in the transaction of the act itself: both are kept or neither. Writers run one at a
 * time, so the last entry read here is the last entry there is. The tree over the record grows with it. [L1, L2]
 *
 * @returns the number of the new entry
 */
export async function appendRecord(tx: Tx, deps: Pick<Deps, 'now'>, act: Act): Promise<number> {
  const [last] = await tx
    .select({ number: recordTable.number, digest: recordTable.digest })
    .from(recordTable)
    .orderBy(desc(recordTable.number))
    .limit(1)
  const number = (last?.number ?? 0) + 1
  const at = act.at ?? deps.now()
  const entry = canonicalJson({
    number,
    at,
    act: act.act,
    actor: act.actor,
    seat: act.seat ?? null,
    subject: act.subject ?? null,
    facts: act.facts ?? {},
    previous: last?.digest ?? chainStart,
  })
  const digest = entryDigest(entry)
  const columns = { number, at, act: act.act, actorId: act.actor, subjectId: act.subject ?? null }
  await tx.insert(recordTable).values({ ...columns, entry, digest })
  const tree = await loadFrontier(tx, number - 1)
  assert(tree !== null, 'the tree over the record is stored as far as the record goes')
  await growStored(tx, tree, [leafDigest(entry)])
  return number
}
