/** Bodies and answers of the calendar routes. Server only: the browser takes their types alone. */
import { z } from 'zod'
import { asId, digestPattern, idPattern, type GroupId } from '#shared/core'

const groupId = z
  .string()
  .regex(idPattern)
  .transform(value => asId<GroupId>(value))
const instant = z.number().int().min(0)

export const newCalendar = z.strictObject({
  /** One group's meetings; null for all that the person is invited to. */
  groupId: groupId.nullable(),
})

export const calendarAnswer = z.object({
  /** Of the subscription: it says nothing about its address. */
  id: z.string().regex(digestPattern),
  group: z.object({ id: groupId, name: z.string() }).nullable(),
  createdAt: instant,
  /** When a calendar program read it last; to the hour. */
  lastReadAt: instant.nullable(),
})

export const calendarList = z.array(calendarAnswer)

/** The address is told this once; only its digest is kept. */
export const newCalendarAnswer = z.object({ id: z.string().regex(digestPattern), url: z.string() })

export const calendarPath = z.object({ id: z.string().regex(digestPattern) })

export type CalendarAnswer = z.output<typeof calendarAnswer>
export type NewCalendar = z.output<typeof newCalendar>
export type NewCalendarAnswer = z.output<typeof newCalendarAnswer>
