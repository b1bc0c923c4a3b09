/** Bodies and answers of the action item routes. Server only: the browser takes their types alone. */
import { z } from 'zod'
import type { ActionItemId, AgendaItemId, GroupId, MeetingId, SeatId } from '#shared/core'
import { id, instant } from '#shared/core/schema'
import { isCalendarDay } from '#shared/meeting'
import { actionItemStates, actionItemTextLimit, closingNoteLimit } from './action-item.ts'

const text = z.string().trim().min(1).max(actionItemTextLimit)
const day = z.string().refine(isCalendarDay, { error: 'is no day of the calendar: YYYY-MM-DD' })
const state = z.enum(actionItemStates)

export const actionItemBody = z.strictObject({
  /** The item of the agenda it comes from; null for the meeting as a whole. */
  itemId: id<AgendaItemId>().nullable().default(null),
  text,
  ownerSeatId: id<SeatId>(),
  dueOn: day,
})

export const actionItemChange = z
  .strictObject({ text: text.optional(), ownerSeatId: id<SeatId>().optional(), dueOn: day.optional() })
  .refine(change => Object.keys(change).length > 0, { error: 'changes nothing' })

export const closingBody = z.strictObject({
  /** False: the group no longer wants it done, for the reason in the note. */
  done: z.boolean(),
  note: z.string().trim().max(closingNoteLimit).default(''),
})

export const actionItemListQuery = z.strictObject({
  group: id<GroupId>().optional(),
  /** A seat, or `me` for all seats of the person who asks. */
  owner: id<SeatId>().optional(),
  state: z.enum(['open', 'closed']).optional(),
  meeting: id<MeetingId>().optional(),
})

export const actionItemAnswer = z.object({
  id: id<ActionItemId>(),
  group: z.object({ id: id<GroupId>(), code: z.string(), name: z.string() }),
  meeting: z.object({ id: id<MeetingId>(), title: z.string(), startsAt: instant, timeZone: z.string() }),
  /** Number and title of the agenda item; null for the meeting as a whole. */
  item: z.object({ id: id<AgendaItemId>(), title: z.string() }).nullable(),
  text: z.string(),
  owner: z.object({ seatId: id<SeatId>(), label: z.string() }),
  dueOn: z.string(),
  /** As the meeting's time zone has it at `serverNow`. */
  overdue: z.boolean(),
  state,
  createdAt: instant,
  closed: z.object({ at: instant, by: z.string(), note: z.string() }).nullable(),
  /** The person who asks speaks for the owner. */
  mine: z.boolean(),
  may: z.object({ change: z.boolean(), close: z.boolean() }),
})

export const actionItemListAnswer = z.object({ serverNow: instant, items: z.array(actionItemAnswer) })
export const actionItemCreatedAnswer = z.object({ id: id<ActionItemId>() })

export type ActionItemBody = z.output<typeof actionItemBody>
export type ActionItemInput = z.input<typeof actionItemBody>
export type ActionItemChange = z.output<typeof actionItemChange>
export type ActionItemChangeInput = z.input<typeof actionItemChange>
export type ClosingBody = z.output<typeof closingBody>
export type ActionItemListQuery = z.output<typeof actionItemListQuery>
export type ActionItemView = z.output<typeof actionItemAnswer>
