/** What the routes ask of the slice: permission, one transaction, and the announcement after it. */
import { can, type Actor } from '#shared/access'
import { err, ok, type GroupId, type Result, type SeatId } from '#shared/core'
import type { Tx } from '#server/db'
import type {
  ChairBody,
  GroupAnswer,
  GroupBody,
  GroupSummary,
  RepresentativeBody,
  SeatBody,
  SeatChange,
} from '#shared/group/schema'
import type { Problem } from '#shared/problem'
import type { Deps } from '../deps.ts'
import { accredit, endAccreditation } from './accreditation.ts'
import { createGroup, setChair, type GroupChange } from './groups.ts'
import { presentGroup, presentSummary } from './present.ts'
import { loadGroup, loadGroups } from './seat-store.ts'
import { changeSeat, createSeat } from './seats.ts'
import { nextGroupPosition, ruleSetsByGroup, ruleSetOf } from './store.ts'

/** Every group with its composition, the NWG first. Fails with `not-permitted`. */
export async function readGroups(deps: Deps, actor: Actor): Promise<Result<GroupSummary[], Problem>> {
  if (!can(actor, 'workspace.read')) return err({ type: 'not-permitted' })
  const groups = await loadGroups(deps.read, deps.now())
  const rules = await ruleSetsByGroup(deps.read)
  return ok(
    groups.flatMap(group => {
      const own = rules.get(group.id)
      return own ? [presentSummary(group, own)] : []
    }),
  )
}

/** Fails with `not-found`, `not-permitted`. */
export async function readGroup(deps: Deps, actor: Actor, groupId: GroupId): Promise<Result<GroupAnswer, Problem>> {
  if (!can(actor, 'workspace.read')) return err({ type: 'not-permitted' })
  const group = await loadGroup(deps.read, groupId, deps.now())
  const rules = await ruleSetOf(deps.read, groupId)
  return group && rules ? ok(presentGroup(group, rules)) : err({ type: 'not-found' })
}

/** A further Thematic Working Group, empty until it has seats. [G8] */
export function addGroup(deps: Deps, actor: Actor, body: GroupBody): Promise<Result<GroupChange, Problem>> {
  return manage(deps, actor, async tx => {
    const position = await nextGroupPosition(tx, 'twg')
    const group = await createGroup(tx, deps, { ...body, kind: 'twg', position, by: actor.personId })
    return group.ok ? ok({ groupId: group.value.id, persons: [] }) : group
  })
}

export function addSeat(deps: Deps, actor: Actor, groupId: GroupId, body: SeatBody) {
  return manage(deps, actor, tx => createSeat(tx, deps, { ...body, groupId, by: actor.personId }))
}

export function alterSeat(deps: Deps, actor: Actor, seatId: SeatId, change: SeatChange) {
  return manage(deps, actor, tx => changeSeat(tx, deps, seatId, change, actor.personId))
}

export function addRepresentative(deps: Deps, actor: Actor, seatId: SeatId, body: RepresentativeBody) {
  return manage(deps, actor, tx => accredit(tx, deps, { ...body, seatId, by: actor.personId }))
}

export function removeRepresentative(deps: Deps, actor: Actor, accreditationId: string) {
  return manage(deps, actor, tx => endAccreditation(tx, deps, accreditationId, actor.personId))
}

export function giveChair(deps: Deps, actor: Actor, groupId: GroupId, body: ChairBody) {
  return manage(deps, actor, tx => setChair(tx, deps, { ...body, groupId, by: actor.personId }))
}

/**
 * Runs one act on a group for whoever manages groups, and tells of it once it is kept. Writers run one at a time: of
 * two who do the same, the second sees what the first did and is told.
 */
async function manage<C extends GroupChange>(
  deps: Deps,
  actor: Actor,
  work: (tx: Tx) => Promise<Result<C, Problem>>,
): Promise<Result<C, Problem>> {
  if (!can(actor, 'group.manage')) return err({ type: 'not-permitted' })
  const change = await deps.transaction(work)
  if (!change.ok) return change
  const { groupId, persons } = change.value
  deps.bus.publish({ type: 'changed', topic: 'group', id: groupId })
  if (persons.length > 0) deps.bus.publish({ type: 'accessChanged', persons })
  return change
}
