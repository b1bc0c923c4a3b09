import { can, type Actor } from '#shared/access'
import { err, ok, type Result, type TermsId, type TermsVersionId } from '#shared/core'
import type { DocumentEntry } from '#shared/document/schema'
import type { CommonProblem } from '#shared/problem'
import { termsKinds, termsTitle } from '#shared/terms'
import type { TermsAnswer, TermsEntry } from '#shared/terms/schema'
import type { Queries } from '#server/db'
import { listGroups } from '#server/group'
import { readDamagedTexts, resumeText } from '#server/sync'
import { appendRecord } from '#server/record'
import type { PlanProblem } from '#shared/plan'
import type { Deps } from '../deps.ts'
import { accessTo, bodyName, placeForAct, placeTerms, type PlacedTerms } from './access.ts'
import { announceResumed } from './announce.ts'
import { beginTerms } from './begin.ts'
import { termsEntry, termsIdentity, versionEntry } from './present.ts'
import { readSettings } from './settings.ts'
import { listTerms } from './store.ts'
import { submittedVersions, versionsOfTerms } from './version-store.ts'

type NotFound = Extract<CommonProblem, { type: 'not-found' }>

/** Of every body: the Co-ordinator, the Secretariat, the NWG, then the thematic groups in their order. [G10, G12] */
export async function readTermsList(
  deps: Pick<Deps, 'read' | 'transaction' | 'now' | 'newId'>,
  actor: Actor,
): Promise<TermsEntry[]> {
  if (!can(actor, 'terms.read')) return []
  await beginTerms(deps)
  const entries: TermsEntry[] = []
  for (const placed of await placeAll(deps.read)) {
    entries.push(await termsEntry(deps.read, actor, placed, await versionsOfTerms(deps.read, placed.terms.id)))
  }
  return entries
}

/** A version that waits for its vote to be opened. */
export interface SubmittedTerms extends Pick<TermsEntry, 'kind' | 'name' | 'group'> {
  readonly versionId: TermsVersionId
  readonly number: number
}

/** Those of bodies whose terms this person may read. [G10] */
export async function submittedTerms({ read }: Pick<Deps, 'read'>, actor: Actor): Promise<readonly SubmittedTerms[]> {
  const found: SubmittedTerms[] = []
  for (const { id, termsId, number } of await submittedVersions(read)) {
    const placed = await placeTerms(read, termsId)
    if (!placed || accessTo(actor, placed) === null) continue
    const { kind, name, group } = termsIdentity(placed)
    found.push({ versionId: id, number, kind, name, group })
  }
  return found
}

/** - `not-found`: missing or hidden. */
export async function readTerms(
  deps: Pick<Deps, 'read' | 'now'>,
  actor: Actor,
  termsId: TermsId,
): Promise<Result<TermsAnswer, NotFound>> {
  const placed = await placeTerms(deps.read, termsId)
  if (!placed || accessTo(actor, placed) === null) return err({ type: 'not-found' })
  const versions = await versionsOfTerms(deps.read, termsId)
  return ok({
    ...(await termsEntry(deps.read, actor, placed, versions)),
    versions: versions.map(versionEntry),
    settings: await readSettings(deps, placed),
  })
}

/** The live texts of terms of reference that this person can open. */
export async function termsDocuments({ read }: Pick<Deps, 'read'>, actor: Actor): Promise<readonly DocumentEntry[]> {
  return (await placeAll(read)).flatMap(placed => {
    const access = accessTo(actor, placed)
    if (access === null) return []
    const { terms, group, damagedAt } = placed
    const title = termsTitle(bodyName(terms, group))
    const owner = { id: group.id, name: group.name }
    return [{ id: terms.id, kind: 'terms', code: group.code, title, group: owner, access, frozen: damagedAt !== null }]
  })
}

/**
 * Lets a text that stands still, because a part of it could not be read, be written again from what could be read.
 *
 * - `not-found`: missing or hidden. `not-permitted`: for the Secretariat.
 * - `text-not-damaged`: it does not stand still, or somebody was quicker.
 */
export async function resumeTermsText(
  deps: Deps,
  actor: Actor,
  termsId: TermsId,
): Promise<Result<void, Extract<PlanProblem, { type: 'text-not-damaged' }> | CommonProblem>> {
  const resumed = await deps.transaction(
    async (tx): Promise<Result<void, Extract<PlanProblem, { type: 'text-not-damaged' }> | CommonProblem>> => {
      const placed = await placeForAct(tx, actor, 'terms.resumeText', termsId)
      if (!placed.ok) return placed
      if (!(await resumeText(tx, termsId))) return err({ type: 'text-not-damaged' })
      await appendRecord(tx, deps, { act: 'terms.textResumed', actor: actor.personId, subject: termsId })
      return ok()
    },
  )
  if (resumed.ok) announceResumed(deps, termsId)
  return resumed
}

async function placeAll(queries: Queries): Promise<readonly PlacedTerms[]> {
  const groups = await listGroups(queries)
  const damaged = await readDamagedTexts(queries)
  const placed = (await listTerms(queries)).flatMap(terms => {
    const group = groups.find(candidate => candidate.id === terms.groupId)
    return group ? [{ terms, group, damagedAt: damaged.get(terms.id) ?? null }] : []
  })
  const order = ({ terms, group }: PlacedTerms) => termsKinds.indexOf(terms.kind) * 10_000 + groups.indexOf(group)
  return placed.toSorted((one, other) => order(one) - order(other))
}
