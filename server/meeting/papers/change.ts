import type { Actor } from '#shared/access'
import { can } from '#shared/access'
import { err, ok, type AgendaItemId, type Digest, type PaperId, type Result } from '#shared/core'
import type { MeetingProblem } from '#shared/meeting'
import { paperLimit } from '#shared/meeting/papers'
import type { NewPaper, PaperAnswer } from '#shared/meeting/papers/schema'
import type { Tx } from '#server/db'
import type { MotionSubjects } from '#server/motion'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { findPaper, insertPaper, papersOf, removePaper, type Paper } from '../paper-store.ts'
import { placeForPapers, placeItem, type PaperActRefusal, type PlacedItem } from './place.ts'

type WritingDeps = Pick<Deps, 'transaction' | 'now' | 'newId' | 'bus'>
type VersionProblem = { readonly type: 'not-found' } | { readonly type: 'subject-altered'; readonly digest: Digest }
type TooMany = Extract<MeetingProblem, { type: 'too-many-papers' }>

/** A file that was received, is what its name claims, and is kept. */
export interface KeptFile {
  readonly name: string
  readonly digest: string
  readonly mediaType: string
  readonly bytes: number
}

/**
 * Adds a version to the papers of an item, by the digest it has now. One that is there already is not added again.
 *
 * - `not-found`: the item or the version is missing or hidden
 * - `subject-altered`: the stored text does not fit its digest
 * - `not-permitted`, `item-removed`, `meeting-moved-on`: see `placeForPapers`; `too-many-papers`: see there
 */
export function addVersion(
  deps: WritingDeps,
  subjects: MotionSubjects,
  actor: Actor,
  itemId: AgendaItemId,
  { subjectKind, subjectId }: NewPaper,
): Promise<Result<PaperAnswer, PaperActRefusal | TooMany | VersionProblem>> {
  return adding(deps, actor, itemId, async (tx, common) => {
    const facts = await subjects[subjectKind].load(tx, subjectId)
    if (!facts || !can(actor, 'version.read', { groupId: facts.groupId }))
      return err<VersionProblem>({ type: 'not-found' })
    if (!facts.intact) return err<VersionProblem>({ type: 'subject-altered', digest: facts.digest })
    return ok({ ...common, kind: 'version', name: facts.title, digest: facts.digest, subjectKind, subjectId })
  })
}

/**
 * Adds a kept file to the papers of an item. The same bytes are one paper, also when they are sent again.
 *
 * - `not-found`, `not-permitted`, `item-removed`, `meeting-moved-on`: see `placeForPapers`
 * - `too-many-papers`: the item has as many as it may have
 */
export function addFile(
  deps: WritingDeps,
  actor: Actor,
  itemId: AgendaItemId,
  file: KeptFile,
): Promise<Result<PaperAnswer, PaperActRefusal | TooMany>> {
  return adding(deps, actor, itemId, async (_tx, common) => ok({ ...common, kind: 'file', ...file }))
}

type Common = Pick<Paper, 'id' | 'itemId' | 'addedBy' | 'addedAt' | 'removedAt'>

async function adding<P>(
  deps: WritingDeps,
  actor: Actor,
  itemId: AgendaItemId,
  make: (tx: Tx, common: Common) => Promise<Result<Paper, P>>,
): Promise<Result<PaperAnswer, P | PaperActRefusal | TooMany>> {
  const added = await deps.transaction(async tx => {
    const at = deps.now()
    const placed = await placeForPapers(tx, actor, itemId, at)
    if (!placed.ok) return placed
    const common = { id: deps.newId<PaperId>(), itemId, addedBy: actor.personId, addedAt: at, removedAt: null }
    const made = await make(tx, common)
    if (!made.ok) return made
    const paper = made.value
    const there = await papersOf(tx, [itemId])
    const same = there.find(one => one.kind === paper.kind && one.digest === paper.digest)
    if (same) return ok({ placed: placed.value, answer: answerOf(same, true) })
    if (there.length >= paperLimit) return err<TooMany>({ type: 'too-many-papers', limit: paperLimit })
    await insertPaper(tx, paper)
    const { kind, name, digest } = paper
    const facts = { item: itemId, kind, name, digest }
    await appendRecord(tx, deps, { act: 'paper.added', actor: actor.personId, subject: paper.id, facts, at })
    return ok({ placed: placed.value, answer: answerOf(paper, false) })
  })
  if (!added.ok) return added
  if (!added.value.answer.known) announce(deps, added.value.placed)
  return ok(added.value.answer)
}

function answerOf({ id, name, digest }: Paper, known: boolean): PaperAnswer {
  return { id, name, digest, known }
}

/**
 * Takes a paper away from its item. The paper, its file and its entry in the record are kept; one that is away already
 * stays so.
 *
 * - `not-found`, `not-permitted`, `item-removed`, `meeting-moved-on`: see `placeForPapers`
 */
export async function takeAway(deps: WritingDeps, actor: Actor, id: PaperId): Promise<Result<null, PaperActRefusal>> {
  const taken = await deps.transaction(async tx => {
    const paper = await findPaper(tx, id)
    if (!paper) return err<PaperActRefusal>({ type: 'not-found' })
    const at = deps.now()
    const placed = await placeForPapers(tx, actor, paper.itemId, at)
    if (!placed.ok || paper.removedAt !== null) return placed
    await removePaper(tx, id, at)
    const facts = { item: paper.itemId, kind: paper.kind, name: paper.name, digest: paper.digest }
    await appendRecord(tx, deps, { act: 'paper.removed', actor: actor.personId, subject: id, facts, at })
    return placed
  })
  if (!taken.ok) return taken
  announce(deps, taken.value)
  return ok(null)
}

/** A paper that stands among those of an item this person may read. */
export async function paperFor(deps: Pick<Deps, 'read' | 'now'>, actor: Actor, id: PaperId): Promise<Paper | null> {
  const paper = await findPaper(deps.read, id)
  if (!paper || paper.removedAt !== null) return null
  const placed = await placeItem(deps.read, actor, paper.itemId, deps.now())
  return placed && !placed.item.removed ? paper : null
}

function announce({ bus }: Pick<Deps, 'bus'>, { item, meeting }: PlacedItem): void {
  bus.publish({ type: 'changed', topic: 'meeting', id: meeting?.id ?? item.groupId })
}
