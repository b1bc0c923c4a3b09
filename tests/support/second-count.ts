/**
 * A second counting of a vote, from the rules of procedure alone.
 *
 * Nothing here comes from `decide()`: only the names of a vote's facts are shared with it. It reads a vote as a clerk does
 * with paper slips: sort the slips of each seat, take the top one, make piles, and go down the rules with the piles in
 * hand. Where the two disagree, one of them, or the rule, is wrong.
 */
import type {
  Ballot,
  Decision,
  ElectorateSeat,
  Grade,
  MotionEvent,
  Outcome,
  RuleSet,
  SecretCast,
  Snapshot,
  Tally,
} from '#shared/motion'

export type SecondCount = Pick<Decision, 'outcome' | 'grade' | 'tally' | 'tallyByConstituency'>

type Pile = 'yes' | 'no' | 'abstain' | 'presentNotVoting' | 'recused'
type Slip = { readonly seat: ElectorateSeat; readonly order: number; readonly pile: Pile; readonly said: string }
type Verdict = readonly [Outcome, Grade | null]

const pileOf: Readonly<Record<string, Pile>> = {
  YES: 'yes',
  NO: 'no',
  ABSTAIN: 'abstain',
  PRESENT_NOT_VOTING: 'presentNotVoting',
  RECUSED: 'recused',
  SUPPORT: 'yes',
  BLOCK: 'no',
  STAND_ASIDE: 'abstain',
  OBJECT: 'no',
  AMEND: 'no',
  RESERVE: 'abstain',
  STATEMENT: 'abstain',
}

const saidIn: Readonly<Record<string, string>> = {
  BALLOT: 'YES NO ABSTAIN PRESENT_NOT_VOTING RECUSED',
  CONSENSUS: 'SUPPORT STAND_ASIDE BLOCK RECUSED',
  SILENCE: 'OBJECT AMEND ABSTAIN RESERVE STATEMENT',
  SECRET: 'RECUSED',
}

/** @returns what NWG-ROP/1 makes of this vote, without the reasons `decide()` gives */
export function countAgain(rules: RuleSet, snapshot: Snapshot, events: readonly MotionEvent[]): SecondCount {
  const desk = sortEvents(rules, snapshot, events)
  const general = pilesOf(snapshot, desk.general, desk.papers)
  const [outcome, grade] = verdictOf(rules, snapshot, desk, general)
  return { outcome, grade, tally: general.all, tallyByConstituency: general.parts }
}

interface Desk {
  /** Slips in the order they came: until the (first) closing, and those handed in after it by NGO seats. */
  readonly general: Slip[]
  readonly later: Slip[]
  /** How often the vote was closed: a second closing ends the hold. */
  closings: number
  stale: boolean
  voided: boolean
  /** Whether time was added to a silence in which no NGO seat had looked. [V11] */
  extended: boolean
  /** One objection breaks a silence there and then, whatever others of the seat have said. [V11] */
  broken: boolean
  papers: readonly { readonly constituency: string | null; readonly candidate: string | null }[] | null
  readonly reached: Set<string>
  readonly opened: Set<string>
}

