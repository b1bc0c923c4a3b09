import type { Instant, SeatId } from '#shared/core'
import {
  isAfterCertification,
  isFinal,
  isQuorate,
  methodOf,
  quorumOfRoll,
  standingStatements,
  type Decision,
} from '#shared/motion'
import type {
  ElectionBlock,
  MeetingFacts,
  MotionBlock,
  NotedStay,
  QuorumBlock,
  Under,
  VoteQuorum,
  VoteStatement,
} from '#shared/minutes'
import { isVoting, type GroupInFull } from '#shared/group'
import type { Queries } from '#server/db'
import { attendanceOf, seatsInvited, type PlacedMeeting } from '#server/meeting'
import {
  candidateNames,
  loadBody,
  motionsOfMeeting,
  statementVersions,
  type MotionWithLog,
  type Names,
  type VoteStatement as FiledStatement,
} from '#server/motion'
import { actionItemsSetIn, seatNames, statementsOf } from './facts-store.ts'

/** All that a meeting has established by now. [M5] */
export async function loadFacts(queries: Queries, placed: PlacedMeeting): Promise<MeetingFacts> {
  const { meeting } = placed
  const stays = await attendanceOf(queries, meeting.id)
  const motions = await motionsOfMeeting(queries, meeting.id)
  const names = await candidateNames(queries, motions)
  const said = await statementVersions(
    queries,
    motions.map(({ id }) => id),
  )
  return {
    adjournedAt: meeting.adjournedAt,
    seats: await seatsOf(queries, placed, stays),
    stays,
    quorum: await quorumAtBeginning(queries, placed, stays),
    motions: motions.map(motion => motionBlock(motion, names, voteStatements(motion, said))),
    statements: await statementsOf(queries, meeting.id),
    actionItems: await actionItemsSetIn(queries, meeting.id),
  }
}

/** Seats that are invited, and those that came and are not any more. */
async function seatsOf(
  queries: Queries,
  placed: PlacedMeeting,
  stays: readonly NotedStay[],
): Promise<MeetingFacts['seats']> {
  const invited = seatsInvited(placed).map(({ id, groupId, label, organisationName, constituency }) => {
    return { seatId: id, groupId, label, organisationName, constituency }
  })
  const known = new Set<SeatId>(invited.map(seat => seat.seatId))
  const others = new Set(stays.flatMap(stay => (stay.seatId === null || known.has(stay.seatId) ? [] : stay.seatId)))
  const names = await seatNames(queries, [...others])
  return [...invited, ...[...names.values()].map(name => ({ ...name, groupId: placed.group.id }))]
}

/** Of each group whose seats vote, by the electorate and the roll of that moment. [M3, V6] */
async function quorumAtBeginning(
  queries: Queries,
  { meeting, bodies }: PlacedMeeting,
  stays: readonly NotedStay[],
): Promise<QuorumBlock | null> {
  const at = meeting.startedAt
  if (at === null) return null
  const roll = stays.filter(stay => isThere(stay, at)).flatMap(stay => stay.seatId ?? [])
  const groups: QuorumBlock['groups'][number][] = []
  for (const group of bodies.filter(hasVote)) {
    const body = await loadBody(queries, group.id, at)
    if (!body) continue
    const quorum = quorumOfRoll(body.rules, body, roll)
    const { id, code, name, kind } = group
    groups.push({ group: { id, code, name, kind }, ...quorum, quorate: isQuorate(quorum) })
  }
  return groups.length === 0 ? null : { type: 'quorum', at, groups }
}

function hasVote({ seats }: GroupInFull): boolean {
  return seats.some(seat => isVoting(seat.constituency))
}

function isThere({ arrivedAt, departedAt }: NotedStay, at: Instant): boolean {
  return arrivedAt <= at && (departedAt === null || departedAt > at)
}

/** While the vote goes on, only that it does: what is shown of it then is the vote's own to say. [V5] */
function motionBlock(motion: MotionWithLog, names: Names, statements: readonly VoteStatement[]): Under<MotionBlock> {
  const { id, snapshot, subjectKind, title, name, digest, openedAt, decidedAt, decision, numbered, meeting } = motion
  const final = decision && isFinal(decision.outcome) ? decision : null
  const method = methodOf(snapshot)
  return {
    type: 'motion',
    id,
    itemId: meeting?.itemId ?? null,
    subjectKind,
    title,
    ...(name && { name }),
    digest,
    openedAt,
    decidedAt,
    ...(method !== 'BALLOT' && { method }),
    ...(final?.election && { election: electionBlock(final.election, names) }),
    tally: final?.tally ?? null,
    ngoTally: final?.tallyByConstituency.NGO ?? null,
    quorum: final && voteQuorum(final),
    outcome: final?.outcome ?? null,
    grade: final?.grade ?? null,
    decision: numbered,
    ...(statements.length > 0 && { statements }),
  }
}

/** Those that stand, by the seat's name at opening. [V9, V13] */
function voteStatements(motion: MotionWithLog, said: readonly FiledStatement[]): readonly VoteStatement[] {
  const { id, roster, certifiedAt } = motion
  const versions = said.filter(({ motionId }) => motionId === id)
  return standingStatements(versions, certifiedAt).flatMap(({ seatId, kind, number, at, text }) => {
    const named = roster.find(seat => seat.seatId === seatId)
    if (!named) return []
    const { label, organisationName, constituency } = named
    const seat = { seatId, label, organisationName, constituency }
    return [{ seat, kind, number, at, text, afterCertification: isAfterCertification({ at }, certifiedAt) }]
  })
}

/** What each candidate got; of no seat is it known whom it chose. [V12] */
function electionBlock({ candidates, blank, elected }: NonNullable<Decision['election']>, names: Names): ElectionBlock {
  const one = ({ personId, votes }: (typeof candidates)[number]) => ({
    name: names.get(personId) ?? '',
    votes,
    elected: personId === elected,
  })
  return { candidates: candidates.map(one), blank }
}

/** As the vote found it, step by step. [V6, V7] */
function voteQuorum({ trace }: Pick<Decision, 'trace'>): VoteQuorum {
  const opening = trace.find(found => found.step === 'quorum-at-opening')
  const closing = trace.find(found => found.step === 'quorum-at-closing')
  return { opening: opening?.facts ?? null, closing: closing?.facts ?? null }
}
