/** Bodies and answers of the motion routes. Server only: the browser takes their types alone. */
import { z } from 'zod'
import {
  idPattern,
  type AmendmentId,
  type GroupId,
  type MotionId,
  type OrganisationId,
  type PersonId,
  type SeatId,
} from '#shared/core'
import { count, digest, id, instant } from '#shared/core/schema'
import { votingConstituencies } from './electorate.ts'
import { votedKinds } from './follow-up.ts'
import type { GivenName } from './given-name.ts'
import { allChoices, voidCauses } from './log.ts'
import { gradeLevels } from './majority.ts'
import { methodNames } from './method.ts'
import { reasonLimit } from './limits.ts'
import { outcomes } from './outcome.ts'
import { reminderStages } from './reminders.ts'
import { majorities, ngoPolicies, subjectKinds } from './rules.ts'
import type { TraceStep } from './trace.ts'

const motionId = id<MotionId>()
const groupId = id<GroupId>()
const seatId = id<SeatId>()
const personId = id<PersonId>()
const organisationId = id<OrganisationId>()
const subjectKind = z.enum(votedKinds)
const mode = z.enum(['meeting', 'correspondence'])
const constituency = z.enum(votingConstituencies)
const rank = z.enum(['head', 'alternate'])
const choice = z.enum(allChoices)

// Bodies

/** Elections are always secret; what is elected in stands with the election. [V10, V11, V12] */
const openedMethod = z.enum(['BALLOT', 'CONSENSUS', 'SILENCE']).optional()

export const openingBody = z.discriminatedUnion('mode', [
  z.strictObject({
    subjectKind,
    subjectId: z.string().regex(idPattern),
    mode: z.literal('meeting'),
    method: openedMethod,
    /** Seats present, each once. [V6] */
    roll: z.array(seatId).max(200),
    closesAt: instant,
  }),
  z.strictObject({
    subjectKind,
    subjectId: z.string().regex(idPattern),
    mode: z.literal('correspondence'),
    method: openedMethod,
    closesAt: instant,
  }),
])

export const ballotBody = z.strictObject({
  seatId,
  choice,
  /** Of the text the person had before them. [V4] */
  digest,
  reason: z.string().trim().max(reasonLimit).nullable().default(null),
})

/** A paper for the box; `candidate` null is a blank one. [V12] */
export const secretBallotBody = z.strictObject({ seatId, digest, candidate: personId.nullable() })

export const extensionBody = z.strictObject({ closesAt: instant })

export const motionListQuery = z.strictObject({
  /** `open` counts votes held for the NGO seats too. */
  state: z.enum(['open', 'decided']).optional(),
  group: groupId.optional(),
  /** Id of a section version or plan version, or of the section or plan it is a version of. */
  subject: z.string().regex(idPattern).optional(),
})

export const preflightQuery = z.strictObject({ subjectKind, subjectId: z.string().regex(idPattern) })

// Answers

const group = z.object({ id: groupId, code: z.string(), name: z.string(), kind: z.enum(['nwg', 'twg']) })
/** What the workspace calls a text; null where people gave it its title. */
export const givenName = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('planVersion'), plan: z.enum(['nap', 'children']), number: count }),
    z.object({
      kind: z.literal('termsVersion'),
      office: z.enum(['nationalCoordinator', 'secretariat']).nullable(),
      group: z.string(),
    }),
    z.object({ kind: z.literal('election'), group: z.string() }),
  ])
  .nullable() satisfies z.ZodType<GivenName | null>
