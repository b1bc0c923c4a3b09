import { can, type Actor } from '#shared/access'
import {
  canonicalJson,
  err,
  ok,
  sha256Hex,
  type CorrectionId,
  type MeetingId,
  type MinutesId,
  type Result,
} from '#shared/core'
import { isVoting } from '#shared/group'
import type { MeetingProblem } from '#shared/meeting'
import { isQuoted, ownQuoteMinimum, type MinutesProblem, type MinutesState } from '#shared/minutes'
import type { CorrectionInput, DispositionInput } from '#shared/minutes/schema'
import type { CommonProblem } from '#shared/problem'
import type { Queries } from '#server/db'
import { mayReadMeeting, placeMeeting, seatsInvited, type PlacedMeeting } from '#server/meeting'
import { findVoteOn } from '#server/motion'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { minutesSubject } from './access.ts'
import { announceMinutes } from './announce.ts'
import { findCorrection, insertCorrection, updateCorrection, type Correction } from './correction-store.ts'
import { statementsOf } from './facts-store.ts'
import { itemProblem } from './items.ts'
import type { Minutes } from './minutes.ts'
import { moveMinutes } from './moving.ts'
import { frozenParts } from './present.ts'
import { findMinutes, latestVersion } from './store.ts'

type Refusal =
  | MinutesProblem
  | Extract<CommonProblem, { type: 'not-found' | 'not-permitted' | 'invalid-input' }>
  | Extract<MeetingProblem, { type: 'item-removed' | 'seat-not-invited' }>

/** Whether corrections are taken in this state: what was circulated is not approved yet. */
export function takesCorrections(state: MinutesState): boolean {
  return state === 'circulated' || state === 'corrections' || state === 'beforeBody'
}

/** What the record knows a correction by. */
export function correctionText({ quote, proposal, reason }: Pick<Correction, 'quote' | 'proposal' | 'reason'>): string {
  return canonicalJson({ quote, proposal, reason })
}

/**
 * Proposes a correction to the minutes as circulated last, for a seat; an observer only to its own statement.
 * [M5, workflow "Minutes"]
 *
 * - `not-found`: missing or hidden. `not-permitted`: not the person's seat. `seat-not-invited`: not of that meeting.
 * - `minutes-sealed`, `minutes-moved-on`: they do not go round. `corrections-closed`: the time is over.
 * - `invalid-input`, `item-removed`: not an item of the meeting, or one that was struck, or nothing is proposed.
 * - `not-own-statement`: an observer quotes what is not its statement under that item, nor some whole words of it.
 * - `quote-not-in-minutes`: the quoted words do not stand under that item in the version circulated last.
 */
export async function proposeCorrection(
  deps: Deps,
  actor: Actor,
  minutesId: MinutesId,
  input: CorrectionInput,
): Promise<Result<CorrectionId, Refusal>> {
  const { itemId, seatId, quote, proposal, reason } = input
  const proposed = await deps.transaction(async (tx): Promise<Result<Correction & OfMeeting, Refusal>> => {
    const at = deps.now()
    const placed = await placeById(tx, actor, minutesId, at)
    if (!placed) return err({ type: 'not-found' })
    const { minutes, meeting } = placed
    if (!can(actor, 'minutes.correct', { seatId })) return err({ type: 'not-permitted' })
    const seat = seatsInvited(placed).find(one => one.id === seatId)
    if (!seat) return err({ type: 'seat-not-invited', seatId })
    const version = await latestVersion(tx, minutesId)
    const refused = notTaken(minutes.state)
    if (refused) return err(refused)
    if (!version) throw new Error(`minutes ${minutesId} are circulated and have no version`)
    if (at > version.correctionsUntil) return err({ type: 'corrections-closed', until: version.correctionsUntil })
    if (quote === '' && proposal === '') {
      return err({ type: 'invalid-input', errors: [{ path: '/proposal', message: 'nothing is proposed' }] })
    }
    const misplaced = await itemProblem(tx, meeting.id, itemId)
    if (misplaced) return err(misplaced)
    if (!isVoting(seat.constituency) && !(await isOwnStatement(tx, meeting.id, input))) {
      return err({ type: 'not-own-statement' })
    }
    const part = frozenParts(version, meeting.id).find(one => (one.item?.id ?? null) === itemId)
    if (quote !== '' && !(part && isQuoted(quote, part)))
      return err({ type: 'quote-not-in-minutes', version: version.number })

    const correction: Correction = {
      id: deps.newId<CorrectionId>(),
      minutesId,
      versionId: version.id,
      itemId,
      seatId,
      personId: actor.personId,
      quote,
      proposal,
      reason,
      at,
      state: 'proposed',
      disposition: null,
    }
    await insertCorrection(tx, correction)
    await appendRecord(tx, deps, {
      act: 'correction.proposed',
      actor: actor.personId,
      seat: seatId,
      subject: correction.id,
      facts: {
        minutes: minutesId,
        digest: version.digest,
        agendaItem: itemId,
        textDigest: sha256Hex(correctionText(correction)),
      },
    })
    return ok({ ...correction, meetingId: meeting.id })
  })
  if (!proposed.ok) return proposed
  announceMinutes(deps, proposed.value.meetingId, minutesId)
  return ok(proposed.value.id)
}

