/** Bodies and answers of the routes by which a meeting is prepared. Server only: the browser takes their types alone. */
import { z } from 'zod'
import {
  digestPattern,
  idPattern,
  type AgendaItemId,
  type GroupId,
  type MeetingId,
  type MeetingSeriesId,
  type PersonId,
  type SeatId,
} from '#shared/core'
import { count, id, instant } from '#shared/core/schema'
import { textTitle } from '#shared/motion/schema'
import { itemTypes, meetingKinds, replies, writtenItemTypes } from '../kinds.ts'
import { meetingLimits as limits } from '../limits.ts'
import { localDayPattern, localTimePattern } from '../zoned-time.ts'

/** What breaks a line, or commands a terminal or turns the text after it about, and stands in no name. */
const control = /[\p{Cc}\u2028\u2029\u202a-\u202e]+/gu
/** At least one character that leaves ink. */
const visible = /[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}]/u

/** Text of one line: what would break it is a space. */
const oneLine = (max: number) =>
  z
    .string()
    .overwrite(text => text.replaceAll(control, ' ').trim())
    .max(max)
/** The same, and something to be seen in it. */
const line = (max: number) => oneLine(max).min(1).regex(visible)
/** Text of several lines, in which there is something to be seen. */
const words = (max: number) => z.string().trim().min(1).max(max).regex(visible)
const reason = words(limits.reason)

/**
 * Nobody is led from an invitation to a page that somebody on the way could have written, nor by a name before the host
 * that looks like one.
 */
const link = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain })
  .max(limits.link)
  .refine(address => !hasUserInfo(address), 'names a user')
  .nullable()

function hasUserInfo(address: string): boolean {
  // What is no address at all is refused for that.
  if (!URL.canParse(address)) return false
  const { username, password } = new URL(address)
  return username !== '' || password !== ''
}

const times = { startsAt: instant, endsAt: instant, timeZone: line(64) }
const where = { title: line(limits.title), place: oneLine(limits.place), link }
const who = {
  kind: z.enum(meetingKinds),
  /** Of a joint meeting, or one of chairs, donors or partners: the groups that meet beside the one that invites. */
  bodies: z.array(id<GroupId>()).max(50).readonly(),
}

export const meetingBody = z.strictObject({ groupId: id<GroupId>(), ...who, ...where, ...times })
export const meetingChangeBody = z.strictObject({ ...who, ...where, ...times }).partial()
export const meetingMadeAnswer = z.object({ id: id<MeetingId>() })

export const conveneBody = z.strictObject({ urgentReason: reason.nullable() })
export const cancelBody = z.strictObject({ reason })
export const postponeBody = z.strictObject({ reason, startsAt: instant, endsAt: instant })
export const replyBody = z.strictObject({ seatId: id<SeatId>(), reply: z.enum(replies) })

const conveningProblem = z.discriminatedUnion('type', [
  z.object({ type: z.literal('agenda-empty') }),
  z.object({ type: z.literal('notice-too-short'), startsFrom: instant, urgent: z.boolean() }),
  z.object({ type: z.literal('urgent-without-reason') }),
  z.object({ type: z.literal('item-without-subject'), itemId: id<AgendaItemId>() }),
  z.object({ type: z.literal('nobody-to-invite') }),
])

const person = z.object({ personId: id<PersonId>(), name: z.string() })

export const conveningAnswer = z.object({
  serverNow: instant,
  /** As if it were convened now, without a reason for urgency. */
  problems: z.array(conveningProblem).readonly(),
  warnings: z.array(z.enum(['no-ngo-invited', 'no-ngo-coming', 'quorum-not-expected'])).readonly(),
  startsFrom: z.object({ ordinary: instant, urgent: instant }),
  seats: z
    .array(
      z.object({
        seatId: id<SeatId>(),
        groupId: id<GroupId>(),
        label: z.string(),
        organisationName: z.string().nullable(),
        constituency: z.enum(['STATE', 'NGO', 'PARTNER', 'OBSERVER']),
        reply: z.enum(replies).nullable(),
        /** The head first; none where nobody is accredited, and so nobody is invited. */
        persons: z.array(person).readonly(),
      }),
    )
    .readonly(),
  /** Told of the meeting by office. */
  officers: z.array(person).readonly(),
  quorum: z
    .array(
      z.object({
        groupId: id<GroupId>(),
        name: z.string(),
        seats: count,
        needed: count,
        /** Seats that said they come. */
        coming: count,
        ngoSeats: count,
        ngoNeeded: count,
        ngoComing: count,
      }),
    )
    .readonly(),
  /** Minutes that become the first items when the meeting is convened. [M5] */
  minutes: z.array(z.object({ id: z.string(), title: z.string() })).readonly(),
})

const subject = z.strictObject({
  kind: z.enum(['sectionVersion', 'planVersion', 'termsVersion', 'election']),
  id: z.string().regex(idPattern),
})

