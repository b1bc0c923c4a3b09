/** Bodies and answers of the group routes. Server only: the browser takes their types alone. */
import { z } from 'zod'
import { idPattern, type GroupId, type OrganisationId, type PersonId, type SeatId } from '#shared/core'
import { count, id } from '#shared/core/schema'
import { groupCodeLimit, groupCodePattern, groupNameLimit, seatLabelLimit } from './limits.ts'
import { constituencies } from './seat.ts'

const line = (limit: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(limit)
    .regex(/^[^\p{Cc}]*$/u, 'one line of text')
const rank = z.enum(['head', 'alternate'])

export const groupPath = z.object({ id: id<GroupId>() })
export const seatPath = z.object({ id: id<SeatId>() })
export const representativePath = z.object({ id: z.string().regex(idPattern) })

/** A further Thematic Working Group. [G8] */
export const groupBody = z.strictObject({
  code: z.string().max(groupCodeLimit).regex(groupCodePattern, 'lower-case letters, digits and hyphens'),
  name: line(groupNameLimit),
})
export const seatBody = z.strictObject({
  label: line(seatLabelLimit),
  constituency: z.enum(constituencies),
  organisationId: id<OrganisationId>().nullable(),
})
/** What is done to the seat. */
export const seatChange = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('assign'), organisationId: id<OrganisationId>() }),
  z.strictObject({ act: z.literal('vacate'), organisationId: id<OrganisationId>() }),
  z.strictObject({ act: z.literal('markNotApplicable') }),
  z.strictObject({ act: z.literal('markApplicable') }),
  z.strictObject({ act: z.literal('rename'), label: line(seatLabelLimit) }),
  z.strictObject({ act: z.literal('end') }),
])
export const representativeBody = z.strictObject({ personId: id<PersonId>(), rank })
/** `replacing` is the chair that the person who acts saw. */
export const chairBody = z.strictObject({
  personId: id<PersonId>().nullable(),
  replacing: id<PersonId>().nullable(),
})

const personName = z.object({ personId: id<PersonId>(), name: z.string() })

export const representativeAnswer = personName.extend({
  id: z.string(),
  rank,
  since: z.number().int(),
  suspended: z.boolean(),
})
export const seatAnswer = z.object({
  id: id<SeatId>(),
  groupId: id<GroupId>(),
  label: z.string(),
  constituency: z.enum(constituencies),
  organisationId: id<OrganisationId>().nullable(),
  organisationName: z.string().nullable(),
  notApplicable: z.boolean(),
  position: z.number().int(),
  representatives: z.array(representativeAnswer),
})
export const compositionAnswer = z.object({
  votingSeats: count,
  ngoSeats: count,
  ngoSeatsAccredited: count,
  observerSeats: count,
  seatsByConstituency: z.object({ STATE: count, NGO: count, PARTNER: count, OBSERVER: count }),
  unaccredited: count,
  vacancies: count,
  ngoSharePercent: count,
  ngoMinimum: count,
  properlyConstituted: z.boolean(),
})
export const groupSummaryAnswer = z.object({
  id: id<GroupId>(),
  kind: z.enum(['nwg', 'twg']),
  code: z.string(),
  name: z.string(),
  position: z.number().int(),
  chair: personName.nullable(),
  composition: compositionAnswer,
})
const fraction = z.object({ numerator: z.number().int(), denominator: z.number().int() })
export const groupAnswer = groupSummaryAnswer.extend({
  seats: z.array(seatAnswer),
  /** By what the group votes, as far as a reader of its composition asks. */
  rules: z.object({
    edition: z.string(),
    ngoMinimum: count,
    quorumMoreThan: fraction,
    ngoQuorumAtLeast: fraction,
    sectionMajority: z.enum(['SIMPLE', 'TWO_THIRDS', 'ABSOLUTE', 'TWO_THIRDS_ALL']),
    planMajority: z.enum(['SIMPLE', 'TWO_THIRDS', 'ABSOLUTE', 'TWO_THIRDS_ALL']),
    ngoPolicy: z.enum(['NONE', 'VISIBLE_ONLY', 'SUSPENSIVE', 'VETO']),
  }),
})
export const groupListAnswer = z.array(groupSummaryAnswer)
export const seatCreatedAnswer = z.object({ seatId: id<SeatId>() })
export const groupCreatedAnswer = z.object({ groupId: id<GroupId>() })
export const accreditationAnswer = z.object({ accreditationId: z.string() })

export type GroupBody = z.output<typeof groupBody>
export type SeatBody = z.output<typeof seatBody>
export type SeatBodyInput = z.input<typeof seatBody>
export type SeatChange = z.output<typeof seatChange>
export type SeatChangeInput = z.input<typeof seatChange>
export type RepresentativeBody = z.output<typeof representativeBody>
export type ChairBody = z.output<typeof chairBody>
export type GroupSummary = z.output<typeof groupSummaryAnswer>
export type GroupAnswer = z.output<typeof groupAnswer>
