/** Bodies and answers of the routes around and after a vote. Server only: the browser takes their types alone. */
import { z } from 'zod'
import { hasWords, type JointActId, type MotionId, type SeatId, type VoteStatementId } from '#shared/core'
import { id, instant } from '#shared/core/schema'
import { votingConstituencies } from './electorate.ts'
import { voidCauses } from './log.ts'
import { statementKinds, statementLimit } from './statements.ts'
import { capacities, jointActs, jointAskStates } from './together.ts'

const seatId = id<SeatId>()
const motionId = id<MotionId>()
const jointActId = id<JointActId>()
const statementId = id<VoteStatementId>()
const words = z.string().trim().min(1).max(statementLimit).refine(hasWords)
const kind = z.enum(statementKinds)
const rank = z.enum(['head', 'alternate'])

// Bodies

/** `text` is the technical cause, what was agreed, or a remark. */
export const jointActBody = z.discriminatedUnion('act', [
  z.strictObject({ act: z.enum(['pause', 'resume', 'reconcile']), text: words }),
  z.strictObject({ act: z.literal('void'), cause: z.enum(voidCauses), text: words }),
  z.strictObject({ act: z.literal('certify'), text: z.string().trim().max(statementLimit).default('') }),
])

/** A waiver may be silent. */
export const voteStatementBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['explanation', 'dissent', 'reservation', 'correction']),
    seatId,
    text: words,
  }),
  z.strictObject({ kind: z.literal('waiver'), seatId, text: z.string().trim().max(statementLimit).default('') }),
])

// Answers

export const askedAnswer = z.object({ id: jointActId })
export const statedAnswer = z.object({ id: statementId })

const jointAct = z.object({
  id: jointActId,
  act: z.enum(jointActs),
  state: z.enum(jointAskStates),
  cause: z.enum(voidCauses).nullable(),
  text: z.string(),
  askedBy: z.string(),
  askedAs: z.enum(capacities),
  askedAt: instant,
  /** Who has to confirm it. */
  confirmAs: z.enum(capacities),
  /** Who confirmed or declined it. */
  answeredBy: z.string().nullable(),
  endedAt: instant.nullable(),
  /** Until when it waits. */
  expiresAt: instant,
  mayConfirm: z.boolean(),
  mayDecline: z.boolean(),
  mayWithdraw: z.boolean(),
})

const statement = z.object({
  id: statementId,
  seatId,
  organisationName: z.string(),
  constituency: z.enum(votingConstituencies),
  kind,
  number: z.number().int(),
  at: instant,
  by: z.string(),
  /** In which that person spoke for the seat. */
  rank,
  text: z.string(),
  /** It does not stand. */
  replaced: z.boolean(),
  /** What stands in its place: a later one of the same seat and kind, or the head's in the place of an alternate's. */
  replacedBy: statementId.nullable(),
  /** Stands beside what was certified, and took the place of nothing in it. */
  afterCertification: z.boolean(),
})

/** What goes on around a vote and what follows it. */
export const afterVoteAnswer = z.object({
  serverNow: instant,
  state: z.enum([
    'prepared',
    'open',
    'paused',
    'closed',
    'held',
    'returned',
    'decided',
    'certified',
    'published',
    'voided',
  ]),
  reconciledAt: instant.nullable(),
  certifiedAt: instant.nullable(),
  publishedAt: instant.nullable(),
  /** Of a returned text: when the second round may be opened if nothing is recorded; null once it was taken up again. */
  secondRoundFrom: instant.nullable(),
  /** The vote in which a returned text was taken up again. */
  takenUpBy: motionId.nullable(),
  /** Of an adopted text; later than now where the NGO seats may still hand in their dissent. */
  certifiableFrom: instant.nullable(),
  /** Organisations that objected and have neither handed in their dissent nor waived it. */
  dissentAwaited: z.array(z.object({ seatId, organisationName: z.string() })),
  /** All of them, the first asked for first. */
  jointActs: z.array(jointAct),
  /** In what this person can take part in acts of two on this vote. */
  capacities: z.array(z.enum(capacities)),
  /** What this person may ask for now. */
  mayAsk: z.array(z.enum(jointActs)),
  mayPublish: z.boolean(),
  /** Every version, in the order of time. */
  statements: z.array(statement),
  /** For which seats, and how, this person may speak now. */
  mayState: z.array(z.object({ seatId, organisationName: z.string(), rank, kinds: z.array(kind) })),
})

export type JointActBody = z.output<typeof jointActBody>
export type JointActInput = z.input<typeof jointActBody>
export type VoteStatementBody = z.output<typeof voteStatementBody>
export type VoteStatementInput = z.input<typeof voteStatementBody>
export type AfterVote = z.output<typeof afterVoteAnswer>
export type JointActView = AfterVote['jointActs'][number]
export type VoteStatementView = AfterVote['statements'][number]
