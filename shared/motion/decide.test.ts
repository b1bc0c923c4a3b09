import { describe, expect, test } from 'vitest'
import { canonicalJson, dayMs } from '#shared/core'
import {
  buildBallot,
  buildBallots,
  buildClosed,
  buildLog,
  buildMotion,
  buildVote,
  closesAt,
  openedAt,
  otherText,
  text,
} from './build-motion.ts'
import type { OpenedMotion } from './ballot.ts'
import { decide } from './decide.ts'
import type { Grade } from './majority.ts'
import type { Outcome } from './outcome.ts'
import { replay } from './replay.ts'
import type { NgoPolicy } from './rules.ts'
import type { Round } from './snapshot.ts'
import { tallyOfOthers, type Tally } from './tally.ts'
import type { TraceStepName } from './trace.ts'

const decideMotion = ({ rules, snapshot, events }: OpenedMotion) => decide(rules, snapshot, events)
const outcomeOf = (motion: OpenedMotion) => decideMotion(motion).outcome
const stepOf = (motion: OpenedMotion, step: TraceStepName) => decideMotion(motion).trace.find(one => one.step === step)
const yesNoAbstain = ({ yes, no, abstain }: Tally) => `${yes}-${no}-${abstain}`

const secondRound: Round = { number: 2, returnedAt: openedAt - 14 * dayMs, reconciledAt: null }

describe('the examples of the rules of procedure', () => {
  test('[V8] S 6Y2N1A, N 3Y1N, P 2A of S9 N4 P2 adopts 9-3-3, NGO 3-1-0, others 6-2-3', () => {
    const decision = decideMotion(buildVote({ electorate: 'S9 N4 P2', ballots: 'S 6Y2N1A, N 3Y1N, P 2A' }))
    expect(decision.outcome).toBe('ADOPTED')
    expect(yesNoAbstain(decision.tally)).toBe('9-3-3')
    expect(yesNoAbstain(decision.tallyByConstituency.NGO)).toBe('3-1-0')
    expect(yesNoAbstain(tallyOfOthers(decision.tallyByConstituency))).toBe('6-2-3')
    expect(decision.grade).toEqual({ level: 'SUPERMAJORITY', suffix: null })
  })

  test('[V8] 0 yes against 0 no never adopts, though two thirds of none is none', () => {
    const motion = buildVote({ electorate: 'S9 N4 P2', majority: 'TWO_THIRDS', ballots: 'S 6A, N 2A' })
    expect(outcomeOf(motion)).toBe('NOT_ADOPTED')
    expect(stepOf(motion, 'one-yes')).toEqual({ step: 'one-yes', rule: 'V8', ok: false, facts: { yes: 0 } })
  })

  test.each([
    { present: 'S4 N3', outcome: 'NO_QUORUM_OPEN' },
    { present: 'S5 N3', outcome: 'OPEN' },
  ])('[V6] of S10 N4, with $present present: $outcome', ({ present, outcome }) => {
    expect(outcomeOf(buildMotion({ electorate: 'S10 N4', present }))).toBe(outcome)
  })

  test('[V9] S 9Y, N 1Y3N, P 2Y returns although 12-3, for the NGO seats oppose', () => {
    const motion = buildVote({ electorate: 'S9 N4 P2', ballots: 'S 9Y, N 1Y3N, P 2Y' })
    const decision = decideMotion(motion)
    expect(decision.outcome).toBe('RETURNED')
    expect(decision.grade).toBeNull()
    expect(yesNoAbstain(decision.tally)).toBe('12-3-0')
  })

  test('[V2] a TWG of S6 N0 P1 is blocked by its composition', () => {
    expect(outcomeOf(buildVote({ electorate: 'S6 N0 P1', groupKind: 'twg', ballots: 'S 6Y' }))).toBe(
      'BLOCKED_COMPOSITION',
    )
  })

  test('[V3] alternate YES, head NO, alternate YES counts NO, once, with a history of three', () => {
    const events = buildLog(
      buildBallot('s1', 'YES', { rank: 'alternate' }),
      buildBallot('s1', 'NO'),
      buildBallot('s1', 'YES', { rank: 'alternate' }),
    )
    const motion = buildMotion({ electorate: 'S3 N2', events })
    expect(decideMotion(motion).tally).toMatchObject({ yes: 0, no: 1, notCast: 4 })
    expect(stepOf(motion, 'ballots')?.facts).toMatchObject({ cast: 3, seats: 1 })
  })

  test.each([
    { received: '11:59:59.999', receivedAt: closesAt - 1, yes: 1, late: 0 },
    { received: '12:00:00.000', receivedAt: closesAt, yes: 0, late: 1 },
  ])('[V5] closing at 12:00:00.000, received $received: $yes counted, $late late', ({ receivedAt, yes, late }) => {
    const motion = buildMotion({ electorate: 'S3 N2', events: [buildBallot('s1', 'YES', { receivedAt })] })
    expect(new Date(closesAt).toISOString()).toContain('T12:00:00.000Z')
    expect(decideMotion(motion).tally.yes).toBe(yes)
    expect(stepOf(motion, 'time')?.facts).toMatchObject({ late })
  })

  test('[V7] S 5Y, N 2Y of S10 N4 by correspondence has no quorum: silence is not consent', () => {
    const motion = buildVote({ electorate: 'S10 N4', byCorrespondence: true, ballots: 'S 5Y, N 2Y' })
    expect(outcomeOf(motion)).toBe('NO_QUORUM')
    expect(stepOf(motion, 'quorum-at-opening')).toBeUndefined()
  })
})