/**
 * Accepts a correction, which the Secretariat then writes into the text, or refuses it with a reason. Minutes that are
 * before the body are taken back with the first one that is accepted: what it would approve is to change.
 * [workflow "Minutes"]
 *
 * - `not-found`: missing or hidden. `not-permitted`: for the Secretariat.
 * - `correction-disposed`: somebody else decided it first. `minutes-sealed`: too late. `minutes-moved-on`: a vote on
 *   them is open.
 * - `invalid-input`: a refusal without a reason.
 */
export async function disposeOfCorrection(
  deps: Deps,
  actor: Actor,
  id: CorrectionId,
  { accept, reason }: DispositionInput,
): Promise<Result<void, Refusal>> {
  const disposed = await deps.transaction(async (tx): Promise<Result<OfMeeting & Correction, Refusal>> => {
    const at = deps.now()
    const correction = await findCorrection(tx, id)
    const placed = correction && (await placeById(tx, actor, correction.minutesId, at))
    if (!placed) return err({ type: 'not-found' })
    if (!can(actor, 'minutes.circulate', minutesSubject(placed.group))) return err({ type: 'not-permitted' })
    if (correction.state !== 'proposed') return err({ type: 'correction-disposed' })
    const refused = notTaken(placed.minutes.state)
    if (refused) return err(refused)
    if (!accept && reason === '') {
      return err({ type: 'invalid-input', errors: [{ path: '/reason', message: 'needed to refuse' }] })
    }
    if (accept && placed.minutes.state === 'beforeBody') {
      if (await isUnderVote(tx, placed.minutes))
        return err({ type: 'minutes-moved-on', state: 'beforeBody', move: null })
      await moveMinutes(tx, deps, placed.minutes, 'release', null)
    }
    const state = accept ? 'accepted' : 'refused'
    await updateCorrection(tx, { ...correction, state, disposition: { by: actor.personId, at, reason } })
    const facts = { minutes: correction.minutesId, reasonDigest: sha256Hex(reason) }
    await appendRecord(tx, deps, { act: `correction.${state}`, actor: actor.personId, subject: id, facts })
    return ok({ ...correction, meetingId: placed.meeting.id })
  })
  if (!disposed.ok) return disposed
  announceMinutes(deps, disposed.value.meetingId, disposed.value.minutesId)
  return ok()
}

interface OfMeeting {
  readonly meetingId: MeetingId
}

/** Errata are texts of one piece, and take none: whoever disagrees votes against them. */
async function placeById(
  queries: Queries,
  actor: Actor,
  minutesId: MinutesId,
  now: number,
): Promise<(PlacedMeeting & { readonly minutes: Minutes }) | null> {
  const minutes = await findMinutes(queries, minutesId)
  const placed = minutes?.kind === 'minutes' ? await placeMeeting(queries, minutes.meetingId, now) : null
  return minutes && placed && mayReadMeeting(actor, placed) ? { ...placed, minutes } : null
}

function notTaken(
  state: MinutesState,
): Extract<MinutesProblem, { type: 'minutes-sealed' | 'minutes-moved-on' }> | null {
  if (state === 'sealed' || state === 'approved') return { type: 'minutes-sealed' }
  return takesCorrections(state) ? null : { type: 'minutes-moved-on', state, move: null }
}

async function isUnderVote(queries: Queries, { id }: Minutes): Promise<boolean> {
  const version = await latestVersion(queries, id)
  return version !== null && (await findVoteOn(queries, 'minutesVersion', version.id)) !== null
}

async function isOwnStatement(
  queries: Queries,
  meetingId: MeetingId,
  { itemId, seatId, quote }: CorrectionInput,
): Promise<boolean> {
  const own = (await statementsOf(queries, meetingId)).filter(one => one.seat.seatId === seatId)
  return own.some(one => one.itemId === itemId && quotes(quote, one.text))
}

/** A few letters stand in any text: a quote is the whole statement, or some of its words from end to end. */
function quotes(quote: string, statement: string): boolean {
  const said = quote.trim()
  if (said !== '' && said === statement.trim()) return true
  if (said.length < ownQuoteMinimum) return false
  for (let at = statement.indexOf(said); at !== -1; at = statement.indexOf(said, at + 1)) {
    if (!isLetter(statement[at - 1]) && !isLetter(statement[at + said.length])) return true
  }
  return false
}

function isLetter(character = ''): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(character)
}
