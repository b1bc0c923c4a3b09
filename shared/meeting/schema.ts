/** Bodies and answers of the meeting routes. Server only: the browser takes their types alone. */
import { z } from 'zod'
import type {
  AgendaItemId,
  AttendanceId,
  FloorRequestId,
  GroupId,
  MeetingId,
  MeetingSeriesId,
  MotionId,
  PaperId,
  PersonId,
  SeatId,
} from '#shared/core'
import { count, digest, id, instant } from '#shared/core/schema'
import { givenName, tally, textTitle } from '#shared/motion/schema'
import { floorKinds, floorStates, itemStates, itemTypes, manners, meetingKinds, replies } from './kinds.ts'
import { meetingStates } from './moves.ts'

const meetingId = id<MeetingId>()
const itemId = id<AgendaItemId>()
const groupId = id<GroupId>()
const seatId = id<SeatId>()
const personId = id<PersonId>()
const attendanceId = id<AttendanceId>()
const subjectKind = z.enum(['sectionVersion', 'planVersion', 'minutesVersion', 'termsVersion', 'election'])
const constituency = z.enum(['STATE', 'NGO', 'PARTNER', 'OBSERVER'])

const group = z.object({ id: groupId, code: z.string(), name: z.string(), kind: z.enum(['nwg', 'twg']) })
const person = z.object({ personId, name: z.string() })

export const meetingListQuery = z.strictObject({
  group: groupId.optional(),
  /** `ahead`: not over yet. */
  when: z.enum(['ahead', 'past']).optional(),
})

// The floor: what everybody who follows a meeting sees alike, pushed whole over `/live` at each change. [M2, M3, M4, M8]

const paper = z.object({
  id: id<PaperId>(),
  kind: z.enum(['version', 'file']),
  name: z.string(),
  subjectKind: subjectKind.nullable(),
  /** What the workspace calls the version, whose title `name` is. */
  givenName,
  subjectId: z.string().nullable(),
  digest,
  mediaType: z.string().nullable(),
  bytes: count.nullable(),
})

const itemMotion = z.object({
  id: id<MotionId>(),
  state: z.enum(['open', 'held', 'returned', 'decided']),
  /** Counts of seats: how many have cast, and how many may. */
  cast: count,
  seats: count,
  /**
   * Of the whole and by constituency, of a roll call, so that a roomful need not fetch the vote for each ballot. Null
   * where the vote shows no figures yet, or where several groups meet and not everybody here may read it. [V5]
   */
  tally: tally.nullable(),
  tallyByConstituency: z.object({ STATE: tally, NGO: tally, PARTNER: tally }).nullable(),
  closesAt: instant,
  outcome: z.string().nullable(),
  /** On an amendment to the item's text, not on the text itself. [V4] */
  onAmendment: z.boolean(),
  decision: z.object({ year: count, number: count }).nullable(),
})

const agendaItem = z.object({
  id: itemId,
  parentId: itemId.nullable(),
  /** `3` or `3.1`, by its place. */
  number: z.string(),
  type: z.enum(itemTypes),
  title: z.string(),
  note: z.string(),
  presenter: z.object({ seatId, label: z.string() }).nullable(),
  plannedMinutes: count,
  state: z.enum(itemStates),
  /** Time used up to `openedAt`, in milliseconds; from there on it runs. */
  usedMs: count,
  openedAt: instant.nullable(),
  subject: z.object({ kind: subjectKind, id: z.string(), digest, ...textTitle }).nullable(),
  secondCall: z.boolean(),
  /** Taken over from an earlier meeting that did not finish it. */
  carried: z.boolean(),
  papers: z.array(paper).readonly(),
  /** Votes opened under this item, the first one first. */
  motions: z.array(itemMotion).readonly(),
})

const floorSeat = z.object({
  seatId,
  groupId,
  label: z.string(),
  organisationName: z.string().nullable(),
  constituency,
  reply: z.enum(replies).nullable(),
  /** Who is there for it now. A seat is present with one of them. */
  present: z.array(person.extend({ attendanceId, manner: z.enum(manners), since: instant })).readonly(),
})

