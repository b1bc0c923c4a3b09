/** Consensus, silence procedure, secret ballot, and what finality allows. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hourMs } from '#shared/core'
import type { OpenedMotion } from './ballot.ts'
import {
  buildBallot,
  buildClosed,
  buildLog,
  buildMotion,
  closesAt,
  openedAt,
  otherText,
  personId,
  seatId,
  text,
} from './build-motion.ts'
import { movesOnAt, voidMotion } from './deadline.ts'
import { decide } from './decide.ts'
import { votingConstituencies, type VotingConstituency } from './electorate.ts'
import type { Choice, Counted, MotionEvent, Paper, SecretCast, Voided } from './log.ts'
import { preflight } from './opening.ts'
import { replay } from './replay.ts'
import { voidCauses } from './log.ts'
import { sortPapers } from './secret.ts'
import { addTallies } from './tally.ts'

type Input = Parameters<typeof buildMotion>[0]

const decided = ({ rules, snapshot, events }: OpenedMotion) => decide(rules, snapshot, events)
const withEvents = (input: Input, ...events: readonly MotionEvent[]): OpenedMotion =>
  buildMotion({ ...input, events: buildLog(...events) })
const setAsideIn = ({ rules, snapshot, events }: OpenedMotion) =>
  replay(rules, snapshot, events).setAside.map(({ problem }) => problem.type)

describe('[V10] consensus', () => {
  const consensus: Input = { electorate: 'S4 N2', method: { name: 'CONSENSUS' } }
  const all = (...choices: readonly Choice[]): OpenedMotion =>
    withEvents(
      consensus,
      ...['s1', 's2', 's3', 's4', 'n1', 'n2'].flatMap((seat, index) =>
        choices[index] ? [buildBallot(seat, choices[index])] : [],
      ),
      buildClosed(),
    )

  test.each<{ title: string; choices: readonly Choice[]; outcome: string; level?: string }>([
    {
      title: 'all support',
      choices: ['SUPPORT', 'SUPPORT', 'SUPPORT', 'SUPPORT', 'SUPPORT', 'SUPPORT'],
      outcome: 'ADOPTED',
      level: 'CONSENSUS',
    },
    {
      title: 'one stands aside',
      choices: ['SUPPORT', 'SUPPORT', 'SUPPORT', 'SUPPORT', 'STAND_ASIDE', 'SUPPORT'],
      outcome: 'ADOPTED',
      level: 'CONSENSUS_WITH_RESERVATIONS',
    },
    {
      title: 'one of six blocks',
      choices: ['SUPPORT', 'SUPPORT', 'SUPPORT', 'SUPPORT', 'SUPPORT', 'BLOCK'],
      outcome: 'NO_CONSENSUS',
    },
    { title: 'three of six took part', choices: ['SUPPORT', 'SUPPORT', 'SUPPORT'], outcome: 'NO_QUORUM' },
    { title: 'no NGO seat took part', choices: ['SUPPORT', 'SUPPORT', 'SUPPORT', 'SUPPORT'], outcome: 'NO_QUORUM' },
  ])('[V10] $title: $outcome', ({ choices, outcome, level }) => {
    const decision = decided(all(...choices))
    expect([decision.outcome, decision.grade?.level]).toEqual([outcome, level])
  })

  test('[V10] a block without a reason is refused, and a yes is no answer to the question', () => {
    const motion = withEvents(
      consensus,
      buildBallot('s1', 'BLOCK', { reason: ' ' }),
      buildBallot('s2', 'YES'),
      buildBallot('s3', 'SUPPORT'),
    )
    expect(setAsideIn(motion)).toEqual(['block-without-reason', 'choice-not-offered'])
  })

  test('[V10] closes early once every seat has cast', () => {
    const early = { ...buildClosed(openedAt + 5), by: personId('chair') }
    const motion = withEvents(
      consensus,
      ...all('SUPPORT', 'SUPPORT', 'SUPPORT', 'SUPPORT', 'SUPPORT', 'SUPPORT').events.slice(0, 6),
      early,
    )
    expect(decided(motion).outcome).toBe('ADOPTED')
  })
})

describe('[V11] silence procedure', () => {
  const silence: Input = {
    electorate: 'S2 N1',
    groupKind: 'twg',
    byCorrespondence: true,
    method: { name: 'SILENCE', firstAdoption: false },
  }
  const reached = (...seats: readonly string[]): readonly MotionEvent[] =>
    seats.map(seat => ({
      type: 'delivered',
      seq: 1,
      at: openedAt + 1,
      seatId: seatId(seat),
      personId: personId(`${seat}.head`),
    }))
  const opened = (seat: string, at = openedAt + 2): MotionEvent => ({
    type: 'textOpened',
    seq: 1,
    at,
    seatId: seatId(seat),
    personId: personId(`${seat}.head`),
  })
  const everybody = reached('s1', 's2', 'n1')
  const extendedTo = closesAt + 72 * hourMs

  test.each<{ title: string; events: readonly MotionEvent[]; outcome: string; level?: string }>([
    {
      title: 'nobody says anything, all were reached, the NGO seat opened the text',
      events: [...everybody, opened('n1'), buildClosed()],
      outcome: 'ADOPTED_BY_SILENCE',
      level: 'CONSENSUS',
    },
    {
      title: 'a reservation, an abstention and a statement do not break it',
      events: [
        ...everybody,
        opened('n1'),
        buildBallot('s1', 'RESERVE'),
        buildBallot('s2', 'ABSTAIN'),
        buildBallot('n1', 'STATEMENT'),
        buildClosed(),
      ],
      outcome: 'ADOPTED_BY_SILENCE',
      level: 'CONSENSUS_WITH_RESERVATIONS',
    },
    { title: 'an objection breaks it at once', events: [buildBallot('s1', 'OBJECT')], outcome: 'BROKEN' },
    { title: 'so does an amendment', events: [...everybody, buildBallot('n1', 'AMEND')], outcome: 'BROKEN' },
    {
      title: 'one seat was not reached',
      events: [...reached('s1', 'n1'), opened('n1'), buildClosed()],
      outcome: 'VOID_NOTICE',
    },
    { title: 'no NGO seat opened the text: it goes on', events: [...everybody, buildClosed()], outcome: 'OPEN' },
    {
      title: 'nor in the time added',
      events: [...everybody, buildClosed(), buildClosed(extendedTo)],
      outcome: 'TERMINATED',
    },
    {
      title: 'one did in the time added',
      events: [...everybody, buildClosed(), opened('n1', closesAt + 1), buildClosed(extendedTo)],
      outcome: 'ADOPTED_BY_SILENCE',
      level: 'CONSENSUS',
    },
  ])('[V11] $title: $outcome', ({ events, outcome, level }) => {
    const decision = decided(withEvents(silence, ...events))
    expect([decision.outcome, decision.grade?.level]).toEqual([outcome, level])
  })

  test('[V11] what comes after the time is over breaks nothing, and cannot be broken twice', () => {
    const late = withEvents(
      silence,
      ...everybody,
      opened('n1'),
      buildBallot('s1', 'OBJECT', { receivedAt: closesAt }),
      buildClosed(),
    )
    expect(decided(late).outcome).toBe('ADOPTED_BY_SILENCE')
    const twice = withEvents(
      silence,
      buildBallot('s1', 'OBJECT'),
      buildBallot('s2', 'OBJECT', { receivedAt: openedAt + 2 }),
    )
    expect(setAsideIn(twice)).toEqual(['ballot-late'])
  })

  test('[V11] time alone ends it: once by its deadline, and with the time added by that', () => {
    expect(movesOnAt(withEvents(silence, ...everybody))).toBe(closesAt)
    expect(movesOnAt(withEvents(silence, ...everybody, buildClosed()))).toBe(extendedTo)
    const early = { ...buildClosed(closesAt - 1), by: personId('chair') }
    expect(setAsideIn(withEvents(silence, ...everybody, early))).toEqual(['seats-still-to-cast'])
  })

  test.each<{ title: string; input: Partial<Input>; problems: readonly string[] }>([
    { title: 'three days', input: {}, problems: ['silence-too-short'] },
    { title: 'a rule set', input: { kind: 'ruleSet' }, problems: ['silence-not-allowed', 'silence-too-short'] },
    { title: 'a plan', input: { kind: 'plan' }, problems: ['silence-not-allowed', 'silence-too-short'] },
    {
      title: 'a section that was never adopted',
      input: { method: { name: 'SILENCE', firstAdoption: true } },
      problems: ['silence-not-allowed', 'silence-too-short'],
    },
    { title: 'a meeting', input: { byCorrespondence: false }, problems: ['silence-in-meeting', 'silence-too-short'] },
  ])('[V11] is not for less than, or for, $title', ({ input, problems }) => {
    const { snapshot, rules } = buildMotion({ ...silence, ...input })
    expect(preflight(snapshot, rules).map(({ type }) => type)).toEqual(problems)
    const long = { ...snapshot, closesAt: openedAt + 72 * hourMs }
    expect(preflight(long, rules).map(({ type }) => type)).toEqual(
      problems.filter(type => type !== 'silence-too-short'),
    )
  })
})

describe('[V12] secret ballot', () => {
  const candidates = [personId('ana'), personId('ben')]
  const election: Input = { electorate: 'S4 N3 P1', kind: 'election', method: { name: 'SECRET', candidates } }
  const seats = ['s1', 's2', 's3', 's4', 'n1', 'n2', 'n3', 'p1']
  const constituencies: Readonly<Record<string, VotingConstituency>> = { s: 'STATE', n: 'NGO', p: 'PARTNER' }

  const put = (seat: string): SecretCast => ({
    type: 'secretCast',
    seq: 1,
    receivedAt: openedAt + 1,
    seatId: seatId(seat),
    personId: personId(`${seat}.head`),
    rank: 'head',
    digest: text,
  })
  /** @param names by seat: a for ana, b for ben, - for blank, ' ' for nothing cast */
  const vote = (names: string): OpenedMotion => {
    const cast = seats.filter((_, index) => (names[index] ?? ' ') !== ' ')
    const papers: readonly Paper[] = cast.map(seat => {
      const name = names[seats.indexOf(seat)]
      const candidate = name === 'a' ? personId('ana') : name === 'b' ? personId('ben') : null
      return { constituency: constituencies[seat[0] ?? ''] ?? 'STATE', candidate }
    })
    return withEvents(election, ...cast.map(put), buildClosed(), counted(papers))
  }
  const counted = (papers: readonly Paper[]): Counted => ({
    type: 'counted',
    seq: 1,
    at: closesAt,
    papers: sortPapers(papers),
  })

  test.each([
    { names: 'aaaabbbb', outcome: 'TIE', elected: null },
    { names: 'aaaaabbb', outcome: 'ADOPTED', elected: 'ana' },
    { names: 'bbb--b--', outcome: 'ADOPTED', elected: 'ben' },
    { names: '--------', outcome: 'NOT_ADOPTED', elected: null },
    { names: 'aa      ', outcome: 'NO_QUORUM', elected: null },
    { names: 'aaaaa   ', outcome: 'ADOPTED', elected: 'ana' },
  ])('[V12] $names: $outcome, elected $elected', ({ names, outcome, elected }) => {
    const decision = decided(vote(names))
    expect([decision.outcome, decision.election?.elected ?? null]).toEqual([outcome, elected])
  })

  test('[V12] V9 does not apply: a person whom the NGO seats oppose is elected all the same', () => {
    expect(decided(vote('aaaabbba')).outcome).toBe('ADOPTED')
  })

  test('[V12] a constituency with one paper is not split, nor one that would tell of it by subtraction', () => {
    const { election: result } = decided(vote('aabbaaba'))
    expect(result?.candidates.map(({ by }) => by)).toEqual([
      { STATE: 2, NGO: null, PARTNER: null },
      { STATE: 2, NGO: null, PARTNER: null },
    ])
    const noPartner = decided(vote('aabbaab '))
    expect(noPartner.election?.candidates[0]?.by).toEqual({ STATE: 2, NGO: 2, PARTNER: null })
  })

  test('[V12] who took part is told by constituency, what they chose is not', () => {
    const { tallyByConstituency: parts } = decided(vote('aab bbb '))
    expect(parts.STATE).toMatchObject({ seats: 4, yes: 0, no: 0, presentNotVoting: 3, notCast: 1 })
  })

  test('[V12] while the box is closed, the seats that cast are there, and nobody is missing from the sum', () => {
    const { outcome, tally, tallyByConstituency: parts } = decided(withEvents(election, put('s1'), put('n1')))
    expect([outcome, tally]).toEqual([
      'OPEN',
      { seats: 8, yes: 0, no: 0, abstain: 0, presentNotVoting: 2, recused: 0, notCast: 6 },
    ])
    expect(votingConstituencies.map(constituency => parts[constituency]).reduce(addTallies)).toEqual(tally)
  })

  test('[V12] a seat puts in one paper, and an alternate is bound by it', () => {
    const again = { ...put('s1'), personId: personId('s1.alternate'), rank: 'alternate' as const }
    expect(setAsideIn(withEvents(election, put('s1'), again, buildBallot('s1', 'RECUSED')))).toEqual([
      'secret-ballot-final',
      'secret-ballot-final',
    ])
  })

  test('[V12] papers that were not cast, or are too few, or name a stranger, are no count', () => {
    const paper = (constituency: VotingConstituency, candidate = personId('ana')): Paper => ({
      constituency,
      candidate,
    })
    for (const papers of [[], [paper('NGO')], [paper('STATE'), paper('STATE')], [paper('STATE', personId('eve'))]]) {
      const motion = withEvents(election, put('s1'), buildClosed(), counted(papers))
      expect(setAsideIn(motion)).toEqual(['count-differs'])
      expect(decided(motion).outcome).toBe('OPEN')
    }
  })

  test('[V12] papers of constituencies that are not told apart leave theirs out, and no others may', () => {
    const name = (names: string) => (index: number) => (names[index] === 'a' ? personId('ana') : personId('ben'))
    const told = (names: string, parts: string): OpenedMotion => {
      const papers = [...parts].map((part, index) => ({
        constituency: part === ' ' ? null : (constituencies[part] ?? null),
        candidate: name(names)(index),
      }))
      return withEvents(election, ...seats.map(put), buildClosed(), counted(papers))
    }
    const older = decided(told('aaabbbba', 'ssssnnnp'))
    // One partner: it is hidden with the NGO seats, whose three papers would tell of it by subtraction.
    expect(decided(told('aaabbbba', 'ssss    '))).toEqual(older)
    expect(decided(told('aaabbbba', 'ssssnnn '))).toEqual(older)
    for (const parts of ['sss     ', 'ssssnnpp', 'sssss   ', '        ']) {
      expect(setAsideIn(told('aaabbbba', parts))).toEqual(['count-differs'])
    }
  })

  test('[V12] is for electing persons, and nothing else elects them', () => {
    const problemsOf = (input: Input) => {
      const { snapshot, rules } = buildMotion(input)
      return preflight(snapshot, rules).map(({ type }) => type)
    }
    expect(problemsOf(election)).toEqual([])
    expect(problemsOf({ ...election, kind: 'section' })).toEqual(['method-of-another-subject'])
    expect(problemsOf({ electorate: 'S4 N3 P1', kind: 'election' })).toEqual(['method-of-another-subject'])
  })

  test('[V12] the order in which papers were cast is nowhere to be found', () => {
    const paper = fc.record({
      constituency: fc.constantFrom<VotingConstituency>('STATE', 'NGO', 'PARTNER'),
      candidate: fc.constantFrom(personId('ana'), personId('ben'), null),
    })
    fc.assert(
      fc.property(fc.array(paper), fc.infiniteStream(fc.nat()), (papers, keys) => {
        const shuffled = papers.map(one => ({ one, key: keys.next().value })).toSorted((a, b) => a.key - b.key)
        expect(sortPapers(shuffled.map(({ one }) => one))).toEqual(sortPapers(papers))
      }),
    )
  })
})

