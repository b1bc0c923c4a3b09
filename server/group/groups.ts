import { canonicalJson, err, ok, type GroupId, type MotionId, type PersonId, type Result } from '#shared/core'
import type { Tx } from '#server/db'
import type { Group, GroupKind, GroupProblem } from '#shared/group'
import { defaultRuleSet, ruleSetDigest } from '#shared/motion'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { speaksInGroup } from './electorate.ts'
import { chairSetOn, findGroup, findGroupByCode, insertGroup, updateChair } from './store.ts'

type Stamp = Pick<Deps, 'now' | 'newId'>
type NotFound = { readonly type: 'not-found' }

/** What an act on a group changed: whom to tell, and whose sockets to ask again. */
export interface GroupChange {
  readonly groupId: GroupId
  /** Persons whose seats or chairs are not what they were. */
  readonly persons: readonly PersonId[]
}

export interface NewGroup {
  readonly kind: GroupKind
  /** Unique in the workspace. */
  readonly code: string
  readonly name: string
  readonly position: number
  /** Who acts; none where the system sets the workspace up. */
  readonly by: PersonId | null
}

/**
 * Makes a group that votes by the default rules of its kind. It has no chair until one is set: a chair represents one
 * of its voting seats. [G1, G8]
 *
 * - `group-code-taken`: another group has the code.
 */
export async function createGroup(tx: Tx, deps: Stamp, input: NewGroup): Promise<Result<Group, GroupProblem>> {
  if (await findGroupByCode(tx, input.code)) return err({ type: 'group-code-taken' })
  const { kind, code, name, position, by } = input
  const group: Group = { id: deps.newId<GroupId>(), kind, code, name, position }
  const rules = defaultRuleSet(kind)
  await insertGroup(tx, { ...group, ruleSet: canonicalJson(rules), createdAt: deps.now() })
  const facts = { kind, code, name, ruleSet: ruleSetDigest(rules) }
  await appendRecord(tx, deps, { act: 'group.created', actor: by, subject: group.id, facts })
  return ok(group)
}

/**
 * Gives a TWG its chair, who represents one of its voting seats, or none. [G6]
 *
 * @param input.replacing the chair whom the acting person saw
 *
 * - `not-found`: no such group.
 * - `chair-by-office`: the NWG is chaired by the National Co-ordinator.
 * - `chair-changed`: somebody else set the chair in the meantime.
 * - `chair-without-seat`: the person speaks for no voting seat of the group.
 */
export async function setChair(
  tx: Tx,
  deps: Stamp,
  input: {
    readonly groupId: GroupId
    readonly personId: PersonId | null
    readonly replacing: PersonId | null
    readonly by: PersonId | null
    /** The vote that elected them: the act of appointment. [V12] */
    readonly motionId?: MotionId
  },
): Promise<Result<GroupChange, GroupProblem | NotFound>> {
  const { groupId, personId, replacing, by, motionId } = input
  const group = await findGroup(tx, groupId)
  if (!group) return err({ type: 'not-found' })
  if (group.kind === 'nwg') return err({ type: 'chair-by-office' })
  if ((await chairSetOn(tx, groupId)) !== replacing) return err({ type: 'chair-changed' })
  if (personId !== null && !(await speaksInGroup(tx, groupId, personId, deps.now()))) {
    return err({ type: 'chair-without-seat' })
  }
  await updateChair(tx, groupId, personId)
  const act = personId === null ? 'group.chairEnded' : 'group.chairSet'
  const facts = { chair: personId, replaced: replacing, ...(motionId !== undefined && { motion: motionId }) }
  await appendRecord(tx, deps, { act, actor: by, subject: groupId, facts })
  return ok({ groupId, persons: [personId, replacing].filter(person => person !== null) })
}

/**
 * Ends the chair of somebody who no longer represents a voting seat of the group. Called after every act that takes
 * somebody out of a seat. [G6]
 */
export async function endChairWithoutSeat(tx: Tx, deps: Stamp, groupId: GroupId, by: PersonId | null): Promise<void> {
  const chair = await chairSetOn(tx, groupId)
  if (chair === null || (await speaksInGroup(tx, groupId, chair, deps.now()))) return
  await updateChair(tx, groupId, null)
  const facts = { chair: null, replaced: chair }
  await appendRecord(tx, deps, { act: 'group.chairEnded', actor: by, subject: groupId, facts })
}
