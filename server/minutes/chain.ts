import { can, type Actor } from '#shared/access'
import { err, ok, sha256Hex, type Digest, type GroupId, type Instant, type Result } from '#shared/core'
import { minutesChainStart, verifyMinutesChain, type SealedMinutes } from '#shared/minutes'
import type { ChainAnswer } from '#shared/minutes/schema'
import type { CommonProblem } from '#shared/problem'
import type { Queries } from '#server/db'
import { findGroup } from '#server/group'
import { findMeeting } from '#server/meeting'
import type { Deps } from '../deps.ts'
import type { Minutes } from './minutes.ts'
import { chainOf, latestVersion } from './store.ts'

/** A link as stored, with the digest worked out again from the text that is stored. */
export interface ChainLink extends SealedMinutes {
  readonly minutes: Minutes
  readonly sealedAt: Instant
  /** The seal before it, as stored. */
  readonly previous: Digest
  /** The stored text, byte for byte. */
  readonly content: string
}

/** A group's sealed minutes and errata, from the first. */
export async function loadChain(queries: Queries, groupId: GroupId): Promise<readonly ChainLink[]> {
  const links: ChainLink[] = []
  for (const minutes of await chainOf(queries, groupId)) {
    const version = await latestVersion(queries, minutes.id)
    const { chainNumber, approval, seal, sealedAt } = minutes
    if (!version || chainNumber === null || approval === null || seal === null || sealedAt === null) {
      throw new Error(`minutes ${minutes.id} stand in a chain and are not sealed`)
    }
    const previous = links.at(-1)?.seal ?? minutesChainStart
    const { content } = version
    links.push({ minutes, chainNumber, digest: sha256Hex(content), approval, seal, sealedAt, previous, content })
  }
  return links
}

/**
 * The chain of a group's minutes, verified from the stored texts. [M5]
 *
 * - `not-found`: no such group, or one whose meetings this person may not read.
 */
export async function readChain(
  deps: Pick<Deps, 'read'>,
  actor: Actor,
  groupId: GroupId,
): Promise<Result<ChainAnswer, Extract<CommonProblem, { type: 'not-found' }>>> {
  const group = await findGroup(deps.read, groupId)
  if (!group || !can(actor, 'meeting.read', { groupId })) return err({ type: 'not-found' })
  const links = await loadChain(deps.read, groupId)
  const brokenAt = verifyMinutesChain(links)
  const told: ChainAnswer['links'][number][] = []
  for (const { minutes, chainNumber, digest, approval, seal, previous, sealedAt } of links) {
    const meeting = await findMeeting(deps.read, minutes.meetingId)
    if (!meeting) throw new Error(`minutes ${minutes.id} are of no meeting`)
    const { id, kind } = minutes
    const { title, startsAt } = meeting
    const ok = brokenAt === null || chainNumber < brokenAt
    told.push({
      number: chainNumber,
      kind,
      minutesId: id,
      meetingId: meeting.id,
      title,
      startsAt,
      digest,
      approval,
      previous,
      seal,
      sealedAt,
      ok,
    })
  }
  const { id, code, name, kind } = group
  return ok({ group: { id, code, name, kind }, ok: brokenAt === null, brokenAt, links: told })
}