/** A title, and the facts of which a reader's language makes it. */
export const textTitle = { title: z.string(), name: givenName }
const subject = z.object({ kind: subjectKind, id: z.string(), baseId: z.string(), ...textTitle, digest })
/** A tally as it is answered. */
export const tally = z.object({
  seats: count,
  yes: count,
  no: count,
  abstain: count,
  presentNotVoting: count,
  recused: count,
  notCast: count,
})
const tallies = z.object({ STATE: tally, NGO: tally, PARTNER: tally })
const grade = z.object({
  level: z.enum(gradeLevels),
  suffix: z.enum(['NGO_OBJECTS', 'NGO_SILENT']).nullable(),
})
const quorum = z.object({
  seats: count,
  present: count,
  needed: count,
  ngoSeats: count,
  ngoPresent: count,
  ngoNeeded: count,
})
const comparison = { left: count, relation: z.enum(['>', '>=']), right: count }
const concurrence = {
  position: z.enum(['CONCUR', 'OPPOSED', 'SILENT']),
  ngoYes: count,
  ngoNo: count,
  ngoSeats: count,
}

function step<S extends string, R extends string, F extends z.ZodRawShape>(name: S, rule: R, facts: F) {
  return z.object({ step: z.literal(name), rule: z.literal(rule), ok: z.boolean(), facts: z.object(facts) })
}

const traceStep = z.discriminatedUnion('step', [
  step('electorate', 'V1', { seats: count, state: count, ngo: count, partner: count }),
  step('composition', 'V2', { ngoSeats: count, required: count }),
  step('quorum-at-opening', 'V6', quorum.shape),
  step('ballots', 'V3', { cast: count, seats: count, recused: count, setAside: count }),
  step('text', 'V4', { otherDigest: count, otherVersionAdopted: z.boolean() }),
  step('time', 'V5', { closesAt: instant, closedAt: instant.nullable(), late: count }),
  step('quorum-at-closing', 'V7', quorum.shape),
  step('one-yes', 'V8', { yes: count }),
  step('majority', 'V8', { ...comparison, majority: z.enum(majorities), yes: count, no: count, eligible: count }),
  step('tie', 'V8', { yes: count, no: count, second: z.boolean() }),
  step('concurrence', 'V9', {
    ...concurrence,
    policy: z.enum(ngoPolicies),
    round: z.union([z.literal(1), z.literal(2)]),
  }),
  step('ngo-hold', 'V9', { ...concurrence, closesAt: instant }),
  step('consensus', 'V10', { support: count, standAside: count, block: count }),
  step('silence', 'V11', { brokenBy: z.enum(['objection', 'amendment']).nullable() }),
  step('delivery', 'V11', { seats: count, delivered: count }),
  step('ngo-opened', 'V11', { ngoSeats: count, opened: count, extended: z.boolean() }),
  step('secret-count', 'V12', { most: count, others: count, blank: count }),
  step('reconsideration', 'V13', {
    ...comparison,
    majority: z.enum(majorities),
    yes: count,
    no: count,
    eligible: count,
  }),
  step('voided', 'V13', { cause: z.enum(voidCauses), at: instant }),
  step('over-objection', 'V9', { ...comparison, yes: count, eligible: count }),
]) satisfies z.ZodType<TraceStep>

const currentBallot = z.object({
  choice,
  personId,
  personName: z.string(),
  rank,
  receivedAt: instant,
  reason: z.string().nullable(),
})

const mySeat = z.object({
  seatId,
  label: z.string(),
  organisationName: z.string(),
  constituency,
  rank,
  /** The one that counts for the seat now; of the hold while there is one. */
  ballot: currentBallot.nullable(),
  /** Why this person may not cast for it now: type of the problem they would get. */
  refusal: z
    .enum([
      'presiding-casts-none',
      'person-tied-to-another-seat',
      'motion-not-open',
      'ballot-late',
      'held-for-ngo-seats',
      'secret-ballot-final',
    ])
    .nullable(),
  /** Somebody of the seat opened the text; by correspondence only. [V11] */
  textOpened: z.boolean(),
  /** Of a secret ballot: whether a paper for the seat is in the box. [V12] */
  inBox: z.boolean(),
})

const state = z.enum(['open', 'held', 'returned', 'decided'])