describe('what procedural motions skip', () => {
  test('[V2] a procedural motion is decided in a group without NGO seats', () => {
    expect(outcomeOf(buildVote({ electorate: 'S6 P1', kind: 'procedure', ballots: 'S 4Y' }))).toBe('ADOPTED')
  })
  test('[V7] a procedural motion has no NGO floor', () => {
    expect(outcomeOf(buildVote({ electorate: 'S6 N4', kind: 'procedure', ballots: 'S 6Y' }))).toBe('ADOPTED')
  })
  test('[V9] the NGO seats may oppose a procedural motion and minutes, and they are adopted', () => {
    for (const kind of ['procedure', 'minutes'] as const) {
      expect(outcomeOf(buildVote({ electorate: 'S6 N3', kind, ballots: 'S 6Y, N 3N' }))).toBe('ADOPTED')
    }
  })
  test('[V7] minutes keep the NGO floor', () => {
    expect(outcomeOf(buildVote({ electorate: 'S6 N4', kind: 'minutes', ballots: 'S 6Y, N 1Y' }))).toBe('NO_QUORUM')
  })
})

describe('quorum', () => {
  test.each<{ electorate: string; ballots: string; outcome: Outcome; why: string }>([
    { electorate: 'S6 N2', ballots: 'S 3Y, N 1Y', outcome: 'NO_QUORUM', why: 'half is not more than half' },
    { electorate: 'S6 N2', ballots: 'S 4Y, N 1Y', outcome: 'ADOPTED', why: 'five of eight, one NGO seat of two' },
    { electorate: 'S9 N4', ballots: 'S 9Y, N 1Y', outcome: 'NO_QUORUM', why: 'a third of four NGO seats is two' },
    { electorate: 'S6 N2', ballots: 'S 1Y3A, N 1P', outcome: 'HELD_NGO_SILENT', why: 'abstaining takes part' },
    { electorate: 'S6 N2', ballots: 'S 2Y4R, N 1Y', outcome: 'ADOPTED', why: 'recused seats are not waited for' },
    { electorate: 'S2 N2', ballots: 'S 2R, N 2R', outcome: 'NO_QUORUM', why: 'none of none is not more than half' },
  ])('[V7] $ballots of $electorate: $outcome, $why', ({ electorate, ballots, outcome }) => {
    expect(outcomeOf(buildVote({ electorate, ballots }))).toBe(outcome)
  })

  test('[V6] a second call waives the NGO part of both quorums, and V9 still applies', () => {
    const secondCall = { number: 2, noticeAt: openedAt - 7 * dayMs } as const
    const vote = { electorate: 'S9 N4', present: 'S9', ballots: 'S 9Y' }
    expect(outcomeOf(buildVote(vote))).toBe('NO_QUORUM_OPEN')
    expect(outcomeOf(buildVote({ ...vote, call: secondCall }))).toBe('HELD_NGO_SILENT')
  })
})

