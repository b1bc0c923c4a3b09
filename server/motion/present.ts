import type { Actor } from '#shared/access'
import { can } from '#shared/access'
import type { Instant, PersonId } from '#shared/core'
import type { Group } from '#shared/group'
import {
  castBallot,
  castSecret,
  choicesBy,
  effectiveBallots,
  isToCertify,
  mayCloseEarly,
  methodOf,
  nextReminderAt,
  quorumAtClosing,
  replay,
  seatsThatCast,
  showsRunningTally,
  talliesOf,
  tally,
  type Ballot,
  type ElectorateSeat,
  type Proceedings,
  type Tally,
} from '#shared/motion'
import type { MotionSummary, MotionView, MySeatView, RosterSeatView } from '#shared/motion/schema'
import { isOver, type MotionWithLog, type RosterSeat } from './motion.ts'
import { accessSubject, seatsOf } from './standing.ts'
import type { SentReminder } from './reminding/reminder-store.ts'
import type { SubjectFacts } from './subject.ts'

/** Names of those who once spoke for a seat and are not in the roster: the opener, and nobody else as a rule. */
export type Names = ReadonlyMap<PersonId, string>

/** Answers are made for one reader at one moment. */
export interface Reader {
  readonly actor: Actor
  readonly now: Instant
}

/** One line of the list of votes, as this reader may see it. [V5] */
export function presentSummary(motion: MotionWithLog, group: Group, reader: Reader): MotionSummary {
  const { id, snapshot, state, openedAt, closesAt, dueAt, decidedAt, decision } = motion
  const proceedings = replay(motion.rules, snapshot, motion.events)
  const shown = showsGeneralVote(motion, proceedings)
  const { whole, parts } = talliesOf(motion.rules, snapshot, proceedings)
  return {
    id,
    group: { id: group.id, code: group.code, name: group.name, kind: group.kind },
    subject: {
      kind: motion.subjectKind,
      id: motion.subjectId,
      baseId: motion.baseId,
      title: motion.title,
      name: motion.name,
      digest: motion.digest,
    },
    mode: snapshot.mode,
    method: methodOf(snapshot),
    round: snapshot.round.number,
    state,
    openedAt,
    closesAt,
    dueAt,
    decidedAt,
    paused: proceedings.phase.name === 'paused',
    seats: snapshot.electorate.length,
    cast: seatsThatCast(proceedings).size,
    meeting: motion.meeting,
    numbered: motion.numbered,
    outcome: decision?.outcome ?? null,
    grade: decision?.grade ?? null,
    toCertify: isToCertify({ ...motion, outcome: decision?.outcome ?? null }),
    tally: shown ? whole : null,
    tallyByConstituency: shown ? parts : null,
    mySeats: presentMySeats(motion, proceedings, reader),
  }
}

/** The whole vote, as this reader may see it. */
export function presentMotion(
  motion: MotionWithLog,
  group: Group,
  subject: SubjectFacts,
  around: {
    readonly names: Names
    readonly refusedBallots: number
    readonly reminders: readonly SentReminder[]
    readonly comparedWith: number | null
  },
  reader: Reader,
): MotionView {
  const { rules, snapshot } = motion
  const proceedings = replay(rules, snapshot, motion.events)
  const about = accessSubject(group, snapshot.mode)
  const mayClose = can(reader.actor, 'motion.close', about)
  const extensionsLeft = Math.max(0, rules.extensions - proceedings.extensions)
  const seesDelivery = snapshot.mode === 'correspondence' && can(reader.actor, 'motion.open', about)
  const running = proceedings.phase.name === 'open' && reader.now < proceedings.closesAt
  const presiding = snapshot.presidingCoordinatorId
  return {
    ...presentSummary(motion, group, reader),
    serverNow: reader.now,
    planKind: subject.planKind,
    rulesKind: subject.rulesKind,
    comparedWith: around.comparedWith,
    snapshotDigest: motion.snapshotDigest,
    ruleSetDigest: snapshot.ruleSetDigest,
    openedBy: around.names.get(motion.openedBy) ?? '',
    presiding: presiding === null ? null : (around.names.get(presiding) ?? ''),
    afterTie: snapshot.tiedAt !== null,
    majority: rules.majority[snapshot.subjectKind],
    ngoPolicy: rules.ngoPolicy,
    extensionsLeft,
    hold: proceedings.hold && {
      closesAt: proceedings.hold.closesAt,
      tally: showsHold(motion) ? tally(proceedings.hold.seats, proceedings.hold.ballots) : null,
    },
    visible: showsGeneralVote(motion, proceedings),
    roster: presentRoster(motion, proceedings, seesDelivery),
    reminders: seesDelivery ? presentReminders(motion, proceedings, around.reminders, reader.now) : null,
    quorum: presentQuorum(motion, proceedings),
    refusedBallots: around.refusedBallots,
    may: {
      close: mayClose && running,
      closeNow: mayClose && running && mayCloseEarly(motion),
      extend: can(reader.actor, 'motion.open', about) && running && extensionsLeft > 0,
    },
    trace: isOver(motion) || motion.state === 'held' ? [...(motion.decision?.trace ?? [])] : null,
    candidates: candidatesOf(motion).map(personId => ({ personId, name: around.names.get(personId) ?? '' })),
    election: presentElection(motion, around.names),
    silenceExtended: proceedings.silenceExtended,
    reconsiders: snapshot.reconsiders === true,
  }
}

