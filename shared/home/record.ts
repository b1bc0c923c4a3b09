/** What the home page asks of the record and of its witnesses. [L2] */
import { can, type Actor } from '#shared/access'
import type { Instant, SeatId } from '#shared/core'
import { cosignEveryMs } from '#shared/record'

export interface HomeRecord {
  readonly now: Instant
  /** What is stored does not continue what was signed. */
  readonly refused: boolean
  /** Since when no witness has co-signed, where that is too long ago. */
  readonly unwitnessedSince: Instant | null
  readonly witnesses: readonly {
    readonly seatId: SeatId
    readonly label: string
    readonly lastSignedAt: Instant | null
  }[]
}

export type RecordAlarm =
  { readonly kind: 'recordRefused' } | { readonly kind: 'recordUnwitnessed'; readonly since: Instant }

export type RecordTask = {
  readonly kind: 'cosignRecord'
  readonly seat: string
  /** None before the first time. */
  readonly lastSignedAt: Instant | null
}

/** Told to those who name witnesses. */
export function recordAlarms(actor: Actor, { refused, unwitnessedSince }: HomeRecord): readonly RecordAlarm[] {
  if (!can(actor, 'witness.name')) return []
  return [
    ...(refused ? [{ kind: 'recordRefused' } as const] : []),
    ...(unwitnessedSince === null ? [] : [{ kind: 'recordUnwitnessed', since: unwitnessedSince } as const]),
  ]
}

/** A witness is asked when it has not signed for a week, or never. */
export function recordTasks(actor: Actor, { now, witnesses }: HomeRecord): readonly RecordTask[] {
  return witnesses
    .filter(({ seatId }) => can(actor, 'witness.cosign', { seatId }))
    .filter(({ lastSignedAt }) => lastSignedAt === null || now - lastSignedAt >= cosignEveryMs)
    .map(({ label, lastSignedAt }) => ({ kind: 'cosignRecord', seat: label, lastSignedAt }))
}
