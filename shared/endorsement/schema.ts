/** What the routes of plan versions take and give. Server only: the browser takes the types alone. */
import { z } from 'zod'
import type { GroupId, MotionId, PlanId, PlanVersionId, SectionId, SectionVersionId } from '#shared/core'
import { count, digest, id, instant } from '#shared/core/schema'
import { outcomes, gradeLevels } from '#shared/motion'
import { assertionBody } from '#shared/people/schema'
import { passwordLimit } from '#shared/people'
import { planKinds } from '#shared/plan'
import type { Bundle } from './bundle.ts'
import { reasonsLimit } from './limits.ts'
import { planVersionStates } from './moves.ts'
import { endorsementForms, endorsementMethods, type EndorsementStatement } from './statement.ts'

const planId = id<PlanId>()
const planVersionId = id<PlanVersionId>()
const form = z.literal(endorsementForms)
const method = z.literal(endorsementMethods)
/** SHA-256, base64url. */
const challenge = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

// Requests

export const planVersionPath = z.strictObject({ id: planVersionId })
export const readinessQuery = z.strictObject({ planId })
export const candidateBody = z.strictObject({ planId })
export const sendingBackBody = z.strictObject({ reasons: z.string().trim().min(1).max(reasonsLimit) })
/** `as` is asked of a children's plan only. [E7] */
export const preparationBody = z.strictObject({ as: form.nullable().default(null) })
export const endorsementBody = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('passkey'), challenge, response: assertionBody }),
  z.strictObject({ method: z.literal('workspaceKey'), challenge, password: z.string().min(1).max(passwordLimit) }),
])

// Answers

const tally = z.object({
  seats: count,
  yes: count,
  no: count,
  abstain: count,
  presentNotVoting: count,
  recused: count,
  notCast: count,
})
export type TallyAnswer = z.output<typeof tally>
const grade = z.object({
  level: z.enum(gradeLevels),
  suffix: z.enum(['NGO_OBJECTS', 'NGO_SILENT']).nullable(),
})
const plan = z.object({
  id: planId,
  kind: z.literal(planKinds),
  title: z.string(),
  group: z.object({ id: id<GroupId>(), name: z.string(), kind: z.enum(['nwg', 'twg']) }),
})

export const readinessAnswer = z.object({
  plan,
  /** Sections that can stand in a manifest now. */
  ready: count,
  waived: count,
  missing: z.array(
    z.object({
      sectionId: id<SectionId>(),
      code: z.string(),
      title: z.string(),
      reason: z.enum(['notAdopted', 'altered', 'dissentMissing']),
      /** The vote that is to be certified, of a missing dissent. [V9] */
      motionId: id<MotionId>().optional(),
    }),
  ),
  mayAssemble: z.boolean(),
})
export type ReadinessAnswer = z.output<typeof readinessAnswer>

export const planVersionSummary = z.object({
  id: planVersionId,
  plan,
  number: count,
  state: z.literal(planVersionStates),
  root: digest,
  sections: count,
  waived: count,
  assembledAt: instant,
  assembledBy: z.string(),
  adoptedAt: instant.nullable(),
  notedAt: instant.nullable(),
  endorsedAt: instant.nullable(),
  publishedAt: instant.nullable(),
  grade: grade.nullable(),
  endorsedAs: form.nullable(),
  /** When the note of the NWG counts as given; of an adopted children's plan only. [E7] */
  noteDueAt: instant.nullable(),
  /** When a waiting version raises a reminder; past, it has. [E3] */
  reminderAt: instant.nullable(),
})
export type PlanVersionSummary = z.output<typeof planVersionSummary>
export const planVersionsAnswer = z.array(planVersionSummary)

const vote = z.object({
  motionId: id<MotionId>(),
  outcome: z.literal(outcomes).nullable(),
  openedAt: instant,
  decidedAt: instant.nullable(),
  tally: tally.nullable(),
  ngoTally: tally.nullable(),
})

const entry = z.object({
  sectionId: id<SectionId>(),
  code: z.string(),
  title: z.string(),
  /** The text that stood there in the version endorsed before, where a text did. */
  before: z.object({ versionId: id<SectionVersionId>(), versionNumber: count }).nullable(),
})
const manifestEntry = z.union([
  entry.extend({
    group: z.string(),
    versionId: id<SectionVersionId>(),
    versionNumber: count,
    digest,
    grade,
    vote: vote.nullable(),
    /** Computed from the stored text at this reading; null where the text is gone. */
    digestFound: digest.nullable(),
    change: z.enum(['added', 'changed', 'same']),
  }),
  entry.extend({ waived: z.string(), change: z.enum(['added', 'changed', 'same']) }),
])
export type ManifestEntryAnswer = z.output<typeof manifestEntry>

const objection = z.object({
  code: z.string(),
  title: z.string(),
  ngoTally: tally,
  outcome: z.literal(outcomes),
  grade,
})
export type ObjectionAnswer = z.output<typeof objection>

const act = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('endorsed'),
    at: instant,
    by: z.string(),
    method,
    as: form.nullable(),
    /** SHA-256 of the signed statement. */
    statement: digest,
  }),
  z.object({ act: z.literal('sentBack'), at: instant, by: z.string(), reasons: z.string() }),
])

export const planVersionAnswer = planVersionSummary.extend({
  /** The root computed again from the stored manifest. */
  rootFound: digest,
  /** Empty where the stored manifest is not the one that was put together. */
  entries: z.array(manifestEntry),
  annex: z.object({ planVersionId, number: count, root: digest }).nullable(),
  /** The endorsed version that this one is compared with. */
  since: z.object({ number: count, root: digest }).nullable(),
  removed: z.array(z.string()),
  objections: z.array(objection),
  /** Adopted over the NGO seats' objection and not certified yet: nothing is endorsed on it. `plan` is the whole. [E5] */
  uncertified: z.array(z.object({ code: z.string(), title: z.string(), motionId: id<MotionId>() })),
  /** Votes on the whole, the latest first. */
  votes: z.array(vote),
  acts: z.array(act),
  /** What this person may do with it now. */
  may: z.object({
    open: z.boolean(),
    note: z.boolean(),
    endorse: z.boolean(),
    sendBack: z.boolean(),
    publish: z.boolean(),
  }),
})
export type PlanVersionAnswer = z.output<typeof planVersionAnswer>

export const assembledAnswer = z.object({ id: planVersionId })

/** Described, not checked: the statement is signed text, the options are WebAuthn's. */
const statement = z.custom<EndorsementStatement>().meta({
  type: 'object',
  description: 'What is signed, in the form `plenary/endorsement/1`; see docs/bundle.md.',
})
export type AuthenticatorOptions = {
  readonly challenge: string
  readonly rpId?: string | undefined
  readonly timeout?: number | undefined
  readonly userVerification?: 'required' | 'preferred' | 'discouraged' | undefined
}
export const preparedAnswer = z.object({
  method,
  statement,
  challenge,
  /** PublicKeyCredentialRequestOptionsJSON of WebAuthn level 3; null by password. */
  options: z
    .custom<AuthenticatorOptions>()
    .nullable()
    .meta({ type: ['object', 'null'] }),
  expiresAt: instant,
})
export type PreparedAnswer = z.output<typeof preparedAnswer>
export type EndorsementInput = z.input<typeof endorsementBody>

export const bundleAnswer = z.custom<Bundle>().meta({
  type: 'object',
  description: 'The file for verification, in the form `plenary/bundle/1`; see docs/bundle.md.',
})
