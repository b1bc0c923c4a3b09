import { can, type Actor } from '#shared/access'
import { err, ok, type Instant, type MeetingId, type PersonId, type Result } from '#shared/core'
import { isVoting } from '#shared/group'
import { mayMoveMinutes, verifyMinutesChain } from '#shared/minutes'
import type { MinutesAnswer } from '#shared/minutes/schema'
import type { CommonProblem } from '#shared/problem'
import type { Queries } from '#server/db'
import { meetingSettingsOf } from '#server/group'
import { mayReadMeeting, placeMeeting, seatsHeld, type PlacedMeeting } from '#server/meeting'
import type { Deps } from '../deps.ts'
import { isWritten, minutesSubject } from './access.ts'
import { loadChain } from './chain.ts'
import { takesCorrections } from './correcting.ts'
import { correctionsOf } from './correction-store.ts'
import { personsNamed, statementsOf } from './facts-store.ts'
import { freezeMinutes, prepareTexts, readLiveParts, type LivePart, type MinutesParts } from './freezing.ts'
import type { Minutes, MinutesVersion } from './minutes.ts'
import {
  correctionEntries,
  erratumEntries,
  frozenParts,
  liveParts,
  sealEntry,
  seatEntry,
  versionEntries,
} from './present.ts'
import { errataOfMeeting, minutesOfMeeting, minuteTakersOf, versionsOf } from './store.ts'

/**
 * The minutes of a meeting as one person may see them now: as they are written, or as they were circulated last.
 *
 * - `not-found`: a meeting that is missing or hidden.
 */
export async function readMinutes(
  deps: Pick<Deps, 'read' | 'now'>,
  parts: MinutesParts,
  actor: Actor,
  meetingId: MeetingId,
): Promise<Result<MinutesAnswer, Extract<CommonProblem, { type: 'not-found' }>>> {
  const { read } = deps
  const now = deps.now()
  const placed = await placeMeeting(read, meetingId, now)
  if (!placed || !mayReadMeeting(actor, placed)) return err({ type: 'not-found' })
  const minutes = await minutesOfMeeting(read, meetingId)
  const versions = minutes ? await versionsOf(read, minutes.id) : []
  const latest = versions.at(-1) ?? null
  const live = minutes && isWritten(minutes) ? await livePartsNow(read, parts, placed, now) : null
  const takers = await minuteTakersOf(read, meetingId)
  const names = await personsNamed(read, takers)
  const chain = await loadChain(read, placed.group.id)
  const sealed = chain.map(link => link.minutes)
  const entries = await versionEntries(read, versions)
  const { id, code, name, kind } = placed.group
  return ok({
    serverNow: now,
    id: minutes?.id ?? null,
    meetingId,
    state: minutes?.state ?? null,
    group: { id, code, name, kind },
    ...mayDo(actor, placed, minutes, takers),
    statementSeats: minutes?.state === 'live' ? seatsHeld(actor, placed).map(seatEntry) : [],
    correctionSeats: await correctionSeats(read, actor, placed, minutes, latest, now),
    takers: takers.flatMap(taker => names.get(taker) ?? []),
    circulateUntil: await circulateUntil(read, placed),
    draftDigest: live && (await draftDigest(read, actor, placed, live, versions.length + 1)),
    version: entries.at(-1) ?? null,
    versions: entries,
    parts: live ? liveParts(live) : latest ? frozenParts(latest, meetingId) : [],
    corrections: minutes ? await correctionEntries(read, await correctionsOf(read, minutes.id), versions) : [],
    errata: await erratumEntries(read, await errataOfMeeting(read, meetingId), sealed),
    seal: minutes && sealEntry(minutes, sealed),
    chain: { ok: verifyMinutesChain(chain) === null, links: chain.length },
  })
}

async function livePartsNow(queries: Queries, parts: MinutesParts, placed: PlacedMeeting, now: Instant) {
  await prepareTexts(queries, parts, placed.meeting.id)
  return readLiveParts(queries, parts, placed, now)
}

type MayDo = Pick<
  MinutesAnswer,
  'mayWrite' | 'mayCirculate' | 'mayCorrect' | 'mayDispose' | 'mayAppoint' | 'mayAddErratum'
>

function mayDo(
  actor: Actor,
  { meeting, group }: PlacedMeeting,
  minutes: Minutes | null,
  takers: readonly PersonId[],
): MayDo {
  const state = minutes?.state ?? null
  const subject = minutesSubject(group, takers)
  const circulates = can(actor, 'minutes.circulate', subject)
  const over = meeting.state === 'adjourned'
  return {
    mayWrite: minutes !== null && isWritten(minutes) && can(actor, 'minutes.write', subject),
    mayCirculate: circulates && over && state !== null && mayMoveMinutes(state, 'circulate', 'secretariat'),
    mayCorrect: circulates && state !== null && mayMoveMinutes(state, 'correct', 'secretariat'),
    mayDispose: circulates && state !== null && takesCorrections(state),
    mayAppoint: can(actor, 'meeting.conduct', subject) && state !== 'sealed' && meeting.state !== 'cancelled',
    mayAddErratum: circulates && state === 'sealed',
  }
}

async function correctionSeats(
  queries: Queries,
  actor: Actor,
  placed: PlacedMeeting,
  minutes: Minutes | null,
  latest: MinutesVersion | null,
  now: Instant,
): Promise<MinutesAnswer['correctionSeats']> {
  if (!minutes || !latest || !takesCorrections(minutes.state) || now > latest.correctionsUntil) return []
  const statements = await statementsOf(queries, placed.meeting.id)
  return seatsHeld(actor, placed)
    .filter(({ id, constituency }) => isVoting(constituency) || statements.some(one => one.seat.seatId === id))
    .map(seatEntry)
}

async function circulateUntil(queries: Queries, { meeting }: PlacedMeeting): Promise<Instant | null> {
  if (meeting.adjournedAt === null) return null
  const settings = await meetingSettingsOf(queries, meeting.groupId)
  return meeting.adjournedAt + settings.circulateWithinMs
}

/** What would be circulated now, for whoever circulates it. */
async function draftDigest(
  queries: Queries,
  actor: Actor,
  placed: PlacedMeeting,
  parts: readonly LivePart[],
  version: number,
): Promise<string | null> {
  if (!can(actor, 'minutes.circulate', minutesSubject(placed.group))) return null
  const frozen = await freezeMinutes(queries, placed, parts, version)
  return frozen.ok ? frozen.value.digest : null
}
