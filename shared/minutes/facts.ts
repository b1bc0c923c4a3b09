/** From what is stored of a meeting to the locked blocks of its minutes. [M5] */
import type { AgendaItemId, GroupId, Instant, PersonId, SeatId } from '#shared/core'
import type { ItemState, Manner } from '#shared/meeting'
import type {
  ActionItemBlock,
  AttendanceBlock,
  Attendee,
  Block,
  MotionBlock,
  PostponedBlock,
  QuorumBlock,
  SeatName,
  StatementBlock,
  TextBlock,
} from './blocks.ts'

/** One stay of one person, as noted. */
export interface NotedStay {
  readonly seatId: SeatId | null
  readonly personId: PersonId
  readonly name: string
  readonly manner: Manner
  readonly arrivedAt: Instant
  readonly departedAt: Instant | null
}

/** What stands under an item; without an item, under the general remarks. */
export type Under<T> = T & { readonly itemId: AgendaItemId | null }

export interface MeetingFacts {
  readonly adjournedAt: Instant | null
  /** Seats that were invited or came, in the order of their groups. */
  readonly seats: readonly (SeatName & { readonly groupId: GroupId })[]
  /** In the order of arrival. */
  readonly stays: readonly NotedStay[]
  readonly quorum: QuorumBlock | null
  readonly motions: readonly Under<MotionBlock>[]
  readonly statements: readonly Under<StatementBlock>[]
  readonly actionItems: readonly Under<ActionItemBlock>[]
}

export interface ItemFacts {
  readonly id: AgendaItemId
  readonly state: ItemState
  readonly text: Omit<TextBlock, 'type'> | null
}

/**
 * Of the meeting as a whole: who came, whether they were enough, and what belongs to no item.
 *
 * @param agenda the items that stand on it; what was put under any other is shown here, so that nothing is lost
 */
export function generalBlocks(facts: MeetingFacts, agenda: readonly AgendaItemId[]): readonly Block[] {
  const elsewhere = (itemId: AgendaItemId | null) => itemId === null || !agenda.includes(itemId)
  return [attendanceBlock(facts), ...(facts.quorum ? [facts.quorum] : []), ...blocksUnder(facts, elsewhere)]
}

/** Of one item: its text, the votes on it, what seats have filed and what was to be done. */
export function itemBlocks(facts: MeetingFacts, { id, state, text }: ItemFacts): readonly Block[] {
  const postponed: readonly PostponedBlock[] = state === 'postponed' ? [{ type: 'postponed' }] : []
  const decidedOn: readonly TextBlock[] = text ? [{ type: 'text', ...text }] : []
  return [...decidedOn, ...blocksUnder(facts, itemId => itemId === id), ...postponed]
}

function blocksUnder(facts: MeetingFacts, isUnder: (itemId: AgendaItemId | null) => boolean): readonly Block[] {
  return [...facts.motions, ...facts.statements, ...facts.actionItems]
    .filter(block => isUnder(block.itemId))
    .map(({ itemId: _under, ...block }) => block)
}

function attendanceBlock({ seats, stays, adjournedAt }: MeetingFacts): AttendanceBlock {
  const named = seats.map(({ seatId, groupId, label, organisationName, constituency }) => ({
    seatId,
    groupId,
    label,
    organisationName,
    constituency,
    persons: attendees(
      stays.filter(stay => stay.seatId === seatId),
      adjournedAt,
    ),
  }))
  const officers = attendees(
    stays.filter(stay => stay.seatId === null),
    adjournedAt,
  )
  return { type: 'attendance', seats: named, officers }
}

/** Each person once, with all their stays; how they took part is how they did last. */
function attendees(stays: readonly NotedStay[], adjournedAt: Instant | null): readonly Attendee[] {
  const persons = new Map<PersonId, Attendee>()
  for (const { personId, name, manner, arrivedAt, departedAt } of stays) {
    // To the end of the session is not a departure.
    const left = departedAt !== null && (adjournedAt === null || departedAt < adjournedAt)
    const stay = { from: arrivedAt, until: left ? departedAt : null }
    persons.set(personId, { personId, name, manner, stays: [...(persons.get(personId)?.stays ?? []), stay] })
  }
  return [...persons.values()]
}