describe('majorities', () => {
  test.each<{ majority: 'SIMPLE' | 'TWO_THIRDS' | 'ABSOLUTE' | 'TWO_THIRDS_ALL'; ballots: string; outcome: Outcome }>([
    { majority: 'SIMPLE', ballots: 'S 4Y3N, N 1Y', outcome: 'ADOPTED' },
    { majority: 'SIMPLE', ballots: 'S 3Y4N, N 1Y', outcome: 'TIE' },
    { majority: 'TWO_THIRDS', ballots: 'S 5Y3N, N 1Y', outcome: 'ADOPTED' },
    { majority: 'TWO_THIRDS', ballots: 'S 4Y3N, N 1Y', outcome: 'NOT_ADOPTED' },
    { majority: 'TWO_THIRDS', ballots: 'S 3Y3N2A, N 1Y', outcome: 'NOT_ADOPTED' },
    { majority: 'ABSOLUTE', ballots: 'S 5Y2N, N 2Y', outcome: 'ADOPTED' },
    { majority: 'ABSOLUTE', ballots: 'S 5Y2N, N 1Y', outcome: 'NOT_ADOPTED' },
    { majority: 'ABSOLUTE', ballots: 'S 5Y1N1R, N 1Y', outcome: 'ADOPTED' },
    { majority: 'ABSOLUTE', ballots: 'S 4Y1N1R, N 1Y', outcome: 'NOT_ADOPTED' },
    { majority: 'TWO_THIRDS_ALL', ballots: 'S 7Y, N 1Y', outcome: 'ADOPTED' },
    { majority: 'TWO_THIRDS_ALL', ballots: 'S 6Y, N 1Y', outcome: 'NOT_ADOPTED' },
    { majority: 'TWO_THIRDS_ALL', ballots: 'S 6Y2R, N 1Y', outcome: 'ADOPTED' },
  ])('[V8] $majority with $ballots of S8 N2 P2: $outcome', ({ majority, ballots, outcome }) => {
    // Of twelve eligible seats ABSOLUTE takes seven, of eleven six; TWO_THIRDS_ALL eight of twelve, seven of ten.
    expect(outcomeOf(buildVote({ electorate: 'S8 N2 P2', majority, ballots }))).toBe(outcome)
  })

  test('[V8] the kinds of subject have their own majorities', () => {
    const vote = { electorate: 'S8 N2', ballots: 'S 4Y3N, N 1Y' }
    expect(outcomeOf(buildVote({ ...vote, kind: 'section' }))).toBe('ADOPTED')
    expect(outcomeOf(buildVote({ ...vote, kind: 'plan' }))).toBe('NOT_ADOPTED')
    expect(outcomeOf(buildVote({ ...vote, kind: 'annex' }))).toBe('NOT_ADOPTED')
    expect(outcomeOf(buildVote({ ...vote, kind: 'ruleSet' }))).toBe('NOT_ADOPTED')
  })

  test('[V8] a second tie on the same digest is not adopted', () => {
    const vote = { electorate: 'S8 N2', ballots: 'S 3Y4N, N 1Y' }
    expect(outcomeOf(buildVote(vote))).toBe('TIE')
    expect(outcomeOf(buildVote({ ...vote, tiedAt: openedAt - dayMs }))).toBe('NOT_ADOPTED')
  })

  test('[V8] as many for as against is a tie under SIMPLE only', () => {
    expect(outcomeOf(buildVote({ electorate: 'S9 N2', kind: 'plan', ballots: 'S 4Y5N, N 1Y' }))).toBe('NOT_ADOPTED')
  })
})

