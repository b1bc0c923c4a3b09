/** The time of the current item: it runs while the session does. [M2] */
import { startClock, stopClock } from '#shared/meeting'
import { findItem, updateItem } from '../agenda-store.ts'
import type { Scene } from './act.ts'

/** Counts what the current item has used up to now, and lets its clock stand. */
export async function standClock({ tx, meeting, now }: Scene): Promise<void> {
  const item = meeting.currentItemId === null ? null : await findItem(tx, meeting.currentItemId)
  if (item) await updateItem(tx, stopClock(item, now))
}

export async function runClock({ tx, meeting, now }: Scene): Promise<void> {
  const item = meeting.currentItemId === null ? null : await findItem(tx, meeting.currentItemId)
  if (item) await updateItem(tx, startClock(item, now))
}
