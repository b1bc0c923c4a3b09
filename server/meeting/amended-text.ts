import type { Digest, MeetingId, SectionVersionId } from '#shared/core'
import { appendRecord } from '#server/record'
import type { Tx } from '#server/db'
import type { Deps } from '../deps.ts'
import { itemsOnText, updateItem } from './agenda-store.ts'

/**
 * Has the agenda items that wait to decide on a text decide on what an accepted amendment made of it. [V4]
 *
 * @returns the meetings whose agenda changed
 */
export async function followAmendedText(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  from: SectionVersionId,
  to: { readonly id: SectionVersionId; readonly digest: Digest },
): Promise<readonly MeetingId[]> {
  const items = (await itemsOnText(tx, from)).filter(({ state }) => state === 'planned' || state === 'open')
  for (const item of items) {
    await updateItem(tx, { ...item, subject: { kind: 'sectionVersion', ...to } })
    const facts = { meeting: item.meetingId, from, version: to.id, digest: to.digest }
    await appendRecord(tx, deps, { act: 'agendaItem.textAmended', actor: null, subject: item.id, facts })
  }
  return items.flatMap(({ meetingId }) => meetingId ?? [])
}
