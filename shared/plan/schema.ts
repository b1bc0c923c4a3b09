/** What the routes of plans, sections and their versions take and give. */
import { gradeLevels } from '#shared/motion'
import { z } from 'zod'
import type { GroupId, PersonId, PlanId, SeatId, SectionId, SectionVersionId } from '#shared/core'
import { count } from '#shared/core/schema'
import type { SectionContent } from './content.ts'
import { closeReasonLimit, sectionTitleLimit, waiveReasonLimit } from './limits.ts'
import { standingStates } from './standing.ts'
import { componentNumbers, documentAccesses, planKinds, sectionKinds, versionStates } from './states.ts'

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const planId = id.transform(value => value as PlanId)
const sectionId = id.transform(value => value as SectionId)
const versionId = id.transform(value => value as SectionVersionId)
const groupId = id.transform(value => value as GroupId)
const seatId = id.transform(value => value as SeatId)
const personId = id.transform(value => value as PersonId)
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const instant = z.number().int()
const component = z.literal(componentNumbers)
const title = z.string().trim().min(1).max(sectionTitleLimit)

// Requests

export const sectionPath = z.strictObject({ id: sectionId })
export const planPath = z.strictObject({ id: planId })
export const versionPath = z.strictObject({ id: versionId })

/** Adds an issue at the end of its component. [P2] */
export const newSectionSchema = z.strictObject({ component, title, groupId })
export type NewSection = z.infer<typeof newSectionSchema>

/** What is left out stays as it is. */
export const sectionChangeSchema = z.strictObject({
  title: title.optional(),
  groupId: groupId.optional(),
  /** The reason for doing without this section; null takes it up again. */
  waivedReason: z.string().trim().min(1).max(waiveReasonLimit).nullable().optional(),
  /** Where the section shall stand among the issues of a component; `position` counts from 0. Issues only. */
  place: z.strictObject({ component, position: z.number().int().min(0).max(999) }).optional(),
})
export type SectionChange = z.infer<typeof sectionChangeSchema>

/** Closes the working text for writing; the reason is shown to everyone who reads it. */
export const textClosingSchema = z.strictObject({
  reason: z.string().trim().min(1).max(closeReasonLimit).optional(),
})
export type NewTextClosing = z.infer<typeof textClosingSchema>

export const newVersionSchema = z.strictObject({
  /** Digest of the text that the submitter looked at (`GET /sections/{id}/preview`): that one is frozen or none. */
  digest,
  /** The seat it is submitted for; left out, the first voting seat held in the owning group. */
  seatId: seatId.optional(),
  /** Closes the working text with it, until the vote on this version is over or it is withdrawn. */
  closeText: z.boolean().optional(),
})
export type NewVersion = z.infer<typeof newVersionSchema>

// Answers

const groupEntry = z.strictObject({ id: groupId, kind: z.enum(['nwg', 'twg']), code: z.string(), name: z.string() })

const personEntry = z.strictObject({ id: personId, name: z.string(), organisation: z.string().nullable() })
export type PersonEntry = z.infer<typeof personEntry>

const versionEntry = z.strictObject({
  id: versionId,
  number: z.number().int(),
  digest,
  state: z.literal(versionStates),
  submittedAt: instant,
  submittedBy: personEntry,
  seat: z.strictObject({ id: seatId, label: z.string() }).nullable(),
  decidedAt: instant.nullable(),
  /** How broadly it was adopted; of an adopted version only. */
  grade: z
    .strictObject({
      level: z.enum(gradeLevels),
      suffix: z.enum(['NGO_OBJECTS', 'NGO_SILENT']).nullable(),
    })
    .nullable(),
})
export type VersionEntry = z.infer<typeof versionEntry>
export const versionsSchema = z.array(versionEntry)

const sectionEntry = z.strictObject({
  id: sectionId,
  kind: z.literal(sectionKinds),
  component: component.nullable(),
  code: z.string(),
  title: z.string(),
  group: groupEntry,
  access: z.literal(documentAccesses),
  standing: z.strictObject({ state: z.literal(standingStates), newerText: z.boolean() }),
  /** When a person last changed the live text. */
  editedAt: instant.nullable(),
  waived: z.strictObject({ reason: z.string(), at: instant }).nullable(),
  /** Closed for writing; null while the text is open. */
  frozen: z
    .strictObject({
      at: instant,
      by: personEntry,
      reason: z.string().nullable(),
      /** The version whose vote opens the text again; null where it stays closed until somebody opens it. */
      untilOutcome: z.strictObject({ id: versionId, number: z.number().int() }).nullable(),
    })
    .nullable(),
  /** When it was found that a part of the text cannot be read; it stands as it was before, and nobody writes it. */
  damaged: z.strictObject({ at: instant }).nullable(),
  /** The version that the standing speaks of. */
  version: z.strictObject({ id: versionId, number: z.number().int() }).nullable(),
})
export type SectionEntry = z.infer<typeof sectionEntry>

