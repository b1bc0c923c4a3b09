import type { Instant, MotionId } from '#shared/core'
import type { Group } from '#shared/group'
import type { GivenName } from './given-name.ts'
import { isAdopted, type Outcome } from './outcome.ts'
import type { JointAct } from './together.ts'

/** What a vote can be about, by what it is a version of. */
export const votedKinds = [
  'sectionVersion',
  'planVersion',
  'minutesVersion',
  'termsVersion',
  'election',
  'amendment',
] as const
export type VotedKind = (typeof votedKinds)[number]

/** What a vote that is over, or an act of two persons on any vote, asks of one person. [V9, V13] */
export interface FollowUp {
  readonly id: MotionId
  readonly title: string
  readonly name: GivenName | null
  readonly group: Pick<Group, 'id' | 'kind' | 'name'>
  readonly subject: { readonly kind: VotedKind; readonly id: string }
  /** Acts of two that wait for this person to confirm them. */
  readonly toAnswer: readonly { readonly act: JointAct; readonly askedBy: string; readonly until: Instant }[]
  /** Until when they may record a reconciliation; null where they may not, or it is recorded or over. */
  readonly reconcileUntil: Instant | null
  /** The chair may put the returned text to the vote again. */
  readonly secondRound: boolean
  /** Their seats that objected to what was adopted and have said nothing yet. */
  readonly dissent: { readonly until: Instant; readonly seats: readonly string[] } | null
  /** They may ask for the certification of the text's adoption. */
  readonly certify: boolean
}

/** Outcomes that bind by being certified; minutes are sealed, and persons hold their office, without. */
const certified: readonly VotedKind[] = ['sectionVersion', 'planVersion', 'termsVersion']

/** Whether chair and Secretariat still have to certify how a vote ended. [V9] */
export function isToCertify(vote: {
  readonly subjectKind: VotedKind
  readonly outcome: Outcome | null
  readonly certifiedAt: Instant | null
}): boolean {
  const { subjectKind, outcome, certifiedAt } = vote
  return certified.includes(subjectKind) && outcome !== null && isAdopted(outcome) && certifiedAt === null
}