describe('NGO concurrence', () => {
  test.each<{ policy: NgoPolicy; round: 1 | 2; ballots: string; outcome: Outcome; grade: Grade | null }>([
    {
      policy: 'NONE',
      round: 1,
      ballots: 'S 9Y, N 4N',
      outcome: 'ADOPTED',
      grade: { level: 'SUPERMAJORITY', suffix: null },
    },
    {
      policy: 'VISIBLE_ONLY',
      round: 1,
      ballots: 'S 9Y, N 4Y',
      outcome: 'ADOPTED',
      grade: { level: 'UNANIMOUS', suffix: null },
    },
    {
      policy: 'VISIBLE_ONLY',
      round: 1,
      ballots: 'S 6Y, N 4N',
      outcome: 'ADOPTED',
      grade: { level: 'SIMPLE', suffix: 'NGO_OBJECTS' },
    },
    {
      policy: 'VISIBLE_ONLY',
      round: 1,
      ballots: 'S 9Y, N 4A',
      outcome: 'ADOPTED',
      grade: { level: 'UNANIMOUS', suffix: 'NGO_SILENT' },
    },
    {
      policy: 'SUSPENSIVE',
      round: 1,
      ballots: 'S 9Y, N 2Y2N',
      outcome: 'ADOPTED',
      grade: { level: 'SUPERMAJORITY', suffix: null },
    },
    { policy: 'SUSPENSIVE', round: 1, ballots: 'S 9Y, N 1Y2N1A', outcome: 'RETURNED', grade: null },
    { policy: 'SUSPENSIVE', round: 1, ballots: 'S 9Y, N 4A', outcome: 'HELD_NGO_SILENT', grade: null },
    {
      policy: 'SUSPENSIVE',
      round: 1,
      ballots: 'S 9Y, N 4R',
      outcome: 'ADOPTED_NGO_SILENT',
      grade: { level: 'UNANIMOUS', suffix: 'NGO_SILENT' },
    },
    {
      policy: 'SUSPENSIVE',
      round: 2,
      ballots: 'S 9Y, N 1Y3N',
      outcome: 'ADOPTED_OVER_NGO_OBJECTION',
      grade: { level: 'SUPERMAJORITY', suffix: 'NGO_OBJECTS' },
    },
    { policy: 'SUSPENSIVE', round: 2, ballots: 'S 8Y, N 4N', outcome: 'NOT_ADOPTED', grade: null },
    {
      policy: 'SUSPENSIVE',
      round: 2,
      ballots: 'S 9Y, N 3Y1N',
      outcome: 'ADOPTED',
      grade: { level: 'SUPERMAJORITY', suffix: null },
    },
    { policy: 'VETO', round: 1, ballots: 'S 9Y, N 1Y3N', outcome: 'NOT_ADOPTED', grade: null },
    { policy: 'VETO', round: 2, ballots: 'S 9Y, N 1Y3N', outcome: 'NOT_ADOPTED', grade: null },
    { policy: 'VETO', round: 1, ballots: 'S 9Y, N 4A', outcome: 'HELD_NGO_SILENT', grade: null },
  ])('[V9] $policy, round $round, $ballots of S9 N4: $outcome', ({ policy, round, ballots, outcome, grade }) => {
    const rules = { ngoPolicy: policy }
    const decision = decideMotion(
      buildVote({ electorate: 'S9 N4', ballots, rules, ...(round === 2 && { round: secondRound }) }),
    )
    expect(decision.outcome).toBe(outcome)
    expect(decision.grade).toEqual(grade)
  })

  test('[V9] is not looked at where the majority fails', () => {
    const motion = buildVote({ electorate: 'S9 N4', ballots: 'S 3Y6N, N 4N' })
    expect(outcomeOf(motion)).toBe('NOT_ADOPTED')
    expect(stepOf(motion, 'concurrence')).toBeUndefined()
  })
})

