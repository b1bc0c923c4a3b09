import type { GroupId, PersonId, SeatId } from '#shared/core'
import type { GroupKind } from '#shared/group'
import type { Actor, ActorRole } from './actor.ts'

/** What an act is about, as far as a scope asks. */
export interface Subject {
  readonly groupId?: GroupId
  readonly groupKind?: GroupKind
  readonly seatId?: SeatId
  readonly planKind?: 'nap' | 'children'
  /** Who brought in what is acted upon. */
  readonly sponsorId?: PersonId
  readonly voteMode?: 'meeting' | 'correspondence'
  /** Persons appointed to write the minutes of this meeting. */
  readonly minuteTakers?: readonly PersonId[]
}

type Scope = (actor: Actor, subject: Subject, role: ActorRole) => boolean

/** The conditions that cells of the permission table name. Each asks about the role whose column it stands in. */
export const scopes = {
  any: () => true,
  no: () => false,
  /** Sections and votes of the NWG itself. [G8] */
  nwgGroup: (_actor, subject) => subject.groupKind === 'nwg',
  /** The group this role is held in: chaired, represented with a vote, or observed. */
  ownGroup: (actor, subject, role) =>
    subject.groupId !== undefined && groupsHeldAs(actor, role).includes(subject.groupId),
  /** A voting seat this person is accredited for. */
  ownSeat: (actor, subject) =>
    actor.seats.some(seat => seat.seatId === subject.seatId && seat.constituency !== 'OBSERVER'),
  /** A seat this person is accredited for, an observer's too. */
  heldSeat: (actor, subject) => actor.seats.some(seat => seat.seatId === subject.seatId),
  /** Minutes that this person was appointed to write. */
  minuteTaker: (actor, subject) => subject.minuteTakers?.includes(actor.personId) ?? false,
  /** What this person brought in. */
  sponsor: (actor, subject) => subject.sponsorId === actor.personId,
  /** A vote by correspondence. */
  byPost: (_actor, subject) => subject.voteMode === 'correspondence',
  napPlan: (_actor, subject) => subject.planKind === 'nap',
  /** The children's plan, by those who own it. [P8] */
  childrenOwn: (actor, subject, role) =>
    subject.planKind === 'children' &&
    subject.groupId !== undefined &&
    groupsHeldAs(actor, role).includes(subject.groupId),
} as const satisfies Record<string, Scope>

export type ScopeName = keyof typeof scopes

function groupsHeldAs(actor: Actor, role: ActorRole): readonly GroupId[] {
  if (role === 'chair') return actor.chairs
  const observing = role === 'observer'
  return actor.seats.filter(seat => (seat.constituency === 'OBSERVER') === observing).map(seat => seat.groupId)
}