/** Goes through the log once, with the clock of the log in hand. [V3, V4, V5] */
function sortEvents(rules: RuleSet, snapshot: Snapshot, events: readonly MotionEvent[]): Desk {
  const desk: Desk = {
    general: [],
    later: [],
    closings: 0,
    stale: false,
    voided: false,
    extended: false,
    broken: false,
    papers: null,
    reached: new Set(),
    opened: new Set(),
  }
  const seatOfPerson = new Map<string, string>()
  const boxed = new Set<string>()
  let until = snapshot.closesAt
  let pausedAt: number | null = null
  let extensions = 0
  for (const event of events) {
    switch (event.type) {
      case 'paused':
        pausedAt = event.at
        break
      case 'resumed':
        until += event.at - (pausedAt ?? event.at)
        pausedAt = null
        break
      case 'extended':
        if (pausedAt !== null || desk.closings > 0 || isOver(rules, snapshot, desk)) break
        if (extensions === rules.extensions || event.at >= until || event.closesAt <= until) break
        extensions += 1
        until = event.closesAt
        break
      case 'superseded':
        if (!isOver(rules, snapshot, desk)) desk.stale ||= event.digest !== snapshot.subjectDigest
        break
      case 'voided':
        desk.voided = true
        break
      case 'counted':
        if (isWholeCount(snapshot, desk, event.papers)) desk.papers = event.papers
        break
      case 'delivered':
        if (desk.closings === 0) desk.reached.add(event.seatId)
        break
      case 'textOpened':
        desk.opened.add(event.seatId)
        break
      case 'closed': {
        // Only an open vote is closed: whoever paused it resumes it first.
        if (pausedAt !== null || (event.at < until && !mayCloseEarly(snapshot, desk, event.by))) break
        if (isUnreadSilence(snapshot, desk)) {
          desk.extended = true
          until += rules.silenceExtensionMs
        } else {
          desk.closings += 1
          until = event.at + rules.ngoHoldMs
        }
        break
      }
      case 'ballot':
      case 'secretCast': {
        if (pausedAt !== null || event.receivedAt >= until) break
        const seat = seatSpokenFor(snapshot, event)
        if (seat === null || (seatOfPerson.get(event.personId) ?? seat.seatId) !== seat.seatId) break
        // A paper in the box cannot be found again: the seat has cast, whatever it would say now.
        if (boxed.has(seat.seatId) || isOver(rules, snapshot, desk)) break
        const heardAlone = desk.closings > 0 && snapshot.method?.name !== 'SILENCE'
        if (heardAlone && (seat.constituency !== 'NGO' || topSlips(desk.general).get(seat.seatId)?.pile === 'recused'))
          break
        seatOfPerson.set(event.personId, seat.seatId)
        if (snapshot.method?.name === 'SECRET') boxed.add(seat.seatId)
        const rank = seat.accredited.find(({ personId }) => personId === event.personId)?.rank
        const slip: Slip = {
          seat,
          order: rank === 'head' ? 1 : 0,
          pile: event.type === 'ballot' ? (pileOf[event.choice] ?? 'abstain') : 'presentNotVoting',
          said: event.type === 'ballot' ? event.choice : 'PAPER',
        }
        if (heardAlone) desk.later.push(slip)
        else desk.general.push(slip)
        desk.broken ||= slip.said === 'OBJECT' || slip.said === 'AMEND'
      }
    }
  }
  return desk
}

/** Whether nothing more is awaited: neither ballots nor NGO seats heard alone. */
function isOver(rules: RuleSet, snapshot: Snapshot, desk: Desk): boolean {
  if (desk.voided || desk.broken) return true
  if (desk.closings === 0) return false
  if (snapshot.method?.name === 'SECRET') return true
  const [outcome] = closingVerdict(rules, snapshot, desk, pilesOf(snapshot, desk.general, desk.papers))
  return outcome !== 'HELD_NGO_SILENT'
}

/** Before its time a vote is closed by the chair when no seat is waited for; a silence and a hold have their whole time. [V5] */
function mayCloseEarly(snapshot: Snapshot, desk: Desk, by: string | null): boolean {
  if (by === null || desk.closings > 0 || snapshot.method?.name === 'SILENCE') return false
  return topSlips(desk.general).size === snapshot.electorate.length
}

/** Everybody was told, and of the NGO seats none has looked: once, that gives them more time. [V11] */
function isUnreadSilence(snapshot: Snapshot, { extended, stale, reached, opened }: Desk): boolean {
  if (snapshot.method?.name !== 'SILENCE' || extended || stale) return false
  if (snapshot.electorate.some(({ seatId }) => !reached.has(seatId))) return false
  const ngo = snapshot.electorate.filter(({ constituency }) => constituency === 'NGO')
  return ngo.length > 0 && !ngo.some(({ seatId }) => opened.has(seatId))
}

/** After the close, one paper for each that was put in, of the same constituencies, and for candidates only. [V12] */
function isWholeCount(snapshot: Snapshot, desk: Desk, papers: NonNullable<Desk['papers']>): boolean {
  const candidates: readonly (string | null)[] = snapshot.method?.name === 'SECRET' ? snapshot.method.candidates : []
  const put = desk.general.filter(({ said }) => said === 'PAPER').map(({ seat }) => seat.constituency)
  const taken = papers.map(({ constituency }) => constituency)
  return (
    desk.closings > 0 &&
    desk.papers === null &&
    papers.every(({ candidate }) => candidate === null || candidates.includes(candidate)) &&
    String(put.sort()) === String(taken.sort())
  )
}

