/** The chair closes a section's working text for writing, and opens it again. Reading, versions and votes go on. [G8] */
import type { Actor } from '#shared/access'
import { ok, type PersonId, type Result, type SectionId } from '#shared/core'
import type { Tx } from '#server/db'
import {
  closedUntil,
  closeText as decideClosing,
  reopenText as decideReopening,
  type ClosedSection,
  type PlanProblem,
  type Section,
  type TextClosing,
} from '#shared/plan'
import type { NewTextClosing } from '#shared/plan/schema'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { placeForAct, type ActRefusal } from './access.ts'
import { announceWriters } from './announce.ts'
import { findSection, updateSection } from './store.ts'
import type { VersionRow } from './version-store.ts'

type Refusal = ActRefusal | Extract<PlanProblem, { type: 'section-waived' | 'text-closed' | 'text-open' }>

type RecordDeps = Pick<Deps, 'now' | 'newId'>

/**
 * Closes a text for everybody who writes it, until somebody opens it again.
 *
 * - `not-found`: missing or hidden. `not-permitted`: only the chair of the owning group; for what is the NWG's, the
 *   National Co-ordinator and the Secretariat.
 * - `section-waived`, `text-closed`: nobody writes it as it is.
 */
export async function closeText(
  deps: Deps,
  actor: Actor,
  sectionId: SectionId,
  input: NewTextClosing,
): Promise<Result<void, Refusal>> {
  const closed = await deps.transaction(async (tx): Promise<Result<void, Refusal>> => {
    const placed = await placeForAct(tx, actor, 'section.closeText', sectionId)
    if (!placed.ok) return placed
    const closing = { at: deps.now(), by: actor.personId, reason: input.reason ?? null, untilVersion: null }
    const decided = decideClosing(placed.value.section, closing)
    if (!decided.ok) return decided
    await keepClosed(tx, deps, decided.value)
    return ok()
  })
  if (closed.ok) announceWriters(deps, sectionId)
  return closed
}

/**
 * Opens a closed text for those who write it, however it was closed.
 *
 * - `not-found`, `not-permitted`: as for closing it. `text-open`: it is open already.
 */
export async function reopenText(deps: Deps, actor: Actor, sectionId: SectionId): Promise<Result<void, Refusal>> {
  const reopened = await deps.transaction(async (tx): Promise<Result<void, Refusal>> => {
    const placed = await placeForAct(tx, actor, 'section.closeText', sectionId)
    if (!placed.ok) return placed
    const decided = decideReopening(placed.value.section)
    if (!decided.ok) return decided
    await keepReopened(tx, deps, { section: placed.value.section, over: decided.value, by: actor.personId })
    return ok()
  })
  if (reopened.ok) announceWriters(deps, sectionId)
  return reopened
}

/** Keeps a closing that was decided, with its entry in the record. */
export async function keepClosed(tx: Tx, deps: RecordDeps, section: ClosedSection): Promise<void> {
  await updateSection(tx, section)
  const { by, reason, untilVersion } = section.frozen
  const facts = { reason, untilVersion }
  await appendRecord(tx, deps, { act: 'section.textClosed', actor: by, subject: section.id, facts })
}

/**
 * Opens a text that was closed until this version has an outcome.
 *
 * @param by null where a vote brought the outcome
 * @returns whether it opened: then open sockets are to be asked again, after the commit
 */
export async function reopenAfter(
  tx: Tx,
  deps: RecordDeps,
  version: Pick<VersionRow, 'id' | 'sectionId'>,
  by: PersonId | null,
): Promise<boolean> {
  const section = await findSection(tx, version.sectionId)
  const over = section && closedUntil(section, version.id)
  if (!over) return false
  await keepReopened(tx, deps, { section, over, by })
  return true
}

async function keepReopened(
  tx: Tx,
  deps: RecordDeps,
  { section, over, by }: { readonly section: Section; readonly over: TextClosing; readonly by: PersonId | null },
): Promise<void> {
  await updateSection(tx, { ...section, frozen: null })
  const facts = { closedAt: over.at, untilVersion: over.untilVersion }
  await appendRecord(tx, deps, { act: 'section.textReopened', actor: by, subject: section.id, facts })
}
