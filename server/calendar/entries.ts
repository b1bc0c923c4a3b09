import type { CalendarEntry, EntryStatus } from '#shared/calendar'
import { assertNever } from '#shared/core'
import { numbered } from '#shared/meeting'
import type { AgendaItem, PlacedMeeting } from '#server/meeting'
import type { CalendarWords } from './messages.ts'

/** A meeting as calendars show it: what, when, where and the agenda; of persons, nobody. */
export function entryOf(
  { meeting, group }: Pick<PlacedMeeting, 'meeting' | 'group'>,
  items: readonly AgendaItem[],
  words: CalendarWords,
  origin: string,
): CalendarEntry {
  const url = `${origin}/meetings/${meeting.id}`
  const status = statusOf(meeting)
  const agenda = numbered(items).map(
    item => `${item.number}${item.number.includes('.') ? '' : '.'} ${itemTitle(item, words)}`,
  )
  const parts = [status === 'CONFIRMED' ? '' : (meeting.reason ?? ''), agenda.join('\n'), meeting.link ?? '', url]
  return {
    uid: `plenary-meeting-${meeting.id}`,
    sequence: meeting.sequence,
    createdAt: meeting.createdAt,
    changedAt: meeting.changedAt,
    status,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    timeZone: meeting.timeZone,
    summary: titleOf(meeting, status, words),
    description: parts.filter(part => part !== '').join('\n\n'),
    location: meeting.place,
    url,
    organiser: { name: group.name, url: `${origin}/groups/${group.id}` },
  }
}

/** An item that approves minutes has the title of their meeting, and is not that meeting. */
function itemTitle({ type, title }: AgendaItem, words: CalendarWords): string {
  return type === 'minutesApproval' ? words.minutes(title) : title
}

/** A postponed meeting is a draft again, and stands in calendars until it is convened for another time. */
function statusOf({ state }: PlacedMeeting['meeting']): EntryStatus {
  switch (state) {
    case 'draft':
      return 'TENTATIVE'
    case 'cancelled':
      return 'CANCELLED'
    case 'convened':
    case 'inSession':
    case 'suspended':
    case 'adjourned':
    case 'recorded':
      return 'CONFIRMED'
    default:
      return assertNever(state)
  }
}

function titleOf({ title, convenedAt }: PlacedMeeting['meeting'], status: EntryStatus, words: CalendarWords): string {
  if (status === 'CANCELLED') return words.cancelled(title)
  return status === 'TENTATIVE' && convenedAt !== null ? words.postponed(title) : title
}