/** That a seat recused itself is its choice: while choices are hidden it is shown as one that took part. [V3, V5, V7] */
function presentQuorum(motion: MotionWithLog, proceedings: Proceedings): MotionView['quorum'] {
  const { rules, snapshot } = motion
  const { whole, parts } = talliesOf(rules, snapshot, proceedings)
  if (showsGeneralVote(motion, proceedings)) return quorumAtClosing(rules, snapshot, whole, parts)
  return quorumAtClosing(rules, snapshot, asTakingPart(whole), { ...parts, NGO: asTakingPart(parts.NGO) })
}

function asTakingPart(counts: Tally): Tally {
  return { ...counts, presentNotVoting: counts.presentNotVoting + counts.recused, recused: 0 }
}

/** Who can be elected; nobody in a vote on a text. [V12] */
export function candidatesOf({ snapshot }: Pick<MotionWithLog, 'snapshot'>): readonly PersonId[] {
  return snapshot.method?.name === 'SECRET' ? snapshot.method.candidates : []
}

function presentElection({ decision }: MotionWithLog, names: Names): MotionView['election'] {
  const election = decision?.election
  if (!election) return null
  const candidates = election.candidates.map(one => ({ ...one, name: names.get(one.personId) ?? '' }))
  return { candidates, blank: election.blank, elected: election.elected }
}

/**
 * Whether the ballots of the general vote are shown: in a roll call always, by correspondence and of a secret ballot once
 * it is closed. [V5, V12]
 */
export function showsGeneralVote({ snapshot }: MotionWithLog, { phase }: Proceedings): boolean {
  const isRollCall = showsRunningTally(snapshot.mode) && methodOf(snapshot) !== 'SECRET'
  return isRollCall || phase.name === 'held' || phase.name === 'closed'
}

/** The hold is a vote of its own in this: by correspondence its ballots are hidden until it ends. [V5, V9] */
function showsHold(motion: MotionWithLog): boolean {
  return showsRunningTally(motion.snapshot.mode) || isOver(motion)
}

/** What went out, and when the next is to, while any seat may still act. */
function presentReminders(
  { snapshot }: MotionWithLog,
  { closesAt, phase }: Proceedings,
  sent: readonly SentReminder[],
  now: Instant,
): MotionView['reminders'] {
  const times = { openedAt: snapshot.openedAt, closesAt }
  return {
    sent: sent.map(({ stage, at, seats }) => ({ stage, at, seats: seats.length })),
    nextAt: phase.name === 'open' ? nextReminderAt(times, now) : null,
  }
}

