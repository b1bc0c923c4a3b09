import type { Digest, ElectionId, GroupId, Instant, PersonId, SeatId } from '#shared/core'
import type { ElectionState } from '#shared/election'
import type { GivenName, TextTitle } from '#shared/motion'

/** An election as stored, without its list. */
export interface Election {
  readonly id: ElectionId
  readonly groupId: GroupId
  /** Where somebody gave it one. */
  readonly title: string | null
  readonly state: ElectionState
  readonly calledBy: PersonId
  readonly calledAt: Instant
  /** Of the list as it was closed. */
  readonly digest: Digest | null
  readonly electedId: PersonId | null
  readonly tookChair: boolean
}

/** Somebody who stands. */
export interface Candidate {
  readonly id: string
  readonly personId: PersonId
  readonly seatId: SeatId
  readonly proposedBy: PersonId
}

/** What an election of this group's chair is called. */
export function titleOf({ title }: Pick<Election, 'title'>, group: string): TextTitle {
  const name: GivenName = { kind: 'election', group }
  return title === null ? { title: `Chair of ${group}`, name } : { title, name: null }
}