const itemFields = {
  type: z.enum(writtenItemTypes),
  title: line(limits.title),
  note: z.string().trim().max(limits.note),
  presenterSeatId: id<SeatId>().nullable(),
  plannedMinutes: count.max(limits.plannedMinutes),
  /** Of a decision: the text it is on. Its digest is the server's to say. */
  subject: subject.nullable(),
  secondCall: z.boolean(),
}

const bareItem = z.strictObject({
  ...itemFields,
  note: itemFields.note.default(''),
  presenterSeatId: itemFields.presenterSeatId.default(null),
  plannedMinutes: itemFields.plannedMinutes.default(0),
  subject: itemFields.subject.default(null),
  secondCall: itemFields.secondCall.default(false),
})

export const itemBody = bareItem.extend({ parentId: id<AgendaItemId>().nullable().default(null) })
export const backlogItemBody = bareItem
export const itemChangeBody = z.strictObject(itemFields).partial()
export const itemMadeAnswer = z.object({ id: id<AgendaItemId>() })
export const moveBody = z.strictObject({
  /** Of a sub-item. */
  parentId: id<AgendaItemId>().nullable(),
  /** The item it follows; none makes it the first. */
  after: id<AgendaItemId>().nullable(),
})
export const fromBacklogBody = z.strictObject({ itemId: id<AgendaItemId>() })

export const backlogAnswer = z.object({
  items: z
    .array(
      z.object({
        id: id<AgendaItemId>(),
        parentId: id<AgendaItemId>().nullable(),
        type: z.enum(itemTypes),
        title: z.string(),
        note: z.string(),
        plannedMinutes: count,
        subject: z
          .object({
            kind: z.enum(['sectionVersion', 'planVersion', 'minutesVersion', 'termsVersion', 'election']),
            id: z.string(),
            digest: z.string().regex(digestPattern),
            ...textTitle,
          })
          .nullable(),
        /** The meeting that did not come to it, or did not finish it. */
        carriedFrom: z.object({ meetingId: id<MeetingId>(), title: z.string(), startsAt: instant }).nullable(),
        createdAt: instant,
      }),
    )
    .readonly(),
})

const templateItem = z.strictObject({
  type: z.enum(writtenItemTypes),
  title: line(limits.title),
  plannedMinutes: count.max(limits.plannedMinutes),
  presenterSeatId: id<SeatId>().nullable().default(null),
})

const rhythm = {
  title: line(limits.title),
  everyWeeks: z.number().int().min(1).max(52),
  timeZone: line(64),
  localTime: z.string().regex(localTimePattern),
  durationMinutes: z
    .number()
    .int()
    .min(5)
    .max(24 * 60),
  place: oneLine(limits.place),
  template: z.array(templateItem).max(50).readonly(),
}

export const seriesBody = z.strictObject({
  groupId: id<GroupId>(),
  kind: z.enum(['nwg', 'twg']),
  ...rhythm,
  /** The day of its first meeting, which is made with it. */
  firstDay: z.string().regex(localDayPattern),
})
export const seriesMadeAnswer = z.object({ id: id<MeetingSeriesId>(), meetingId: id<MeetingId>() })
export const seriesChangeBody = z.strictObject({ ended: z.literal(true) })
export const seriesNextBody = z.strictObject({
  /** When the next one would begin, as the page that asks for it shows. */
  startsAt: instant,
})
export const seriesListQuery = z.strictObject({ group: id<GroupId>().optional() })
export const seriesListAnswer = z.object({
  series: z
    .array(
      z.object({
        id: id<MeetingSeriesId>(),
        groupId: id<GroupId>(),
        kind: z.enum(meetingKinds),
        ...rhythm,
        endedAt: instant.nullable(),
        /** When the next one would be. */
        next: z.object({ startsAt: instant, endsAt: instant }).nullable(),
      }),
    )
    .readonly(),
})

export type MeetingBody = z.output<typeof meetingBody>
export type MeetingChangeBody = z.output<typeof meetingChangeBody>
export type ConveningAnswer = z.output<typeof conveningAnswer>
export type PostponeBody = z.output<typeof postponeBody>
export type ReplyBody = z.output<typeof replyBody>
export type ItemBody = z.output<typeof itemBody>
export type BacklogItemBody = z.output<typeof backlogItemBody>
export type ItemChangeBody = z.output<typeof itemChangeBody>
export type MoveBody = z.output<typeof moveBody>
export type BacklogAnswer = z.output<typeof backlogAnswer>
export type BacklogItem = BacklogAnswer['items'][number]
export type SeriesBody = z.output<typeof seriesBody>
export type SeriesListAnswer = z.output<typeof seriesListAnswer>
export type Series = SeriesListAnswer['series'][number]

// As a page sends them: ids are plain text until the server has checked them.
export type MeetingInput = z.input<typeof meetingBody>
export type MeetingChangeInput = z.input<typeof meetingChangeBody>
export type ItemInput = z.input<typeof itemBody>
export type ItemChangeInput = z.input<typeof itemChangeBody>
export type BacklogItemInput = z.input<typeof backlogItemBody>
export type SeriesInput = z.input<typeof seriesBody>
