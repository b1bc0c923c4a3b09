/**
 * The laws that hold for every electorate, rule set and set of ballots. Votes are drawn as a server would see them: a
 * stream of attempts to cast, of which `castBallot` admits some; one person is accredited for every seat, so that ties to
 * a seat occur; then the close, attempts in the hold, and its end.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, dayMs } from '#shared/core'
import { castBallot, type OpenedMotion } from './ballot.ts'
import { buildClosed, buildLog, buildMotion, closesAt, openedAt, otherText, personId, text } from './build-motion.ts'
import { decide } from './decide.ts'
import { choices, type Ballot, type Choice, type MotionEvent } from './log.ts'
import { isAdopted, outcomes } from './outcome.ts'
import { majorities, ngoPolicies, subjectKinds } from './rules.ts'
import { addTallies } from './tally.ts'

interface Attempt {
  readonly seat: number
  readonly person: 'head' | 'alternate' | 'everywhere' | 'stranger'
  readonly choice: Choice
  readonly onOtherText: boolean
  readonly afterDeadline: boolean
}

interface Vote {
  readonly motion: OpenedMotion
  readonly general: readonly Ballot[]
  readonly held: readonly Ballot[]
  /** All attempts, the refused ones too. */
  readonly attempted: readonly MotionEvent[]
}

const everywhere = personId('everywhere')

const attempt: fc.Arbitrary<Attempt> = fc.record({
  seat: fc.nat(11),
  person: fc.oneof(
    { weight: 8, arbitrary: fc.constant('head' as const) },
    { weight: 3, arbitrary: fc.constantFrom('alternate', 'everywhere', 'stranger') },
  ),
  choice: fc.oneof(
    { weight: 3, arbitrary: fc.constant('YES' as const) },
    { weight: 3, arbitrary: fc.constantFrom(...choices) },
  ),
  onOtherText: fc.nat(19).map(roll => roll === 0),
  afterDeadline: fc.nat(19).map(roll => roll === 0),
})

const opened: fc.Arbitrary<OpenedMotion> = fc
  .record({
    seats: fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 3 })),
    present: fc.tuple(fc.nat(5), fc.nat(4), fc.nat(3)),
    kind: fc.oneof({ weight: 3, arbitrary: fc.constant('section' as const) }, fc.constantFrom(...subjectKinds)),
    majority: fc.oneof({ weight: 2, arbitrary: fc.constant('SIMPLE' as const) }, fc.constantFrom(...majorities)),
    policy: fc.oneof({ weight: 3, arbitrary: fc.constant('SUSPENSIVE' as const) }, fc.constantFrom(...ngoPolicies)),
    byCorrespondence: fc.boolean(),
    secondRound: fc.boolean(),
    secondCall: fc.nat(4).map(roll => roll === 0),
    afterTie: fc.boolean(),
  })
  .map(drawn => {
    const [state, ngo, partner] = drawn.seats
    const [stateAbsent, ngoAbsent, partnerAbsent] = drawn.present.map(absent => (absent < 4 ? 0 : 1))
    const { rules, snapshot } = buildMotion({
      electorate: `S${state} N${ngo} P${partner}`,
      present: `S${Math.max(0, state - (stateAbsent ?? 0))} N${Math.max(0, ngo - (ngoAbsent ?? 0))} P${Math.max(0, partner - (partnerAbsent ?? 0))}`,
      kind: drawn.kind,
      majority: drawn.majority,
      groupKind: 'twg',
      rules: { ngoPolicy: drawn.policy },
      byCorrespondence: drawn.byCorrespondence,
      ...(drawn.secondRound && { round: { number: 2, returnedAt: openedAt - 20 * dayMs, reconciledAt: null } }),
      ...(drawn.secondCall && { call: { number: 2, noticeAt: openedAt - 8 * dayMs } }),
      ...(drawn.afterTie && { tiedAt: openedAt - 2 * dayMs }),
    })
    const electorate = snapshot.electorate.map(seat => ({
      ...seat,
      accredited: [...seat.accredited, { personId: everywhere, rank: 'alternate' as const }],
    }))
    return { rules, snapshot: { ...snapshot, electorate }, events: [] }
  })

const vote: fc.Arbitrary<Vote> = fc
  .record({
    motion: opened,
    general: fc.array(attempt, { minLength: 0, maxLength: 30, size: 'max' }),
    held: fc.array(attempt, { maxLength: 6 }),
  })
  .map(({ motion, general, held }) => {
    const cast = castAll(motion, [], general, openedAt + 1, closesAt)
    const inHold = castAll(motion, [...cast.admitted, buildClosed()], held, closesAt + dayMs, closesAt + 7 * dayMs)
    const end = buildClosed(closesAt + 7 * dayMs)
    return {
      motion: withLog(motion, [...cast.admitted, buildClosed(), ...inHold.admitted, end]),
      general: cast.admitted,
      held: inHold.admitted,
      attempted: buildLog(...cast.attempted, buildClosed(), ...inHold.attempted, end),
    }
  })