const floorRequest = z.object({
  id: id<FloorRequestId>(),
  itemId: itemId.nullable(),
  seatId: seatId.nullable(),
  personId,
  name: z.string(),
  /** The organisation of the seat, or what the person holds. */
  organisationName: z.string().nullable(),
  constituency: constituency.nullable(),
  kind: z.enum(floorKinds),
  state: z.enum(floorStates),
  askedAt: instant,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
})

const quorum = z.object({
  group,
  seats: count,
  present: count,
  needed: count,
  ngoSeats: count,
  ngoPresent: count,
  ngoNeeded: count,
  quorate: z.boolean(),
})

export const floorAnswer = z.object({
  id: meetingId,
  /** The server's time as it worked this out. What a device's clock says counts for nothing. */
  serverNow: instant,
  title: z.string(),
  kind: z.enum(meetingKinds),
  group,
  bodies: z.array(group).readonly(),
  chair: person.nullable(),
  state: z.enum(meetingStates),
  startsAt: instant,
  endsAt: instant,
  timeZone: z.string(),
  place: z.string(),
  link: z.string().nullable(),
  convenedAt: instant.nullable(),
  urgentReason: z.string().nullable(),
  reason: z.string().nullable(),
  startedAt: instant.nullable(),
  adjournedAt: instant.nullable(),
  suspendedAt: instant.nullable(),
  /** While it is suspended: when the chair expects to go on, where that is known. */
  expectedUntil: instant.nullable(),
  currentItemId: itemId.nullable(),
  speechLimitSeconds: count.nullable(),
  /** In the order of the agenda, sub-items after their item. */
  items: z.array(agendaItem).readonly(),
  seats: z.array(floorSeat).readonly(),
  /** Who is there by office. */
  officers: z.array(person.extend({ attendanceId, since: instant })).readonly(),
  /** Of each group whose seats vote here. [M3, V6] */
  quorum: z.array(quorum).readonly(),
  /** Who speaks, then who waits in the order of being called, then who spoke on the current item. */
  floor: z.array(floorRequest).readonly(),
  /** Milliseconds spoken in this meeting by finished speeches. [M4] */
  spokenMs: z.object({ STATE: count, NGO: count, PARTNER: count, OBSERVER: count }),
})

/** A meeting as one person sees it: the floor, and what is theirs. */
export const meetingAnswer = z.object({
  floor: floorAnswer,
  mine: z.object({
    /** Seats of this meeting that the person speaks for. */
    seats: z
      .array(z.object({ seatId, label: z.string(), constituency, rank: z.enum(['head', 'alternate']) }))
      .readonly(),
    mayConduct: z.boolean(),
    mayConvene: z.boolean(),
    mayPreside: z.boolean(),
    mayWriteMinutes: z.boolean(),
    /** Only for those who conduct: the code that the room shows. */
    checkInCode: z.string().nullable(),
  }),
})

const meetingSummary = z.object({
  id: meetingId,
  title: z.string(),
  kind: z.enum(meetingKinds),
  group,
  state: z.enum(meetingStates),
  startsAt: instant,
  endsAt: instant,
  timeZone: z.string(),
  place: z.string(),
  seriesId: id<MeetingSeriesId>().nullable(),
  /** How many items its agenda has. */
  items: count,
  /** What this person's seats have answered; none where they have no seat in it. */
  myReplies: z.array(z.object({ seatId, label: z.string(), reply: z.enum(replies).nullable() })).readonly(),
  minutes: z.object({ id: z.string(), state: z.string() }).nullable(),
})

export const meetingListAnswer = z.object({ serverNow: instant, meetings: z.array(meetingSummary) })

export type MeetingListQuery = z.output<typeof meetingListQuery>
export type FloorAnswer = z.output<typeof floorAnswer>
export type FloorItem = FloorAnswer['items'][number]
export type FloorSeat = FloorAnswer['seats'][number]
export type FloorRequestView = FloorAnswer['floor'][number]
export type MeetingAnswer = z.output<typeof meetingAnswer>
export type MeetingSummary = z.output<typeof meetingSummary>
