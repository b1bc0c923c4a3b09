/** What stands against convening a meeting, and what the answers let one expect. [M1, M3] */
import type { AgendaItemId, Instant } from '#shared/core'
import { isVoting, type Constituency } from '#shared/group'
import type { ItemType, Reply } from './kinds.ts'
import type { ConveningProblem } from './problems.ts'
import type { MeetingSettings } from './settings.ts'

interface Convening {
  readonly now: Instant
  readonly startsAt: Instant
  /** None where the ordinary notice is to be kept. */
  readonly urgentReason: string | null
  readonly settings: MeetingSettings
  readonly items: readonly { readonly id: AgendaItemId; readonly type: ItemType; readonly hasSubject: boolean }[]
  /** Persons who speak for a seat that would be invited. A count. */
  readonly persons: number
}

/**
 * Everything at once that keeps the meeting from being convened now. [M1]
 *
 * - `agenda-empty`, `item-without-subject`: the agenda is not ready.
 * - `notice-too-short`: neither notice can be kept, or not the urgent one that has its reason; `startsFrom` could be.
 * - `urgent-without-reason`: too late for the ordinary notice, in time for the urgent one.
 * - `nobody-to-invite`: no seat has anybody accredited.
 */
export function conveningProblems(convening: Convening): readonly ConveningProblem[] {
  const { items, persons } = convening
  return [
    ...(items.length === 0 ? [{ type: 'agenda-empty' } as const] : []),
    ...noticeProblem(convening),
    ...items
      .filter(item => item.type === 'decision' && !item.hasSubject)
      .map(item => ({ type: 'item-without-subject', itemId: item.id }) as const),
    ...(persons === 0 ? [{ type: 'nobody-to-invite' } as const] : []),
  ]
}

function noticeProblem({ now, startsAt, urgentReason, settings }: Convening): readonly ConveningProblem[] {
  const from = startsFrom(settings, now)
  if (startsAt >= from.ordinary) return []
  if (urgentReason === null && startsAt >= from.urgent) return [{ type: 'urgent-without-reason' }]
  if (urgentReason === null) return [{ type: 'notice-too-short', startsFrom: from.ordinary, urgent: false }]
  return startsAt >= from.urgent ? [] : [{ type: 'notice-too-short', startsFrom: from.urgent, urgent: true }]
}

/** The earliest beginnings of a meeting convened now. */
export function startsFrom(
  settings: Pick<MeetingSettings, 'noticeMs' | 'urgentNoticeMs'>,
  now: Instant,
): { readonly ordinary: Instant; readonly urgent: Instant } {
  return { ordinary: now + settings.noticeMs, urgent: now + settings.urgentNoticeMs }
}

export interface Forecast {
  readonly seats: number
  readonly coming: number
  readonly unsure: number
  readonly absent: number
  /** Seats that have not answered. */
  readonly silent: number
}

interface AnsweringSeat {
  readonly constituency: Constituency
  readonly reply: Reply | null
}

/** Who comes, by what has been answered: of the seats that vote, of the NGO seats among them, and of the observers. [M3] */
export function forecastOf(seats: readonly AnsweringSeat[]): {
  readonly voting: Forecast
  readonly ngo: Forecast
  readonly observers: Forecast
} {
  return {
    voting: countReplies(seats.filter(seat => isVoting(seat.constituency))),
    ngo: countReplies(seats.filter(seat => seat.constituency === 'NGO')),
    observers: countReplies(seats.filter(seat => !isVoting(seat.constituency))),
  }
}

function countReplies(seats: readonly AnsweringSeat[]): Forecast {
  const count = (reply: Reply | null): number => seats.filter(seat => seat.reply === reply).length
  return {
    seats: seats.length,
    coming: count('coming'),
    unsure: count('unsure'),
    absent: count('absent'),
    silent: count(null),
  }
}

export type ConveningWarning =
  /** No NGO seat with anybody accredited is among those invited. */
  | 'no-ngo-invited'
  /** No NGO seat has answered that it comes. */
  | 'no-ngo-coming'
  /** Were only those to come who said so, there would be no quorum. */
  | 'quorum-not-expected'

/** What whoever prepares a meeting should know, though it keeps nobody from convening. */
export function conveningWarnings(meeting: {
  /** Nobody can have answered before. */
  readonly convened: boolean
  readonly seats: readonly AnsweringSeat[]
  readonly quorum: readonly {
    readonly needed: number
    readonly ngoNeeded: number
    readonly coming: number
    readonly ngoComing: number
  }[]
}): readonly ConveningWarning[] {
  const { ngo } = forecastOf(meeting.seats)
  const short = meeting.quorum.some(body => body.coming < body.needed || body.ngoComing < body.ngoNeeded)
  return [
    ...(ngo.seats === 0 ? ['no-ngo-invited' as const] : []),
    ...(meeting.convened && ngo.seats > 0 && ngo.coming === 0 ? ['no-ngo-coming' as const] : []),
    ...(meeting.convened && short ? ['quorum-not-expected' as const] : []),
  ]
}