/** One line of the list of votes. */
export const motionSummaryAnswer = z.object({
  id: motionId,
  group,
  subject,
  mode,
  method: z.enum(methodNames),
  round: z.union([z.literal(1), z.literal(2)]),
  state,
  openedAt: instant,
  /** Of the general vote. */
  closesAt: instant,
  /** When time alone moves it on; null once it is over. */
  dueAt: instant.nullable(),
  decidedAt: instant.nullable(),
  /** For a technical cause no ballots are taken; the deadline moves by the pause. */
  paused: z.boolean(),
  seats: count,
  /** Seats that have cast. */
  cast: count,
  /** The meeting and the item of its agenda under which it was opened. */
  meeting: z.object({ meetingId: z.string(), itemId: z.string() }).nullable(),
  /** Year and number, within its group, of a vote that decided its text. [M6] */
  numbered: z.object({ year: count, number: count }).nullable(),
  outcome: z.enum(outcomes).nullable(),
  grade: grade.nullable(),
  /** Whether chair and Secretariat still have to certify the outcome. [V9] */
  toCertify: z.boolean(),
  /** Null while it is hidden. [V5] */
  tally: tally.nullable(),
  tallyByConstituency: tallies.nullable(),
  mySeats: z.array(mySeat),
})

export const motionListAnswer = z.object({ serverNow: instant, motions: z.array(motionSummaryAnswer) })

const seat = z.object({
  seatId,
  label: z.string(),
  organisationId,
  organisationName: z.string(),
  constituency,
  accredited: z.array(z.object({ personId, name: z.string(), rank })),
  /** On the roll when the vote opened; null by correspondence. [V6] */
  present: z.boolean().nullable(),
  /** Whether it has cast; of the hold for the seats heard in it. */
  cast: z.boolean(),
  /** The ballot that counts; null while it is hidden or there is none. [V5] */
  ballot: currentBallot.nullable(),
  /** How many ballots were cast for it, changed ones included; null while hidden. */
  ballots: count.nullable(),
  heldNow: z.boolean(),
  /** Whether somebody of the seat was reached, and has opened the text; null in a meeting, and for whoever conducts no such vote. [V11] */
  delivered: z.boolean().nullable(),
  textOpened: z.boolean().nullable(),
})

const votes = z.object({
  personId,
  name: z.string(),
  votes: count,
  /** By constituency; null where a split would tell of single ballots. [V12] */
  by: z.object({ STATE: count.nullable(), NGO: count.nullable(), PARTNER: count.nullable() }),
})

/** A vote as this person may see it now. */
export const motionAnswer = motionSummaryAnswer.extend({
  serverNow: instant,
  /** None for what is not of a plan. */
  planKind: z.enum(['nap', 'children']).nullable(),
  rulesKind: z.enum(subjectKinds),
  /** Number of the version that readers of the text compare it with; null where none stood before it. [E9] */
  comparedWith: count.nullable(),
  snapshotDigest: digest,
  /** Of the rule set it was opened under, and is decided by. */
  ruleSetDigest: digest,
  openedBy: z.string(),
  presiding: z.string().nullable(),
  afterTie: z.boolean(),
  majority: z.enum(majorities),
  ngoPolicy: z.enum(ngoPolicies),
  extensionsLeft: count,
  /** The time in which the NGO seats are heard alone. [V9] */
  hold: z.object({ closesAt: instant, tally: tally.nullable() }).nullable(),
  /** Whether the running figures are shown. [V5] */
  visible: z.boolean(),
  roster: z.array(seat),
  /** By correspondence, for chair and Secretariat: reminders that went out, with how many seats, and when the next does. */
  reminders: z
    .object({
      sent: z.array(z.object({ stage: z.enum(reminderStages), at: instant, seats: count })),
      nextAt: instant.nullable(),
    })
    .nullable(),
  quorum,
  /** Ballots that came too late or on another text: kept, and counted nowhere. */
  refusedBallots: count,
  may: z.object({
    /** Is of those who may close this vote at all. */
    close: z.boolean(),
    /** And every seat has cast. */
    closeNow: z.boolean(),
    extend: z.boolean(),
  }),
  trace: z.array(traceStep).nullable(),
  /** Who can be elected, in the order of the election. [V12] */
  candidates: z.array(z.object({ personId, name: z.string() })),
  /** Once the papers are counted. [V12] */
  election: z.object({ candidates: z.array(votes), blank: count, elected: personId.nullable() }).nullable(),
  /** The silence was extended because no NGO seat had opened the text. [V11] */
  silenceExtended: z.boolean(),
  /** The group adopted this very text before. [V13] */
  reconsiders: z.boolean(),
})