const planEntry = z.strictObject({ id: planId, kind: z.literal(planKinds), title: z.string(), group: groupEntry })
export type PlanEntry = z.infer<typeof planEntry>

export const planOutlineSchema = planEntry.extend({
  sections: z.array(sectionEntry),
  /** Sections of groups whose drafts this person does not read. [D4] */
  hidden: z.number().int(),
})
export const plansSchema = z.array(planOutlineSchema)
export type PlanOutline = z.infer<typeof planOutlineSchema>

export const sectionDetailSchema = sectionEntry.extend({
  plan: planEntry,
  /**
   * Of a damaged text, what was set aside then; of one that was opened again, all that ever was. For the Secretariat, where
   * there is any; otherwise null.
   */
  setAside: z.strictObject({ changes: z.number().int(), persons: z.array(personEntry) }).nullable(),
  /** Latest first. */
  versions: versionsSchema,
})
export type SectionDetail = z.infer<typeof sectionDetailSchema>

/** Everything that was ever set aside of a text because it could not be applied, in the order of writing. */
export const setAsideSchema = z.strictObject({
  section: z.strictObject({ id: sectionId, code: z.string(), title: z.string() }),
  changes: z.array(
    z.strictObject({
      seq: z.number().int(),
      at: instant,
      setAsideAt: instant,
      /** Who wrote it, as far as it says so. */
      persons: z.array(personEntry),
      /** The words it inserts; null where the change itself cannot be read. */
      words: z.string().nullable(),
      /** The change as it lies in storage, base64: a Yjs update, version 1 encoding. */
      bytes: z.base64(),
    }),
  ),
})
export type SetAsideFile = z.infer<typeof setAsideSchema>

/** Described, not checked: only `canonicalSection` makes it. */
const contentSchema = z.custom<SectionContent>().meta({
  type: 'object',
  description: 'Canonical section content in the form `plenary/section/1`.',
})

export const previewSchema = z.strictObject({
  digest,
  content: contentSchema,
  /** The version that froze exactly this text and is still in the race, if there is one. */
  submittedAs: z.strictObject({ id: versionId, number: z.number().int(), state: z.literal(versionStates) }).nullable(),
})
export type Preview = z.infer<typeof previewSchema>

export const versionDetailSchema = versionEntry.extend({
  section: sectionEntry.pick({ id: true, code: true, title: true, group: true }),
  plan: planEntry,
  /** Whether the stored text still has the version's digest; recomputed at each reading. [E1] */
  intact: z.boolean(),
  /** Null where the stored text was altered: what was submitted is not known any more. */
  content: contentSchema.nullable(),
  /** How many other versions of the section there are to compare it with. [E9] */
  others: count,
})
export type VersionDetail = z.infer<typeof versionDetailSchema>

/** `from`: the version to compare with; left out, the one that was adopted last before this one. */
export const comparisonQuery = z.strictObject({ from: versionId.optional() })

const comparedVersion = versionEntry.extend({
  /** Null where the stored text was altered. */
  content: contentSchema.nullable(),
})

/** Two versions of one section, to be told as a redline. [E9] */
export const comparisonSchema = z.strictObject({
  to: comparedVersion,
  /** Null where none was asked for and none was adopted before. */
  from: comparedVersion.nullable(),
  /** All versions of the section, the latest first. */
  versions: versionsSchema,
})
export type Comparison = z.infer<typeof comparisonSchema>

/** Objectives as others refer to them, with the codes of this moment. [P5, P7] */
export const objectivesSchema = z.array(
  z.strictObject({
    /** `<section id>/<element id>` */
    reference: z.templateLiteral([z.string(), '/', z.string()]),
    sectionId,
    code: z.string(),
    text: z.string(),
  }),
)
export type ObjectiveEntry = z.infer<typeof objectivesSchema>[number]
