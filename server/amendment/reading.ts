import { can, type Actor } from '#shared/access'
import { amendmentDigest, distanceFrom, inSentence, isOpen } from '#shared/amendment'
import type { AmendmentEntry, AmendmentsAnswer } from '#shared/amendment/schema'
import { err, ok, type AmendmentId, type Result, type SectionVersionId } from '#shared/core'
import type { CommonProblem } from '#shared/problem'
import type { Queries } from '#server/db'
import { motionOutcomes } from '#server/motion'
import { loadSectionVersion, subjectOf, versionsOfSection, type SectionVersion } from '#server/plan'
import type { Deps } from '../deps.ts'
import { inOrderOfVoting } from './order.ts'
import { seatsThatAmend } from './proposing.ts'
import { amendmentsOfSection, findAmendment, seatNames, type NamedAmendment } from './store.ts'

type NotFound = Extract<CommonProblem, { type: 'not-found' }>

/**
 * The amendments to a version: in the order of voting, then those with a disposition. One that went on to another version is
 * shown with both, and one that lost its words to another also with the text that this made.
 *
 * - `not-found`: missing or hidden.
 */
export async function readAmendments(
  deps: Pick<Deps, 'read'>,
  actor: Actor,
  versionId: SectionVersionId,
): Promise<Result<AmendmentsAnswer, NotFound>> {
  const queries = deps.read
  const version = await loadSectionVersion(queries, versionId)
  if (!version || !can(actor, 'version.read', subjectOf(version.placed))) return err({ type: 'not-found' })
  const versions = await versionsOfSection(queries, version.sectionId)
  const all = await amendmentsOfSection(queries, version.sectionId)
  const ordered = version.content ? await inOrderOfVoting(queries, versionId, version.content) : []
  const open = new Set<string>(ordered.map(({ id }) => id))
  const grewFrom = versionsBefore(versions, version)
  const others = all
    .filter(one => !open.has(one.id))
    .filter(
      one =>
        [one.versionId, one.proposedTo, one.resultId].includes(versionId) ||
        (one.state === 'overtaken' && grewFrom.has(one.versionId)),
    )
    .toSorted((one, other) => (other.disposedAt ?? 0) - (one.disposedAt ?? 0))
  const view = { actor, version, versions, next: ordered[0]?.state === 'proposed' ? ordered[0].id : null }
  const { seats, names } = await proposers(queries, actor, version)
  const waiting = all.filter(one => isOpen(one.state) && one.seat.constituency === 'NGO' && one.versionId !== versionId)
  return ok({
    amendments: await present(queries, [...ordered, ...others], view),
    seats: seats.map(({ seatId }) => ({ seatId, label: names.get(seatId) ?? '' })),
    amends: refOf(versions, version.amendsId),
    amendedBy: refOf(versions, versions.find(one => one.amendsId === versionId)?.id ?? null),
    ngoElsewhere: [...new Set(waiting.map(one => one.versionId))].flatMap(id => refOf(versions, id) ?? []),
    mayOpenVote: can(actor, 'motion.open', { ...subjectOf(version.placed), voteMode: 'correspondence' }),
  })
}

/** One amendment with the text that it stands on. - `not-found`: missing or hidden. */
export async function readAmendment(
  deps: Pick<Deps, 'read'>,
  actor: Actor,
  id: AmendmentId,
): Promise<Result<AmendmentEntry, NotFound>> {
  const amendment = await findAmendment(deps.read, id)
  const answer = amendment && (await readAmendments(deps, actor, amendment.versionId))
  const entry = answer?.ok ? answer.value.amendments.find(one => one.id === id) : undefined
  return entry ? ok(entry) : err({ type: 'not-found' })
}

interface View {
  readonly actor: Actor
  readonly version: SectionVersion
  readonly versions: Awaited<ReturnType<typeof versionsOfSection>>
  readonly next: string | null
}

async function proposers(queries: Queries, actor: Actor, version: SectionVersion) {
  const takes = version.state === 'submitted' && version.content !== null && !version.placed.section.waived
  const seats = takes ? await seatsThatAmend(queries, actor, version) : []
  const names = await seatNames(
    queries,
    seats.map(({ seatId }) => seatId),
  )
  return { seats, names }
}

async function present(
  queries: Queries,
  amendments: readonly NamedAmendment[],
  { actor, version, versions, next }: View,
): Promise<AmendmentEntry[]> {
  const outcomes = await motionOutcomes(
    queries,
    amendments.flatMap(({ motionId }) => motionId ?? []),
  )
  const texts = new Map([[version.id, version]])
  const entries: AmendmentEntry[] = []
  for (const one of amendments) {
    const text = texts.get(one.versionId) ?? (await loadSectionVersion(queries, one.versionId))
    const standsOn = refOf(versions, one.versionId)
    if (!text || !standsOn) throw new Error(`the amendment ${one.id} stands on no version of its section`)
    texts.set(text.id, text)
    const { id, state, seat, person, at, reason, changes, disposedAt, overtaken, motionId } = one
    entries.push({
      id,
      digest: amendmentDigest({ ...one, base: text.digest }),
      state,
      seat,
      person,
      at,
      reason,
      distance: text.content ? distanceFrom(text.content, one) : 0,
      changes: changes.map(
        change =>
          (text.content && inSentence(text.content.narrative, change)) ?? {
            before: '',
            goes: change.quote,
            comes: change.replacement,
            after: '',
          },
      ),
      version: standsOn,
      disposedAt,
      overtaken,
      motion: motionId && { id: motionId, outcome: outcomes.get(motionId) ?? null },
      result: refOf(versions, one.resultId),
      next: id === next,
      mayWithdraw: state === 'proposed' && can(actor, 'amendment.withdraw', { seatId: seat.id }),
    })
  }
  return entries
}

/** The versions from which amendments made this one. */
function versionsBefore(versions: View['versions'], { amendsId }: SectionVersion): ReadonlySet<string> {
  const before = new Set<string>()
  for (let id = amendsId; id !== null && !before.has(id);) {
    before.add(id)
    const base = versions.find(one => one.id === id)
    id = base?.amendsId ?? null
  }
  return before
}

function refOf(versions: View['versions'], id: SectionVersionId | null): AmendmentsAnswer['amends'] {
  const found = id === null ? undefined : versions.find(one => one.id === id)
  return found ? { id: found.id, number: found.number } : null
}