const opening = z.discriminatedUnion('type', [
  z.object({ type: z.literal('composition-blocked'), ngoSeats: count, required: count }),
  z.object({
    type: z.literal('inquorate-at-opening'),
    present: count,
    needed: count,
    ngoPresent: count,
    ngoNeeded: count,
  }),
  z.object({ type: z.literal('rule-set-not-in-force'), inForce: digest, prepared: digest }),
  z.object({ type: z.literal('closes-before-it-opens'), openedAt: instant, closesAt: instant }),
  z.object({ type: z.literal('closes-too-late'), latest: instant }),
  z.object({ type: z.literal('amendments-in-order'), amendmentId: id<AmendmentId>(), seat: z.string() }),
  z.object({ type: z.literal('amendments-open'), open: count }),
  z.object({ type: z.literal('second-call-too-soon'), opensFrom: instant }),
  z.object({ type: z.literal('tie-too-recent'), opensFrom: instant }),
  z.object({ type: z.literal('reconciliation-open'), opensFrom: instant }),
  z.object({ type: z.literal('silence-not-allowed') }),
  z.object({ type: z.literal('silence-in-meeting') }),
  z.object({ type: z.literal('silence-too-short'), earliest: instant }),
  z.object({ type: z.literal('method-of-another-subject') }),
  z.object({ type: z.literal('subject-already-under-vote'), motionId }),
  z.object({ type: z.literal('subject-not-votable'), state: z.string() }),
  z.object({ type: z.literal('subject-altered'), digest }),
])

/** What stands for and against opening a vote, before it is opened. */
export const preflightAnswer = z.object({
  serverNow: instant,
  subject,
  rulesKind: z.enum(subjectKinds),
  group,
  /** What stands against it even if every seat is present. */
  problems: z.array(opening),
  majority: z.enum(majorities),
  ngoPolicy: z.enum(ngoPolicies),
  round: z.union([z.literal(1), z.literal(2)]),
  afterTie: z.boolean(),
  reconsiders: z.boolean(),
  /** Why silence is not offered for this text; null where it is. [V11] */
  silence: z.object({ allowed: z.boolean(), earliest: instant }),
  /** The electorate as it would be frozen now, in the group's order. */
  seats: z.array(
    seat.pick({ seatId: true, label: true, organisationName: true, constituency: true, accredited: true }),
  ),
  /** Needed on the roll of a meeting. [V6] */
  needed: z.object({ seats: count, ngoSeats: count }),
  mayOpen: z.object({ meeting: z.boolean(), correspondence: z.boolean() }),
  /** Suggested deadlines. */
  closesAt: z.object({ meeting: instant, correspondence: instant }),
  /** Last deadlines that may be set. */
  latest: z.object({ meeting: instant, correspondence: instant }),
})

export const openedAnswer = z.object({ id: motionId })

export * from './after-schema.ts'

export type OpeningBody = z.output<typeof openingBody>
export type OpeningInput = z.input<typeof openingBody>
export type SecretBallotBody = z.output<typeof secretBallotBody>
export type BallotBody = z.output<typeof ballotBody>
export type MotionListQuery = z.output<typeof motionListQuery>
export type MotionSummary = z.output<typeof motionSummaryAnswer>
export type MotionView = z.output<typeof motionAnswer>
export type RosterSeatView = MotionView['roster'][number]
export type MySeatView = MotionSummary['mySeats'][number]
export type Preflight = z.output<typeof preflightAnswer>
export type PreflightProblem = Preflight['problems'][number]
