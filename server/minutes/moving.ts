import type { AgendaItemId } from '#shared/core'
import { minutesAfter } from '#shared/minutes'
import type { Tx } from '#server/db'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import type { Minutes } from './minutes.ts'
import { updateMinutes } from './store.ts'

const pastOf = { putBefore: 'putBefore', release: 'released' } as const

/** Puts minutes before a body, or takes them back from it. */
export async function moveMinutes(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  minutes: Minutes,
  made: 'putBefore' | 'release',
  approvalItemId: AgendaItemId | null,
): Promise<void> {
  const state = minutesAfter(minutes.state, made)
  if (!state) throw new Error(`minutes cannot ${made} when they are ${minutes.state}`)
  await updateMinutes(tx, minutes.id, { state, approvalItemId })
  const facts = { meeting: minutes.meetingId, agendaItem: approvalItemId }
  await appendRecord(tx, deps, { act: `minutes.${pastOf[made]}`, actor: null, subject: minutes.id, facts })
}