/** @returns the seat, or null when this person could not cast this for it [V1, V3, V4] */
function seatSpokenFor(snapshot: Snapshot, cast: Ballot | SecretCast): ElectorateSeat | null {
  const seat = snapshot.electorate.find(({ seatId }) => seatId === cast.seatId)
  if (seat === undefined || !seat.accredited.some(({ personId }) => personId === cast.personId)) return null
  if (cast.personId === snapshot.presidingCoordinatorId) return null
  if (cast.digest !== snapshot.subjectDigest) return null
  const method = snapshot.method?.name ?? 'BALLOT'
  if (cast.type === 'secretCast') return method === 'SECRET' ? seat : null
  if (saidIn[method]?.split(' ').includes(cast.choice) !== true) return null
  const mustGiveReason = cast.choice === 'RECUSED' || cast.choice === 'BLOCK'
  return mustGiveReason && (cast.reason ?? '').trim() === '' ? null : seat
}

/** The slip on top for each seat: the head's before an alternate's, then the latest. [V3] */
function topSlips(slips: readonly Slip[]): Map<string, Slip> {
  const top = new Map<string, Slip>()
  // A stable sort: among equals the latest stays last, and so on top.
  for (const slip of [...slips].sort((a, b) => a.order - b.order)) top.set(slip.seat.seatId, slip)
  return top
}

interface Piles {
  readonly all: Tally
  readonly parts: SecondCount['tallyByConstituency']
}

function pilesOf(snapshot: Snapshot, slips: readonly Slip[], papers: Desk['papers']): Piles {
  const empty = () => ({ seats: 0, yes: 0, no: 0, abstain: 0, presentNotVoting: 0, recused: 0, notCast: 0 })
  const parts = { STATE: empty(), NGO: empty(), PARTNER: empty() }
  const all = empty()
  const top = topSlips(slips)
  for (const { seatId, constituency } of snapshot.electorate) {
    const pile = top.get(seatId)?.pile ?? 'notCast'
    for (const sum of [all, parts[constituency]]) {
      sum.seats += 1
      sum[pile] += 1
    }
  }
  if (papers === null) return { all, parts }
  const votes = new Map<string, number>()
  let blank = 0
  for (const { candidate } of papers) {
    if (candidate === null) blank += 1
    else votes.set(candidate, (votes.get(candidate) ?? 0) + 1)
  }
  const most = Math.max(0, ...votes.values())
  const opened = { yes: most, no: papers.length - blank - most, abstain: blank, presentNotVoting: 0 }
  return { all: { ...all, ...opened }, parts }
}

function verdictOf(rules: RuleSet, snapshot: Snapshot, desk: Desk, piles: Piles): Verdict {
  const { seats } = piles.all
  const ngoSeats = piles.parts.NGO.seats
  // A vote that could not open leaves nothing to void.
  if (snapshot.subjectKind !== 'procedure' && ngoSeats < rules.ngoMinimum) return ['BLOCKED_COMPOSITION', null]
  if (snapshot.mode === 'meeting') {
    const here = snapshot.electorate.filter(({ seatId }) => snapshot.roll.includes(seatId))
    const ngoHere = here.filter(({ constituency }) => constituency === 'NGO').length
    if (!isQuorate(rules, snapshot, here.length, seats, ngoHere, ngoSeats)) return ['NO_QUORUM_OPEN', null]
  }
  return closingVerdict(rules, snapshot, desk, piles)
}

/** V6, V7 */
function isQuorate(rules: RuleSet, snapshot: Snapshot, p: number, of: number, pNgo: number, ofNgo: number): boolean {
  const { quorumMoreThan: half, ngoQuorumAtLeast: third } = rules
  const isFloorWaived = snapshot.subjectKind === 'procedure' || snapshot.call.number === 2
  return (
    half.denominator * p > half.numerator * of && (isFloorWaived || third.denominator * pNgo >= third.numerator * ofNgo)
  )
}

