import type { Instant } from '#shared/core'
import { officesWithoutVote } from './constituency.ts'
import type { Office } from './people.ts'

/** From `startsAt` up to, not including, `endsAt`; without an end the term is open. */
export interface Term {
  readonly startsAt: Instant
  readonly endsAt: Instant | null
}

export function isInForce(term: Term, at: Instant): boolean {
  return term.startsAt <= at && (term.endsAt === null || at < term.endsAt)
}

/** Offices that one person holds at a time; the Secretariat may have several posts. [G1] */
export function isSingular(office: Office): boolean {
  return office !== 'secretariat'
}

/** What an appointment is checked against: offices in force at the moment of the act. */
export interface AppointmentSetting {
  /** Of the person to be appointed. */
  readonly held: readonly Office[]
  /** Name of whoever else holds this office now. */
  readonly otherHolder: string | null
  /** Whether the person speaks, as head or alternate, for a seat with a vote. */
  readonly votingSeat: boolean
}

export type AppointmentRefusal =
  | { readonly type: 'office-held'; readonly office: Office; readonly holder: string }
  | { readonly type: 'office-already-held'; readonly office: Office }
  | { readonly type: 'rapporteur-incompatible'; readonly by: Office }
  | { readonly type: 'office-without-vote'; readonly office: Office }

/**
 * Why a person may not be appointed to an office, or null.
 *
 * - `office-already-held`: by this person
 * - `office-held`: by another, where the office is one person's [G1]
 * - `rapporteur-incompatible`: the Rapporteur holds no other office, whichever comes first [G11]
 * - `office-without-vote`: who speaks for a voting seat gives it up first [G11]
 */
export function appointmentRefusal(office: Office, setting: AppointmentSetting): AppointmentRefusal | null {
  if (setting.held.includes(office)) return { type: 'office-already-held', office }
  if (isSingular(office) && setting.otherHolder !== null)
    return { type: 'office-held', office, holder: setting.otherHolder }
  const clash = office === 'rapporteur' ? setting.held[0] : setting.held.find(held => held === 'rapporteur')
  if (clash) return { type: 'rapporteur-incompatible', by: clash }
  if (setting.votingSeat && officesWithoutVote.some(other => other === office))
    return { type: 'office-without-vote', office }
  return null
}
