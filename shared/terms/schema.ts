/** What the routes of terms of reference and memoranda take and give. */
import { z } from 'zod'
import type { GroupId, MemorandumId, OrganisationId, PersonId, SeatId, TermsId, TermsVersionId } from '#shared/core'
import { count, digest, id, instant } from '#shared/core/schema'
import { majorities, ngoPolicies, type Grade } from '#shared/motion'
import { versionStates } from '#shared/plan'
import { termsKinds } from './bodies.ts'
import type { TermsContent } from './content.ts'
import { memorandumReasonLimit, memorandumReferenceLimit } from './limits.ts'
import type { GroupSettings, SettingChanges } from './settings.ts'

const termsId = id<TermsId>()
const versionId = id<TermsVersionId>()
const groupId = id<GroupId>()
const seatId = id<SeatId>()
const personId = id<PersonId>()
const organisationId = id<OrganisationId>()
const memorandumId = id<MemorandumId>()
const line = (limit: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(limit)
    .regex(/^[^\p{Cc}]*$/u, 'one line of text')

// Requests

export const termsPath = z.strictObject({ id: termsId })
export const termsVersionPath = z.strictObject({ id: versionId })
export const groupTermsPath = z.strictObject({ id: groupId })
export const memorandumPath = z.strictObject({ id: memorandumId })

/** Left out, now. */
export const inForceQuery = z.strictObject({ at: z.coerce.number().pipe(instant).optional() })

const whole = z.number().int()
const share = z.strictObject({ numerator: whole, denominator: whole })
const majority = z.enum(majorities)

/** Form only: whether the bounds hold, `settingFaults` says of the settings as a whole. */
const settingChangesSchema = z.strictObject({
  ngoMinimum: whole.optional(),
  quorumMoreThan: share.optional(),
  ngoQuorumAtLeast: share.optional(),
  'majority.section': majority.optional(),
  'majority.amendment': majority.optional(),
  'majority.minutes': majority.optional(),
  'majority.plan': majority.optional(),
  'majority.annex': majority.optional(),
  'majority.ruleSet': majority.optional(),
  'majority.election': majority.optional(),
  'majority.procedure': majority.optional(),
  reconsideration: majority.optional(),
  ngoPolicy: z.enum(ngoPolicies).optional(),
  extensions: whole.optional(),
  secondCallNoticeMs: whole.optional(),
  tieRestMs: whole.optional(),
  reconciliationMs: whole.optional(),
  ngoHoldMs: whole.optional(),
  silenceMs: whole.optional(),
  silenceExtensionMs: whole.optional(),
  secretSplitFrom: whole.optional(),
  dissentMs: whole.optional(),
  noticeMs: whole.optional(),
  urgentNoticeMs: whole.optional(),
  cadenceMs: whole.optional(),
  circulateWithinMs: whole.optional(),
  correctionsMs: whole.optional(),
}) satisfies z.ZodType<SettingChanges>

export const settingsChangeBody = z.strictObject({
  /** Digest of the draft that was looked at: that one is changed or none. */
  digest,
  /** Fields that are not named stay as they are. */
  changes: settingChangesSchema,
})
export type SettingsChangeBody = z.infer<typeof settingsChangeBody>

export const newTermsVersionBody = z.strictObject({
  /** Digest of the text and settings that the submitter looked at: those are frozen or none. */
  digest,
  /** The seat it is submitted for; left out, the first voting seat held in the deciding group. */
  seatId: seatId.optional(),
})
export type NewTermsVersion = z.infer<typeof newTermsVersionBody>

export const memorandumBody = z.strictObject({
  organisationId,
  /** How the parties call it: a number, a file, a date of signature. */
  reference: line(memorandumReferenceLimit),
  validFrom: instant,
  /** The first moment at which it does not hold any more; null for one without an end. */
  validUntil: instant.nullable(),
})
export type MemorandumBody = z.infer<typeof memorandumBody>

export const memorandumEndBody = z.strictObject({ reason: line(memorandumReasonLimit) })
export type MemorandumEndBody = z.infer<typeof memorandumEndBody>

// Answers

const groupEntry = z.strictObject({ id: groupId, kind: z.enum(['nwg', 'twg']), code: z.string(), name: z.string() })
const personEntry = z.strictObject({ id: personId, name: z.string(), organisation: z.string().nullable() })

/** Described, not checked: only this program makes them. */
const settingsSchema = z.custom<GroupSettings>().meta({
  type: 'object',
  description: 'Rule set and meeting settings, as in a version of the form `plenary/terms/1`.',
})
const contentSchema = z.custom<TermsContent>().meta({
  type: 'object',
  description: 'Canonical terms of reference in the form `plenary/terms/1`.',
})
const gradeSchema = z.custom<Grade>().meta({ type: 'object', description: 'How broadly it was adopted.' })

const termsVersionEntry = z.strictObject({
  id: versionId,
  number: z.number().int(),
  digest,
  state: z.literal(versionStates),
  submittedAt: instant,
  submittedBy: personEntry,
  seat: z.strictObject({ id: seatId, label: z.string() }).nullable(),
  decidedAt: instant.nullable(),
  /** None of an adopted version whose adoption over the NGO seats' objection is not certified yet. [V9] */
  inForceAt: instant.nullable(),
  grade: gradeSchema.nullable(),
})
export type TermsVersionEntry = z.infer<typeof termsVersionEntry>

const termsIdentity = z.strictObject({
  id: termsId,
  kind: z.literal(termsKinds),
  /** Of the body: its own for a group; for an office its holder's institution is not named. */
  name: z.string(),
  /** The group that decides on them. */
  group: groupEntry,
})

const termsEntry = termsIdentity.extend({
  access: z.enum(['edit', 'read']),
  /** Since when the text stands still because a part of it could not be read. */
  damagedAt: instant.nullable(),
  /** When a person last changed the live text or the draft of the settings. */
  editedAt: instant.nullable(),
  inForce: z.strictObject({ id: versionId, number: z.number().int(), digest, since: instant }).nullable(),
  /** The latest version, if it is neither in force nor out of the race. */
  pending: z.strictObject({ id: versionId, number: z.number().int(), state: z.literal(versionStates) }).nullable(),
})
export type TermsEntry = z.infer<typeof termsEntry>
export const termsListAnswer = z.array(termsEntry)

const settingsDraft = z.strictObject({
  draft: settingsSchema,
  digest,
  changedAt: instant.nullable(),
  changedBy: z.string().nullable(),
  /** What the group votes and meets by now. */
  inForce: settingsSchema,
  /** The group's seats that could vote now, for the examples. */
  seats: z.strictObject({ STATE: count, NGO: count, PARTNER: count }),
})
export type SettingsDraft = z.infer<typeof settingsDraft>

export const termsAnswer = termsEntry.extend({
  versions: z.array(termsVersionEntry),
  /** Null for an office. */
  settings: settingsDraft.nullable(),
})
export type TermsAnswer = z.infer<typeof termsAnswer>

export const termsPreviewAnswer = z.strictObject({
  digest,
  content: contentSchema,
  /** The version that froze exactly this and is still in the race, if there is one. */
  submittedAs: z.strictObject({ id: versionId, number: z.number().int(), state: z.literal(versionStates) }).nullable(),
})
export type TermsPreview = z.infer<typeof termsPreviewAnswer>

export const termsVersionAnswer = termsVersionEntry.extend({
  terms: termsIdentity,
  /** Whether the stored text still has the version's digest; recomputed at each reading. [E1] */
  intact: z.boolean(),
  /** Null where the stored text was altered: what was submitted is not known any more. */
  content: contentSchema.nullable(),
  /** The rule set that votes opened under it name. */
  ruleSetDigest: digest.nullable(),
  /** The version adopted before it, and what was in force until then; the default, if nothing was. */
  before: z.strictObject({
    version: z.strictObject({ id: versionId, number: z.number().int() }).nullable(),
    settings: settingsSchema.nullable(),
  }),
  /** How many other versions of these terms there are to compare it with. [E9] */
  others: count,
})
export type TermsVersionDetail = z.infer<typeof termsVersionAnswer>

/** `from`: the version to compare with; left out, the one that was in force until this one, or would be. */
export const termsComparisonQuery = z.strictObject({ from: versionId.optional() })

const comparedVersion = termsVersionEntry.extend({
  /** Null where the stored text was altered. */
  content: contentSchema.nullable(),
})

/** Two versions of the terms of one body, to be told as a redline of the words and choice by choice of the rules. [E9] */
export const termsComparisonAnswer = z.strictObject({
  to: comparedVersion,
  /** Null where none was asked for and none was in force before. */
  from: comparedVersion.nullable(),
  /** All versions of these terms, the latest first. */
  versions: z.array(termsVersionEntry),
})
export type TermsComparison = z.infer<typeof termsComparisonAnswer>

export const groupTermsAnswer = z.strictObject({
  termsId,
  /** Null where the group votes by the default rules. */
  inForce: z
    .strictObject({ id: versionId, number: z.number().int(), digest, ruleSetDigest: digest, since: instant })
    .nullable(),
  pending: termsEntry.shape.pending,
})
export type GroupTerms = z.infer<typeof groupTermsAnswer>

export const memorandumAnswer = z.strictObject({
  id: memorandumId,
  organisation: z.strictObject({ id: organisationId, name: z.string() }),
  reference: z.string(),
  validFrom: instant,
  validUntil: instant.nullable(),
  endedAt: instant.nullable(),
  endReason: z.string().nullable(),
  registeredAt: instant,
  standing: z.enum(['inForce', 'ahead', 'expired', 'ended']),
})
export type MemorandumEntry = z.infer<typeof memorandumAnswer>
export const memorandaAnswer = z.strictObject({
  memoranda: z.array(memorandumAnswer),
  /** NGOs that hold a seat somewhere and have none in force now. */
  without: z.array(z.strictObject({ id: organisationId, name: z.string() })),
})
export type Memoranda = z.infer<typeof memorandaAnswer>
export const memorandumCreatedAnswer = z.strictObject({ id: memorandumId })
