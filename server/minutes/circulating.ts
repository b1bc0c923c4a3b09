import type { Actor } from '#shared/access'
import { err, ok, type MeetingId, type MinutesId, type MinutesVersionId, type Result } from '#shared/core'
import { mayMoveMinutes, minutesAfter, type MinutesMove, type MinutesProblem, type MinutesState } from '#shared/minutes'
import type { CirculationInput } from '#shared/minutes/schema'
import type { CommonProblem } from '#shared/problem'
import { meetingSettingsOf } from '#server/group'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { placeMinutes } from './access.ts'
import { announceMinutes, announceWriters } from './announce.ts'
import { openCorrections } from './correction-store.ts'
import { freezeMinutes, prepareTexts, readLiveParts, type FreezingProblem, type MinutesParts } from './freezing.ts'
import { insertMinutesVersion, latestVersion, updateMinutes } from './store.ts'

type Refusal = MinutesProblem | FreezingProblem | Extract<CommonProblem, { type: 'not-found' | 'not-permitted' }>

/**
 * Freezes the committed words and the locked blocks, and circulates them; the texts stand still from then on.
 * [M5, workflow "Minutes": live → circulated, corrections → circulated]
 *
 * It is all read in the transaction that moves the state: what was committed before is in it, and nothing is committed
 * after.
 *
 * - `not-found`, `not-permitted`: for the Secretariat.
 * - `minutes-sealed`, `minutes-moved-on`: they are not being written.
 * - `meeting-not-adjourned`: the session is not over.
 * - `corrections-open`: a proposed correction waits for its disposition.
 * - `vote-open-in-meeting`, `text-damaged`, `text-unreadable`: as `freezeMinutes` gives them.
 * - `minutes-text-moved-on`: they are not what was looked at any more.
 */
export async function circulateMinutes(
  deps: Deps,
  parts: MinutesParts,
  actor: Actor,
  meetingId: MeetingId,
  input: CirculationInput,
): Promise<Result<void, Refusal>> {
  // What is written after this is read in the transaction.
  const may = await placeMinutes(deps.read, actor, 'minutes.circulate', meetingId, deps.now())
  if (may.ok) await prepareTexts(deps.read, parts, meetingId)
  const circulated = await deps.transaction(async (tx): Promise<Result<MinutesId, Refusal>> => {
    const at = deps.now()
    const placed = await placeMinutes(tx, actor, 'minutes.circulate', meetingId, at)
    if (!placed.ok) return placed
    const { minutes, meeting } = placed.value
    const state = stateAfter(minutes.state, 'circulate')
    if (!state.ok) return state
    if (meeting.state !== 'adjourned') return err({ type: 'meeting-not-adjourned' })
    const waiting = await openCorrections(tx, minutes.id)
    if (waiting.length > 0) return err({ type: 'corrections-open', correctionIds: waiting })
    const number = ((await latestVersion(tx, minutes.id))?.number ?? 0) + 1
    const live = await readLiveParts(tx, parts, placed.value, at)
    const frozen = await freezeMinutes(tx, placed.value, live, number)
    if (!frozen.ok) return frozen
    const { text: content, digest } = frozen.value
    if (input.digest !== undefined && input.digest !== digest) return err({ type: 'minutes-text-moved-on' })

    const settings = await meetingSettingsOf(tx, minutes.groupId)
    const id = deps.newId<MinutesVersionId>()
    const correctionsUntil = at + settings.correctionsMs
    await insertMinutesVersion(tx, {
      id,
      minutesId: minutes.id,
      number,
      content,
      digest,
      circulatedAt: at,
      circulatedBy: actor.personId,
      correctionsUntil,
    })
    await updateMinutes(tx, minutes.id, { state: state.value })
    const facts = { meeting: meetingId, version: id, number, digest, correctionsUntil }
    await appendRecord(tx, deps, { act: 'minutes.circulated', actor: actor.personId, subject: minutes.id, facts, at })
    return ok(minutes.id)
  })
  if (!circulated.ok) return circulated
  announceWriters(deps)
  announceMinutes(deps, meetingId, circulated.value)
  return ok()
}

/**
 * Takes up circulated minutes again, so that corrections can be written into them.
 * [workflow "Minutes": circulated → corrections]
 *
 * - `not-found`, `not-permitted`: for the Secretariat.
 * - `minutes-sealed`, `minutes-moved-on`: they are being written, or before the body.
 */
export async function takeUpMinutes(deps: Deps, actor: Actor, meetingId: MeetingId): Promise<Result<void, Refusal>> {
  const taken = await deps.transaction(async (tx): Promise<Result<MinutesId, Refusal>> => {
    const placed = await placeMinutes(tx, actor, 'minutes.circulate', meetingId, deps.now())
    if (!placed.ok) return placed
    const { minutes } = placed.value
    const state = stateAfter(minutes.state, 'correct')
    if (!state.ok) return state
    await updateMinutes(tx, minutes.id, { state: state.value })
    const facts = { meeting: meetingId }
    await appendRecord(tx, deps, { act: 'minutes.takenUp', actor: actor.personId, subject: minutes.id, facts })
    return ok(minutes.id)
  })
  if (!taken.ok) return taken
  announceWriters(deps)
  announceMinutes(deps, meetingId, taken.value)
  return ok()
}

function stateAfter(
  state: MinutesState,
  move: MinutesMove,
): Result<MinutesState, Extract<MinutesProblem, { type: 'minutes-sealed' | 'minutes-moved-on' }>> {
  if (state === 'sealed') return err({ type: 'minutes-sealed' })
  const after = mayMoveMinutes(state, move, 'secretariat') ? minutesAfter(state, move) : null
  return after ? ok(after) : err({ type: 'minutes-moved-on', state, move })
}
