import type {
  AgendaItemId,
  Digest,
  GroupId,
  Instant,
  MeetingId,
  MinutesId,
  MinutesVersionId,
  PersonId,
} from '#shared/core'
import type { MinutesState } from '#shared/minutes'

/** The minutes of a meeting, or an erratum to sealed ones. */
export interface Minutes {
  readonly id: MinutesId
  readonly kind: 'minutes' | 'erratum'
  readonly meetingId: MeetingId
  /** The group whose chain they stand in. */
  readonly groupId: GroupId
  /** The sealed minutes that an erratum adds to. */
  readonly amendsId: MinutesId | null
  readonly state: MinutesState
  /** The item of a later meeting with which they are put to approval. */
  readonly approvalItemId: AgendaItemId | null
  readonly approvedAt: Instant | null
  readonly sealedAt: Instant | null
  readonly chainNumber: number | null
  /** Canonical JSON. */
  readonly approval: string | null
  readonly seal: Digest | null
  readonly createdAt: Instant
}

/** What was circulated. */
export interface MinutesVersion {
  readonly id: MinutesVersionId
  readonly minutesId: MinutesId
  readonly number: number
  /** Canonical JSON, byte for byte what the digest covers. */
  readonly content: string
  readonly digest: Digest
  readonly circulatedAt: Instant
  readonly circulatedBy: PersonId
  readonly correctionsUntil: Instant
}
