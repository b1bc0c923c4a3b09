import { can, type Actor } from '#shared/access'
import type { DocumentEntry } from '#shared/document/schema'
import { numbered } from '#shared/meeting'
import { findGroup } from '#server/group'
import { bodiesByMeeting, findMeeting, itemsOfMeeting, mayReadMeeting } from '#server/meeting'
import { readDamagedTexts } from '#server/sync'
import type { Deps } from '../deps.ts'
import { isWritten, minutesSubject } from './access.ts'
import { minutesInStates, minuteTakersOf } from './store.ts'

/**
 * The live texts of minutes that this person can open, of all minutes that are not sealed: the general remarks of a
 * meeting, then its items as numbered. What is sealed is read as it was circulated. [M5]
 */
export async function minutesDocuments({ read }: Pick<Deps, 'read'>, actor: Actor): Promise<readonly DocumentEntry[]> {
  const unsealed = await minutesInStates(read, ['live', 'circulated', 'corrections', 'beforeBody', 'approved'])
  const bodies = await bodiesByMeeting(
    read,
    unsealed.map(minutes => minutes.meetingId),
  )
  const damaged = await readDamagedTexts(read)
  const documents: DocumentEntry[] = []
  for (const minutes of unsealed) {
    const meeting = await findMeeting(read, minutes.meetingId)
    const group = meeting && (await findGroup(read, meeting.groupId))
    if (!group) continue
    const invited = (bodies.get(meeting.id) ?? []).map(id => ({ id }))
    if (!mayReadMeeting(actor, { meeting, group, bodies: invited })) continue
    const writes = can(actor, 'minutes.write', minutesSubject(group, await minuteTakersOf(read, meeting.id)))
    const entry = (id: string, code: string, title: string): DocumentEntry => {
      const frozen = !isWritten(minutes) || damaged.has(id)
      const access = writes && !frozen ? 'edit' : 'read'
      return { id, kind: 'minutes', code, title, group: { id: group.id, name: group.name }, access, frozen }
    }
    documents.push(entry(meeting.id, group.code, meeting.title))
    for (const { id, number, title } of numbered(await itemsOfMeeting(read, meeting.id))) {
      documents.push(entry(id, number, `${meeting.title}: ${title}`))
    }
  }
  return documents
}
