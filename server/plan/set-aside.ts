/**
 * A text of which a part could not be read stands still, with what could not be applied set aside. The Secretariat looks
 * at that, and opens the text for writing as it stands. What was set aside stays. [G8]
 */
import type { Actor } from '#shared/access'
import { err, ok, type Result, type SectionId } from '#shared/core'
import type { Queries } from '#server/db'
import { sectionCodes, type PlanProblem } from '#shared/plan'
import type { PersonEntry, SectionDetail, SetAsideFile } from '#shared/plan/schema'
import { appendRecord } from '#server/record'
import { readSetAside, resumeText as resumeDocument, type SetAsideChange } from '#server/sync'
import type { Deps } from '../deps.ts'
import { placeForAct, type ActRefusal, type PlacedSection } from './access.ts'
import { announceResumed } from './announce.ts'
import { personEntry } from './present.ts'
import { listSections } from './store.ts'

type Refusal = ActRefusal | Extract<PlanProblem, { type: 'text-not-damaged' }>

/**
 * Opens a damaged text for those who write it, from what could be read of it. It goes on in a new epoch, so that what
 * somebody still has of the old one is not merged into it.
 *
 * - `not-found`: missing or hidden. `not-permitted`: only the Secretariat.
 * - `text-not-damaged`: all of it could be read, or somebody was quicker.
 */
export async function resumeText(deps: Deps, actor: Actor, sectionId: SectionId): Promise<Result<void, Refusal>> {
  const resumed = await deps.transaction(async (tx): Promise<Result<void, Refusal>> => {
    const found = await placeForAct(tx, actor, 'section.resumeText', sectionId)
    if (!found.ok) return found
    const { damagedAt } = found.value
    if (damagedAt === null) return err({ type: 'text-not-damaged' })
    const { length: changes } = await setAsideOf(tx, found.value)
    await resumeDocument(tx, sectionId)
    const facts = { damagedAt, changes }
    await appendRecord(tx, deps, { act: 'section.textResumed', actor: actor.personId, subject: sectionId, facts })
    return ok()
  })
  if (resumed.ok) announceResumed(deps, sectionId)
  return resumed
}

/** - `not-found`: missing or hidden. `not-permitted`: only the Secretariat. */
export async function readSetAsideFile(
  deps: Pick<Deps, 'read'>,
  actor: Actor,
  sectionId: SectionId,
): Promise<Result<SetAsideFile, ActRefusal>> {
  const found = await placeForAct(deps.read, actor, 'section.resumeText', sectionId)
  if (!found.ok) return found
  const { section, plan } = found.value
  const code = sectionCodes(plan.kind, await listSections(deps.read, plan.id)).get(sectionId) ?? ''
  const changes: SetAsideFile['changes'] = []
  for (const { bytes, ...change } of await readSetAside(deps.read, sectionId)) {
    const persons = await personEntries(deps.read, [change])
    changes.push({ ...change, persons, bytes: Buffer.from(bytes).toString('base64') })
  }
  return ok({ section: { id: sectionId, code, title: section.title }, changes })
}

/** @returns null where nothing was set aside */
export async function presentSetAside(queries: Queries, placed: PlacedSection): Promise<SectionDetail['setAside']> {
  const changes = await setAsideOf(queries, placed)
  return changes.length === 0 ? null : { changes: changes.length, persons: await personEntries(queries, changes) }
}

/** Since the text stands still; of one that does not, all that ever was. */
async function setAsideOf(queries: Queries, { section, damagedAt }: PlacedSection): Promise<readonly SetAsideChange[]> {
  const changes = await readSetAside(queries, section.id)
  return changes.filter(change => damagedAt === null || change.setAsideAt >= damagedAt)
}

/** Each person once, in the order in which they wrote. */
async function personEntries(queries: Queries, changes: readonly Pick<SetAsideChange, 'persons'>[]) {
  const entries: PersonEntry[] = []
  for (const personId of new Set(changes.flatMap(change => change.persons))) {
    entries.push(await personEntry(queries, personId))
  }
  return entries
}