describe('the hold', () => {
  const inHold = { receivedAt: closesAt + dayMs }
  const holdEnds = buildClosed(closesAt + 7 * dayMs)

  test.each<{ held: string; round: 1 | 2; general: string; outcome: Outcome }>([
    { general: 'S 9Y, N 4A', round: 1, held: '', outcome: 'ADOPTED_NGO_SILENT' },
    { general: 'S 9Y, N 4A', round: 1, held: 'N 4A', outcome: 'ADOPTED_NGO_SILENT' },
    { general: 'S 9Y, N 4A', round: 1, held: 'N 4R', outcome: 'ADOPTED_NGO_SILENT' },
    { general: 'S 9Y, N 4A', round: 1, held: 'N 1Y', outcome: 'ADOPTED' },
    { general: 'S 9Y, N 4A', round: 1, held: 'N 1Y1N', outcome: 'ADOPTED' },
    { general: 'S 9Y, N 4A', round: 1, held: 'N 1Y2N', outcome: 'RETURNED' },
    { general: 'S 9Y, N 4A', round: 2, held: 'N 1N', outcome: 'ADOPTED_OVER_NGO_OBJECTION' },
    { general: 'S 8Y, N 4A', round: 2, held: 'N 1N', outcome: 'NOT_ADOPTED' },
    { general: 'S 9Y, N 4A', round: 1, held: 'S 9N', outcome: 'ADOPTED_NGO_SILENT' },
  ])('[V9] $general, then "$held" in the hold of round $round: $outcome', ({ general, held, round, outcome }) => {
    const events = buildLog(...buildBallots(general), buildClosed(), ...buildBallots(held, inHold), holdEnds)
    const motion = buildMotion({ electorate: 'S9 N4', events, ...(round === 2 && { round: secondRound }) })
    expect(outcomeOf(motion)).toBe(outcome)
  })

  test('[V9] leaves the general tally as it was', () => {
    const general = [...buildBallots('S 9Y, N 4A'), buildClosed()]
    const before = decideMotion(buildMotion({ electorate: 'S9 N4', events: buildLog(...general) }))
    const after = decideMotion(
      buildMotion({ electorate: 'S9 N4', events: buildLog(...general, ...buildBallots('N 4Y', inHold), holdEnds) }),
    )
    expect(before.outcome).toBe('HELD_NGO_SILENT')
    expect(after.outcome).toBe('ADOPTED')
    expect(after.tally).toEqual(before.tally)
    expect(after.tallyByConstituency).toEqual(before.tallyByConstituency)
  })

  test('[V9] lasts seven days: it does not end earlier, and a ballot at its end is late', () => {
    const general = [...buildBallots('S 9Y, N 4A'), buildClosed()]
    const held = buildMotion({
      electorate: 'S9 N4',
      events: buildLog(...general, buildBallot('n1', 'NO', inHold), buildClosed(closesAt + 7 * dayMs - 1)),
    })
    expect(outcomeOf(held)).toBe('HELD_NGO_SILENT')
    expect(stepOf(held, 'ngo-hold')).toMatchObject({ ok: false, facts: { closesAt: closesAt + 7 * dayMs } })
    const late = buildBallot('n1', 'NO', { receivedAt: closesAt + 7 * dayMs })
    const motion = buildMotion({ electorate: 'S9 N4', events: buildLog(...general, late, holdEnds) })
    expect(outcomeOf(motion)).toBe('ADOPTED_NGO_SILENT')
  })

  test('[V9] is not open to an NGO seat that had recused itself', () => {
    const events = buildLog(...buildBallots('S 9Y, N 1R3A'), buildClosed(), buildBallot('n1', 'NO', inHold), holdEnds)
    expect(outcomeOf(buildMotion({ electorate: 'S9 N4', events }))).toBe('ADOPTED_NGO_SILENT')
  })
})