describe('[V13] finality', () => {
  const input: Input = { electorate: 'S9 N4 P2' }
  const yes = ['s1', 's2', 's3', 's4', 's5', 's6', 'n1', 'n2', 'n3'].map(seat => buildBallot(seat, 'YES'))
  const voided = (at: number): Voided => ({
    type: 'voided',
    seq: 1,
    at,
    cause: 'wrongText',
    by: [personId('chair'), personId('secretary')],
  })

  test.each([
    { title: 'open', events: [...yes, voided(openedAt + 2)] },
    { title: 'closed', events: [...yes, buildClosed(), voided(closesAt + hourMs)] },
  ])('[V13] a vote that is $title is voided, and its ballots stay', ({ events }) => {
    const decision = decided(withEvents(input, ...events))
    expect([decision.outcome, decision.grade, decision.tally.yes]).toEqual(['VOIDED', null, 9])
    expect(decision.trace.at(-1)).toMatchObject({ step: 'voided', rule: 'V13', facts: { cause: 'wrongText' } })
  })

  test('[V13] nothing follows it', () => {
    const motion = withEvents(
      input,
      voided(openedAt + 2),
      buildBallot('s1', 'YES', { receivedAt: openedAt + 3 }),
      voided(openedAt + 4),
    )
    expect(setAsideIn(motion)).toEqual(['ballot-late', 'motion-already-voided'])
  })

  test.each(voidCauses)('[V13] for %s, by two persons and never by one', cause => {
    const motion = withEvents(input)
    const [chair, secretary] = [personId('chair'), personId('secretary')]
    expect(voidMotion(motion, cause, [chair, secretary], openedAt + 1).ok).toBe(true)
    expect(voidMotion(motion, cause, [chair, chair], openedAt + 1)).toMatchObject({
      problem: { type: 'needs-two-persons' },
    })
  })

  test.each([
    { ballots: '8 yes, 5 no', yes: 8, no: 5, outcome: 'NOT_ADOPTED' },
    { ballots: '10 yes, 5 no', yes: 10, no: 5, outcome: 'ADOPTED' },
  ])('[V13] a text adopted before is decided on again by two thirds: $ballots is $outcome', ({ yes, no, outcome }) => {
    const seats = ['n1', 'n2', 'n3', 'n4', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9', 'p1', 'p2']
    const ballots = seats.slice(0, yes + no).map((seat, index) => buildBallot(seat, index < yes ? 'YES' : 'NO'))
    expect(decided(withEvents({ ...input, reconsiders: true }, ...ballots, buildClosed())).outcome).toBe(outcome)
  })

  test('[V4] a ballot on another text is none, whatever the method', () => {
    const motion = withEvents(
      { electorate: 'S2 N2', method: { name: 'CONSENSUS' } },
      buildBallot('s1', 'SUPPORT', { digest: otherText }),
    )
    expect(setAsideIn(motion)).toEqual(['ballot-digest-mismatch'])
  })
})
