/** Appointment to offices and its end. [G1, G11] */
import { can, type Actor } from '#shared/access'
import { err, ok, type Instant, type PersonId, type Result } from '#shared/core'
import type { Problem } from '#shared/problem'
import { appointmentRefusal, isInForce, type Office, type OfficeTerm } from '#shared/people'
import { appendRecord } from '#server/record'
import { isVoting, constituencies } from '#shared/group'
import type { Queries, Tx } from '#server/db'
import type { Deps } from '../deps.ts'
import { announceAccess } from './announce.ts'
import {
  countOtherSecretariat,
  findOffice,
  holdersOf,
  insertOffice,
  listOffices,
  officesHeld,
  updateOfficeEnd,
  type OfficeRow,
} from './office-store.ts'
import { constituenciesSpokenFor, findPerson } from './store.ts'

export interface Appointment {
  readonly office: Office
  readonly personId: PersonId
  /** The act of appointment, as cited. */
  readonly act: string
  readonly startsAt: Instant
  /** Null where the term is open. */
  readonly endsAt: Instant | null
}

export async function readOffices(deps: Deps, actor: Actor): Promise<Result<readonly OfficeTerm[], Problem>> {
  if (!can(actor, 'workspace.read')) return err({ type: 'not-permitted' })
  return ok(await listOffices(deps.read, deps.now()))
}

/** Appoints; refusals are those of `fillOffice`. */
export async function appoint(deps: Deps, actor: Actor, input: Appointment): Promise<Result<OfficeRow, Problem>> {
  if (!can(actor, 'office.appoint')) return err({ type: 'not-permitted' })
  const filled = await deps.transaction(tx => fillOffice(tx, deps, actor.personId, input))
  if (filled.ok) announceAccess(deps, input.personId)
  return filled
}

/**
 * Appoints a person to an office, inside a transaction and with the permission checked.
 *
 * - `not-found`, `person-suspended`: the person
 * - `office-term`: it would begin in the future, or end before it begins, or have ended
 * - `office-held`, `office-already-held`, `rapporteur-incompatible`, `office-without-vote`: see `appointmentRefusal`
 */
export async function fillOffice(
  tx: Tx,
  deps: Deps,
  by: PersonId | null,
  input: Appointment,
): Promise<Result<OfficeRow, Problem>> {
  const now = deps.now()
  const person = await findPerson(tx, input.personId)
  if (!person) return err({ type: 'not-found' })
  if (person.suspendedAt !== null) return err({ type: 'person-suspended' })
  if (!isInForce(input, now)) return err({ type: 'office-term' })
  const refused = appointmentRefusal(input.office, {
    held: await officesHeld(tx, person.id, now),
    otherHolder: (await holdersOf(tx, input.office, now)).find(holder => holder.id !== person.id)?.name ?? null,
    votingSeat: await holdsVotingSeat(tx, person.id, now),
  })
  if (refused) return err(refused)
  const office: OfficeRow = { ...input, id: deps.newId() }
  await insertOffice(tx, office)
  await appendRecord(tx, deps, {
    act: 'office.appointed',
    actor: by,
    subject: person.id,
    facts: { office: input.office, act: input.act, startsAt: input.startsAt, endsAt: input.endsAt },
  })
  return ok(office)
}

/**
 * Ends an appointment now.
 *
 * - `not-found`: no such appointment, or ended before
 * - `last-secretariat`: nobody else could run the workspace
 */
export async function endOffice(deps: Deps, actor: Actor, id: string): Promise<Result<void, Problem>> {
  if (!can(actor, 'office.appoint')) return err({ type: 'not-permitted' })
  const now = deps.now()
  const ended = await deps.transaction(async (tx): Promise<Result<PersonId, Problem>> => {
    const term = await findOffice(tx, id)
    if (!term || !isInForce(term, now)) return err({ type: 'not-found' })
    if (term.office === 'secretariat' && (await countOtherSecretariat(tx, term.personId, now)) === 0) {
      return err({ type: 'last-secretariat' })
    }
    await updateOfficeEnd(tx, id, now)
    await appendRecord(tx, deps, {
      act: 'office.ended',
      actor: actor.personId,
      subject: term.personId,
      facts: { office: term.office, act: term.act },
    })
    return ok(term.personId)
  })
  if (!ended.ok) return ended
  announceAccess(deps, ended.value)
  return ok()
}

async function holdsVotingSeat(queries: Queries, personId: PersonId, now: Instant): Promise<boolean> {
  const spokenFor = await constituenciesSpokenFor(queries, personId, now)
  return constituencies.some(constituency => isVoting(constituency) && spokenFor.includes(constituency))
}