/** @param seesDelivery which seats were reached is for chair and Secretariat, who have to reach them */
function presentRoster(motion: MotionWithLog, proceedings: Proceedings, seesDelivery: boolean): RosterSeatView[] {
  const { hold } = proceedings
  const roll = motion.snapshot.mode === 'meeting' ? new Set(motion.snapshot.roll) : null
  const heldSeats = new Set(hold?.seats.map(seat => seat.seatId))
  const haveCast = seatsThatCast(proceedings)
  return motion.roster.map(seat => {
    const heldNow = heldSeats.has(seat.seatId) && motion.state === 'held'
    const ofSeat = (ballots: readonly Ballot[]) => ballots.filter(ballot => ballot.seatId === seat.seatId)
    const general = ofSeat(proceedings.ballots)
    const held = ofSeat(hold?.ballots ?? [])
    // A seat that was heard in the hold is shown with what it said there.
    const cast = heldSeats.has(seat.seatId) && held.length > 0 ? held : heldNow ? [] : general
    // In a secret ballot none is kept but a recusal, which is nobody's secret. [V12]
    const isRecusal = methodOf(motion.snapshot) === 'SECRET'
    const shown = isRecusal || (cast === general ? showsGeneralVote(motion, proceedings) : showsHold(motion))
    const effective = effectiveBallots(cast).get(seat.seatId)
    return {
      seatId: seat.seatId,
      label: seat.label,
      organisationId: seat.organisationId,
      organisationName: seat.organisationName,
      constituency: seat.constituency,
      accredited: seat.representatives.map(one => ({ ...one })),
      present: roll === null ? null : roll.has(seat.seatId),
      cast: effective !== undefined || (!heldNow && haveCast.has(seat.seatId)),
      ballot: shown && effective !== undefined ? presentBallot(seat, effective) : null,
      ballots: shown ? cast.length : null,
      heldNow,
      delivered: seesDelivery ? proceedings.delivered.has(seat.seatId) : null,
      textOpened: seesDelivery ? proceedings.textOpened.has(seat.seatId) : null,
    }
  })
}

/** The seats this reader was accredited for, with the ballot that counts for each; one's own is never hidden. */
function presentMySeats(motion: MotionWithLog, proceedings: Proceedings, { actor, now }: Reader): MySeatView[] {
  const ballots = motion.state === 'held' ? (proceedings.hold?.ballots ?? []) : proceedings.ballots
  const effective = effectiveBallots(ballots)
  return seatsOf(actor.personId, motion).flatMap(seat => {
    const named = motion.roster.find(candidate => candidate.seatId === seat.seatId)
    const accredited = seat.accredited.find(candidate => candidate.personId === actor.personId)
    if (!named || !accredited) return []
    const ballot = effective.get(seat.seatId)
    return [
      {
        seatId: seat.seatId,
        label: named.label,
        organisationName: named.organisationName,
        constituency: seat.constituency,
        rank: accredited.rank,
        ballot: ballot === undefined ? null : presentBallot(named, ballot),
        refusal: refusalFor(motion, seat, actor.personId, now),
        textOpened: proceedings.textOpened.has(seat.seatId),
        inBox: proceedings.secretCasts.some(cast => cast.seatId === seat.seatId),
      },
    ]
  })
}

/** What a ballot cast by this person now would be refused with, whatever the choice. */
function refusalFor(
  motion: MotionWithLog,
  seat: ElectorateSeat,
  personId: PersonId,
  now: Instant,
): MySeatView['refusal'] {
  const input = { seatId: seat.seatId, personId, digest: motion.digest }
  const method = methodOf(motion.snapshot)
  const result =
    method === 'SECRET'
      ? castSecret(motion, input, now)
      : castBallot(motion, { ...input, choice: choicesBy[method][0], reason: null }, now)
  if (result.ok) return null
  switch (result.problem.type) {
    case 'presiding-casts-none':
    case 'person-tied-to-another-seat':
    case 'motion-not-open':
    case 'ballot-late':
    case 'held-for-ngo-seats':
    case 'secret-ballot-final':
      return result.problem.type
    default:
      // The others are about the seat, the digest or the reason, which are right here.
      return 'motion-not-open'
  }
}

function presentBallot(seat: RosterSeat, ballot: Ballot): NonNullable<RosterSeatView['ballot']> {
  const { choice, personId, rank, receivedAt, reason } = ballot
  const caster = seat.representatives.find(candidate => candidate.personId === personId)
  return { choice, personId, personName: caster?.name ?? '', rank, receivedAt, reason }
}
