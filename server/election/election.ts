import type { Digest, ElectionId, GroupId, Instant, PersonId, SeatId } from '#shared/core'
import type { ElectionState } from '#shared/election'

/** An election as stored, without its list. */
export interface Election {
  readonly id: ElectionId
  readonly groupId: GroupId
  readonly title: string
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
