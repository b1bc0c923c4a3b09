import { and, asc, eq, lte } from 'drizzle-orm'
import { asId, type Instant, type MotionId, type SeatId } from '#shared/core'
import { reminderStages, type ReminderStage } from '#shared/motion'
import { motionRemindersTable, motionsTable, type Queries, type Tx } from '#server/db'

/** A reminder that went out, and the seats that had not acted. */
export interface SentReminder {
  readonly stage: ReminderStage
  readonly at: Instant
  readonly seats: readonly SeatId[]
}

/** Open votes that are to be looked at by now. */
export async function motionsToRemind(queries: Queries, now: Instant): Promise<readonly MotionId[]> {
  const rows = await queries
    .select({ id: motionsTable.id })
    .from(motionsTable)
    .where(and(lte(motionsTable.remindAt, now), eq(motionsTable.state, 'open')))
    .orderBy(asc(motionsTable.remindAt))
  return rows.map(row => asId<MotionId>(row.id))
}

export async function remindersOf(queries: Queries, motionId: MotionId): Promise<readonly SentReminder[]> {
  const rows = await queries
    .select()
    .from(motionRemindersTable)
    .where(eq(motionRemindersTable.motionId, motionId))
    .orderBy(asc(motionRemindersTable.at))
  return rows.map(({ stage, at, seats }) => ({
    stage: reminderStages.find(one => one === stage) ?? 'half',
    at,
    seats: parseSeats(seats),
  }))
}

export async function insertReminder(
  tx: Tx,
  { seats, ...row }: SentReminder & { readonly id: string; readonly motionId: MotionId },
): Promise<void> {
  await tx.insert(motionRemindersTable).values({ ...row, seats: JSON.stringify(seats) })
}

/** When it is looked at next; null when no reminder is left. */
export async function updateRemindAt(tx: Tx, id: MotionId, remindAt: Instant | null): Promise<void> {
  await tx.update(motionsTable).set({ remindAt }).where(eq(motionsTable.id, id))
}

/** The one parser of stored seats of reminders. */
function parseSeats(text: string): readonly SeatId[] {
  return JSON.parse(text) as readonly SeatId[]
}