describe('text', () => {
  const superseded = { type: 'superseded', seq: 1, at: closesAt - 1, digest: otherText } as const

  test('[V4] another version adopted by closing makes the base stale, whatever the ballots say', () => {
    const ballots = buildBallots('S 9Y, N 4Y')
    expect(
      outcomeOf(buildMotion({ electorate: 'S9 N4', events: buildLog(...ballots, superseded, buildClosed()) })),
    ).toBe('STALE_BASE')
    expect(
      outcomeOf(buildMotion({ electorate: 'S9 N4', events: buildLog(...ballots, buildClosed(), superseded) })),
    ).toBe('ADOPTED')
  })

  test('[V4] another version adopted during the hold does too, and ends the hold', () => {
    const events = buildLog(...buildBallots('S 9Y, N 4A'), buildClosed(), { ...superseded, at: closesAt + dayMs })
    expect(outcomeOf(buildMotion({ electorate: 'S9 N4', events }))).toBe('STALE_BASE')
  })

  test('[V4] the same text adopted by another vote is not another version', () => {
    const events = buildLog(...buildBallots('S 9Y, N 4Y'), { ...superseded, digest: text }, buildClosed())
    expect(outcomeOf(buildMotion({ electorate: 'S9 N4', events }))).toBe('ADOPTED')
  })

  test('[V4] a vote on a stale base is not held for the NGO seats', () => {
    const events = buildLog(...buildBallots('S 9Y, N 4A'), superseded, buildClosed())
    const { rules, snapshot } = buildMotion({ electorate: 'S9 N4' })
    expect(replay(rules, snapshot, events).phase.name).toBe('closed')
  })

  test('[V4] a ballot on another text found in a log is not counted', () => {
    const events = buildLog(...buildBallots('S 9Y, N 4Y', { digest: otherText }), buildClosed())
    const motion = buildMotion({ electorate: 'S9 N4', events })
    expect(outcomeOf(motion)).toBe('NO_QUORUM')
    expect(stepOf(motion, 'text')?.facts).toEqual({ otherDigest: 13, otherVersionAdopted: false })
  })
})

test('[V1] a stranger’s ballot in a log is set aside and shown as such', () => {
  const events = buildLog(buildBallot('s1', 'YES', { personId: buildBallot('n1', 'YES').personId }))
  const motion = buildMotion({ electorate: 'S9 N4', events })
  expect(decideMotion(motion).tally.yes).toBe(0)
  expect(stepOf(motion, 'ballots')?.facts).toMatchObject({ cast: 0, setAside: 1 })
})

test('a vote is decided by the rule set it was opened under and by no other', () => {
  const { rules, snapshot, events } = buildVote({ electorate: 'S9 N4', ballots: 'S 9Y, N 4Y' })
  expect(() => decide({ ...rules, ngoPolicy: 'NONE' }, snapshot, events)).toThrow('rule set')
})

test('the trace of an adopted section names each rule in order, with its numbers', () => {
  const { trace } = decideMotion(buildVote({ electorate: 'S9 N4 P2', ballots: 'S 6Y2N1A, N 3Y1N, P 2A' }))
  expect(trace.map(({ rule, step, ok }) => `${rule} ${step} ${ok}`)).toEqual([
    'V1 electorate true',
    'V2 composition true',
    'V6 quorum-at-opening true',
    'V3 ballots true',
    'V4 text true',
    'V5 time true',
    'V7 quorum-at-closing true',
    'V8 one-yes true',
    'V8 majority true',
    'V9 concurrence true',
  ])
  expect(canonicalJson(trace.slice(-2))).toBe(
    '[{"facts":{"eligible":15,"left":9,"majority":"SIMPLE","no":3,"relation":">","right":3,"yes":9},"ok":true,"rule":"V8","step":"majority"},' +
      '{"facts":{"ngoNo":1,"ngoSeats":4,"ngoYes":3,"policy":"SUSPENSIVE","position":"CONCUR","round":1},"ok":true,"rule":"V9","step":"concurrence"}]',
  )
})