function castAll(
  motion: OpenedMotion,
  before: readonly MotionEvent[],
  attempts: readonly Attempt[],
  inTime: number,
  late: number,
): { readonly admitted: readonly Ballot[]; readonly attempted: readonly Ballot[] } {
  const admitted: Ballot[] = []
  const attempted: Ballot[] = []
  const { electorate } = motion.snapshot
  for (const { seat: index, person, choice, onOtherText, afterDeadline } of attempts) {
    const seat = electorate[index % Math.max(1, electorate.length)]
    if (seat === undefined) continue
    const ballot = {
      seatId: seat.seatId,
      personId: person === 'everywhere' ? everywhere : personId(`${seat.seatId}.${person}`),
      choice,
      digest: onOtherText ? otherText : text,
      reason: choice === 'RECUSED' ? 'Our organisation is named.' : null,
    }
    const receivedAt = afterDeadline ? late : inTime
    const rank = person === 'head' ? 'head' : 'alternate'
    attempted.push({ type: 'ballot', seq: 1, receivedAt, rank, ...ballot })
    const result = castBallot(withLog(motion, [...before, ...admitted]), ballot, receivedAt)
    if (result.ok) admitted.push(result.value)
  }
  return { admitted, attempted }
}

function withLog({ rules, snapshot }: OpenedMotion, events: readonly MotionEvent[]): OpenedMotion {
  return { rules, snapshot, events: buildLog(...events) }
}

const decided = ({ rules, snapshot, events }: OpenedMotion) => decide(rules, snapshot, events)

/** The same ballots with the seats in another order: of each seat the first stays first. */
function reorder(ballots: readonly Ballot[], keys: readonly number[]): readonly Ballot[] {
  const waiting = new Map<string, Ballot[]>()
  for (const ballot of ballots) waiting.set(ballot.seatId, [...(waiting.get(ballot.seatId) ?? []), ballot])
  return ballots
    .map((ballot, index) => ({ seat: ballot.seatId, key: keys[index % keys.length] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .flatMap(({ seat }) => waiting.get(seat)?.shift() ?? [])
}

const end = [buildClosed(closesAt + 7 * dayMs)]

test('[V3] the order of ballots from different seats changes nothing', () => {
  fc.assert(
    fc.property(vote, fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), ({ motion, general, held }, keys) => {
      const other = withLog(motion, [...reorder(general, keys), buildClosed(), ...reorder(held, keys), ...end])
      expect(canonicalJson(decided(other))).toBe(canonicalJson(decided(motion)))
    }),
    { numRuns: 500 },
  )
})

test('[V8] turning one ballot to YES never turns an adopted motion into a lost one', () => {
  fc.assert(
    fc.property(vote, ({ motion }) => {
      if (!isAdopted(decided(motion).outcome)) return
      for (const turned of motion.events) {
        if (turned.type !== 'ballot') continue
        const events = motion.events.map(event => (event === turned ? { ...turned, choice: 'YES' as const } : event))
        expect(isAdopted(decided({ ...motion, events }).outcome)).toBe(true)
      }
    }),
    { numRuns: 1_000 },
  )
})

test('[V8] a YES from a seat that was silent never turns an adopted motion into a lost one either', () => {
  fc.assert(
    fc.property(vote, ({ motion, general, held }) => {
      if (!isAdopted(decided(motion).outcome)) return
      for (const { seatId } of motion.snapshot.electorate) {
        if (general.some(ballot => ballot.seatId === seatId)) continue
        const input = {
          seatId,
          personId: personId(`${seatId}.head`),
          choice: 'YES',
          digest: text,
          reason: null,
        } as const
        const cast = castBallot(withLog(motion, general), input, openedAt + 1)
        const more = cast.ok ? [cast.value] : []
        const events = [...general, ...more, buildClosed(), ...held, ...end]
        expect(isAdopted(decided(withLog(motion, events)).outcome)).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

test('[V3] constituencies sum to the whole, and the seats to the electorate', () => {
  fc.assert(
    fc.property(vote, ({ motion }) => {
      const { tally, tallyByConstituency: parts } = decided(motion)
      expect([parts.STATE, parts.NGO, parts.PARTNER].reduce(addTallies)).toEqual(tally)
      const { seats, ...counts } = tally
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(seats)
      expect(seats).toBe(motion.snapshot.electorate.length)
    }),
  )
})

test('[V4] replaying the events gives the same bytes, also from stored text, and changes none of them', () => {
  fc.assert(
    fc.property(vote, ({ motion }) => {
      const before = canonicalJson(motion)
      const first = canonicalJson(decided(motion))
      const stored: OpenedMotion = JSON.parse(before)
      expect(canonicalJson(decided(stored))).toBe(first)
      expect(canonicalJson(motion)).toBe(before)
    }),
  )
})

test('[V5] ballots that were refused change nothing when they stand in the log', () => {
  fc.assert(
    fc.property(vote, ({ motion, attempted }) => {
      const { trace: _, ...asAdmitted } = decided(motion)
      const { trace: __, ...asAttempted } = decided({ ...motion, events: attempted })
      expect(asAttempted).toEqual(asAdmitted)
    }),
  )
})

test('the votes drawn here come to every outcome that a closed vote by ballots can have', () => {
  const seen = new Set(fc.sample(vote, { numRuns: 3_000, seed: 1 }).map(({ motion }) => decided(motion).outcome))
  const ofOtherMethods = ['NO_CONSENSUS', 'VOID_NOTICE', 'BROKEN', 'TERMINATED', 'ADOPTED_BY_SILENCE', 'VOIDED']
  const closedOutcomes = outcomes.filter(
    outcome => !['OPEN', 'STALE_BASE', 'HELD_NGO_SILENT', ...ofOtherMethods].includes(outcome),
  )
  expect(closedOutcomes.filter(outcome => !seen.has(outcome))).toEqual([])
})