/** What the piles say once the vote is over. */
function closingVerdict(rules: RuleSet, snapshot: Snapshot, desk: Desk, piles: Piles): Verdict {
  const { all, parts } = piles
  const method = snapshot.method?.name ?? 'BALLOT'
  if (desk.voided) return ['VOIDED', null]
  if (desk.closings === 0 && !desk.broken) return ['OPEN', null]
  // The box is opened after the close: until then there is nothing to count.
  if (method === 'SECRET' && desk.papers === null) return ['OPEN', null]
  if (desk.stale) return ['STALE_BASE', null]
  if (method === 'SILENCE') return silenceVerdict(snapshot, desk, all)

  const took = (of: Tally) => of.yes + of.no + of.abstain + of.presentNotVoting
  const entitled = (of: Tally) => of.seats - of.recused
  if (!isQuorate(rules, snapshot, took(all), entitled(all), took(parts.NGO), entitled(parts.NGO)))
    return ['NO_QUORUM', null]
  if (method !== 'CONSENSUS') return ballotVerdict(rules, snapshot, desk, piles)
  if (all.no > 0) return ['NO_CONSENSUS', null]
  return ['ADOPTED', { level: all.abstain > 0 ? 'CONSENSUS_WITH_RESERVATIONS' : 'CONSENSUS', suffix: null }]
}

/** V11 */
function silenceVerdict(snapshot: Snapshot, desk: Desk, all: Tally): Verdict {
  if (desk.broken) return ['BROKEN', null]
  if (snapshot.electorate.some(({ seatId }) => !desk.reached.has(seatId))) return ['VOID_NOTICE', null]
  const ngo = snapshot.electorate.filter(({ constituency }) => constituency === 'NGO')
  if (ngo.length > 0 && !ngo.some(({ seatId }) => desk.opened.has(seatId))) return ['TERMINATED', null]
  const level = all.abstain > 0 ? 'CONSENSUS_WITH_RESERVATIONS' : 'CONSENSUS'
  return ['ADOPTED_BY_SILENCE', { level, suffix: null }]
}

/** V8, V13, V9 */
function ballotVerdict(rules: RuleSet, snapshot: Snapshot, desk: Desk, { all, parts }: Piles): Verdict {
  const { yes, no } = all
  const entitled = all.seats - all.recused
  const twoThirds = 3 * yes >= 2 * (yes + no)
  const twoThirdsOfAll = 3 * yes >= 2 * entitled
  const carries = {
    SIMPLE: yes > no,
    TWO_THIRDS: twoThirds,
    ABSOLUTE: 2 * yes > entitled,
    TWO_THIRDS_ALL: twoThirdsOfAll,
  }
  const majority = rules.majority[snapshot.subjectKind]
  if (yes === 0) return ['NOT_ADOPTED', null]
  if (majority === 'SIMPLE' && yes === no) return [snapshot.tiedAt === null ? 'TIE' : 'NOT_ADOPTED', null]
  if (!carries[majority]) return ['NOT_ADOPTED', null]
  if (snapshot.reconsiders === true && !carries[rules.reconsideration]) return ['NOT_ADOPTED', null]

  const level = no === 0 ? 'UNANIMOUS' : twoThirds ? 'SUPERMAJORITY' : 'SIMPLE'
  const plain: Verdict = ['ADOPTED', { level, suffix: null }]
  const asked = ['section', 'plan', 'annex', 'ruleSet'].includes(snapshot.subjectKind)
  if (!asked || rules.ngoPolicy === 'NONE') return plain

  const firm = rules.ngoPolicy !== 'VISIBLE_ONLY'
  let { yes: ngoYes, no: ngoNo } = parts.NGO
  if (ngoYes === 0 && ngoNo === 0) {
    if (!firm) return ['ADOPTED', { level, suffix: 'NGO_SILENT' }]
    const someoneToHear = parts.NGO.seats > parts.NGO.recused
    if (someoneToHear && desk.closings === 1) return ['HELD_NGO_SILENT', null]
    // Heard alone, they take their position afresh: an earlier abstention does not stand against it.
    for (const [, { pile }] of topSlips(desk.later)) {
      if (pile === 'yes') ngoYes += 1
      if (pile === 'no') ngoNo += 1
    }
    if (ngoYes === 0 && ngoNo === 0) return ['ADOPTED_NGO_SILENT', { level, suffix: 'NGO_SILENT' }]
  }
  if (ngoNo <= ngoYes) return plain
  if (!firm) return ['ADOPTED', { level, suffix: 'NGO_OBJECTS' }]
  if (rules.ngoPolicy === 'VETO') return ['NOT_ADOPTED', null]
  if (snapshot.round.number === 1) return ['RETURNED', null]
  return twoThirdsOfAll ? ['ADOPTED_OVER_NGO_OBJECTION', { level, suffix: 'NGO_OBJECTS' }] : ['NOT_ADOPTED', null]
}
