/** What it takes to decide a large vote, on one processor: 200 seats that cast a thousand ballots between them. */
import { asId, hourMs, sha256Hex } from '#shared/core'
import {
  decide,
  defaultRuleSet,
  ruleSetDigest,
  type Choice,
  type MotionEvent,
  type RuleSet,
  type Snapshot,
} from '#shared/motion'
import type { Measurement } from '../measurement.ts'
import { Samples } from '../sync/samples.ts'

const facts = { seats: 200, ballots: 999 }
const goalMs = 2

export const measureDecide: Measurement = {
  name: 'decide',
  about: 'decide() on 200 seats and 1,000 events',
  async run({ small }) {
    const { rules, snapshot, events } = largeVote()
    const times = new Samples()
    const calls = small ? 50 : 1_000
    // The first calls are run by the interpreter.
    for (let call = -calls; call < calls; call++) {
      const started = performance.now()
      decide(rules, snapshot, events)
      if (call >= 0) times.add(performance.now() - started)
    }
    const about = `${facts.seats} seats, ${events.length} events`
    return [
      { what: `${about}: median`, value: times.percentile(0.5), unit: 'ms', goal: { atMost: goalMs } },
      { what: `${about}: p99`, value: times.percentile(0.99), unit: 'ms' },
    ]
  },
}

/** Everybody casts five times, heads and alternates in turn, and closes by time. */
function largeVote(): { rules: RuleSet; snapshot: Snapshot; events: readonly MotionEvent[] } {
  const rules = defaultRuleSet('nwg')
  const digest = sha256Hex('the text under vote')
  const openedAt = Date.UTC(2026, 10, 26, 9)
  const constituencies = ['STATE', 'NGO', 'PARTNER'] as const
  const electorate = Array.from({ length: facts.seats }, (_, index) => ({
    seatId: asId<Snapshot['electorate'][number]['seatId']>(`seat-${index}`),
    constituency: constituencies[index % 3] ?? 'STATE',
    accredited: (['head', 'alternate'] as const).map(rank => ({
      personId: asId<Snapshot['electorate'][number]['accredited'][number]['personId']>(`${rank}-${index}`),
      rank,
    })),
  }))
  const snapshot: Snapshot = {
    motionId: asId('m1'),
    subjectKind: 'section',
    subjectDigest: digest,
    ruleSetDigest: ruleSetDigest(rules),
    electorate,
    round: { number: 1 },
    call: { number: 1 },
    tiedAt: null,
    openedAt,
    closesAt: openedAt + hourMs,
    presidingCoordinatorId: null,
    mode: 'meeting',
    roll: electorate.map(({ seatId }) => seatId),
  }
  const choices = [
    'YES',
    'NO',
    'YES',
    'ABSTAIN',
    'YES',
    'PRESENT_NOT_VOTING',
    'YES',
  ] as const satisfies readonly Choice[]
  const ballots = Array.from({ length: facts.ballots }, (_, index): readonly MotionEvent[] => {
    const seat = electorate[index % facts.seats]
    const caster = seat?.accredited[Math.floor(index / facts.seats) % 2]
    if (!seat || !caster) return []
    const choice = choices[index % choices.length] ?? 'YES'
    const { seatId } = seat
    return [
      { type: 'ballot', seq: index + 1, receivedAt: openedAt + index, seatId, ...caster, choice, digest, reason: null },
    ]
  }).flat()
  const closed = { type: 'closed', seq: ballots.length + 1, at: snapshot.closesAt, by: null } as const
  return { rules, snapshot, events: [...ballots, closed] }
}
