/** The answer of the figures route. Server only: the browser takes its type alone. */
import { z } from 'zod'
import { asId, type MeetingId } from '#shared/core'
import { meetingStates } from '../moves.ts'

const count = z.number().int().min(0)
const instant = z.number().int().min(0)

const attendance = z.object({ invited: count, present: count, invitedSeconds: count, presentSeconds: count })

const meeting = z.object({
  id: z.string().transform(value => asId<MeetingId>(value)),
  title: z.string(),
  state: z.enum(meetingStates),
  startsAt: instant,
  timeZone: z.string(),
})

/** Meetings of one group, computed at `serverNow`. [G12, M7] */
export const meetingFiguresAnswer = z.object({
  serverNow: instant,
  /** The latest first; years without a meeting are left out. */
  years: z
    .array(
      z.object({
        year: count,
        held: count,
        attendance: z.object({ STATE: attendance, NGO: attendance, PARTNER: attendance, OBSERVER: attendance }),
      }),
    )
    .readonly(),
  /** Beginning of the latest session; null where the group never met. */
  lastMet: instant.nullable(),
  /** Under way or convened; null where none is, or none that this person may see. */
  next: meeting.nullable(),
  cadenceDays: count,
  /** Since when it should have met again. */
  overdueSince: instant.nullable(),
})

export type MeetingFiguresAnswer = z.output<typeof meetingFiguresAnswer>
