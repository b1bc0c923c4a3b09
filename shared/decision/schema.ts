/** Answers of the register of decisions. Server only: the browser takes their types alone. */
import { z } from 'zod'
import { digestPattern, idPattern, type GroupId, type MeetingId, type MotionId } from '#shared/core'
import { count, id, instant } from '#shared/core/schema'
import { minutesStates } from '#shared/minutes'
import { gradeLevels, methodNames, outcomes } from '#shared/motion'
import { textTitle } from '#shared/motion/schema'
import { searchLimit } from './label.ts'

const group = z.object({ id: id<GroupId>(), code: z.string(), name: z.string(), kind: z.enum(['nwg', 'twg']) })
const tally = z.object({
  seats: count,
  yes: count,
  no: count,
  abstain: count,
  presentNotVoting: count,
  recused: count,
  notCast: count,
})

export const decisionListQuery = z.strictObject({
  group: id<GroupId>().optional(),
  year: z.coerce.number().int().min(1970).max(9999).optional(),
  /** A number such as `NWG 2026/1`, or words of the title or text; case and accents do not matter, all have to fit. */
  text: z.string().max(searchLimit).optional(),
  motion: id<MotionId>().optional(),
  /** Id of a version, or of what it is a version of. */
  subject: z.string().regex(idPattern).optional(),
})

export const decisionAnswer = z.object({
  motionId: id<MotionId>(),
  group,
  /** `NWG 2026/3` */
  label: z.string(),
  year: count,
  number: count,
  subject: z.object({
    kind: z.enum(['sectionVersion', 'planVersion', 'minutesVersion', 'termsVersion', 'election', 'amendment']),
    id: z.string(),
    baseId: z.string(),
    ...textTitle,
    digest: z.string().regex(digestPattern),
  }),
  method: z.enum(methodNames),
  /** Name of whom the vote elected. [V12] */
  elected: z.string().nullable(),
  outcome: z.enum(outcomes),
  grade: z
    .object({
      level: z.enum(gradeLevels),
      suffix: z.enum(['NGO_OBJECTS', 'NGO_SILENT']).nullable(),
    })
    .nullable(),
  decidedAt: instant,
  tally,
  ngoTally: tally,
  /** Where it was taken; null by correspondence, and for a vote without a meeting on file. */
  meeting: z
    .object({
      id: id<MeetingId>(),
      title: z.string(),
      startsAt: instant,
      timeZone: z.string(),
      minutes: z.enum(minutesStates).nullable(),
    })
    .nullable(),
})

export const decisionListAnswer = z.object({
  decisions: z.array(decisionAnswer),
  /** Groups that have decided anything, with the years in which they did: what there is to choose from. */
  registers: z.array(group.extend({ years: z.array(count).readonly() })),
})

export type DecisionListQuery = z.output<typeof decisionListQuery>
export type DecisionView = z.output<typeof decisionAnswer>
export type DecisionListAnswer = z.output<typeof decisionListAnswer>
