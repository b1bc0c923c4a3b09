import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outcomes, type Decision, type NgoPosition, type Outcome } from '#shared/motion'
import { endOf, figuresOf, inLineWith, standOf, type EndedVote } from './votes.ts'

const seats = (yes: number, no: number, notCast = 0) => ({
  seats: yes + no + notCast,
  ...{ yes, no, abstain: 0, presentNotVoting: 0, recused: 0, notCast },
})

function vote(outcome: Outcome, [yes, no, notCast]: readonly number[], part: Partial<EndedVote> = {}): EndedVote {
  const NGO = seats(yes ?? 0, no ?? 0, notCast)
  const STATE = seats(5, 1, 2)
  const decision: Decision = {
    outcome,
    grade: null,
    tally: STATE,
    tallyByConstituency: { STATE, NGO, PARTNER: seats(0, 0) },
    trace: [],
  }
  return { method: 'BALLOT', decision, ...part }
}

/** The same, after the NGO seats were heard alone. */
function heard(outcome: Outcome, position: NgoPosition): EndedVote {
  const silent = vote(outcome, [0, 0, 3])
  const facts = { closesAt: 0, position, ngoYes: 0, ngoNo: 0, ngoSeats: 3 }
  return { ...silent, decision: { ...silent.decision, trace: [{ step: 'ngo-hold', rule: 'V9', ok: true, facts }] } }
}

describe('how the NGO seats stood, and what came of it', () => {
  test.each([
    { ngo: [3, 1], outcome: 'ADOPTED', position: 'CONCUR', end: 'adopted' },
    { ngo: [1, 1], outcome: 'ADOPTED', position: 'CONCUR', end: 'adopted' },
    { ngo: [3, 0], outcome: 'NOT_ADOPTED', position: 'CONCUR', end: 'notAdopted' },
    { ngo: [1, 2], outcome: 'RETURNED', position: 'OPPOSED', end: 'returned' },
    { ngo: [0, 2], outcome: 'ADOPTED_OVER_NGO_OBJECTION', position: 'OPPOSED', end: 'adopted' },
    { ngo: [0, 2], outcome: 'NOT_ADOPTED', position: 'OPPOSED', end: 'notAdopted' },
    { ngo: [0, 0, 3], outcome: 'ADOPTED_NGO_SILENT', position: 'SILENT', end: 'adopted' },
    { ngo: [2, 0], outcome: 'TIE', position: 'CONCUR', end: 'undecided' },
    { ngo: [0, 0, 3], outcome: 'NO_QUORUM', position: 'SILENT', end: 'undecided' },
  ] as const)('[V9] NGO seats $ngo and $outcome: $position, $end', ({ ngo, outcome, position, end }) => {
    expect(standOf(vote(outcome, ngo))).toEqual({ told: true, position })
    expect(figuresOf([vote(outcome, ngo)]).stands[position][end]).toBe(1)
  })

  test('[V9] where the NGO seats were heard alone, what they said then is their position', () => {
    expect(standOf(heard('RETURNED', 'OPPOSED'))).toEqual({ told: true, position: 'OPPOSED' })
    expect(standOf(heard('ADOPTED', 'CONCUR'))).toEqual({ told: true, position: 'CONCUR' })
  })

  test('[V12] a secret ballot tells no position and no turnout of a constituency', () => {
    const secret = vote('ADOPTED', [2, 0], { method: 'SECRET' })
    expect(standOf(secret)).toEqual({ told: false, because: 'secret' })
    expect(figuresOf([secret])).toMatchObject({ untold: { secret: 1 }, ngo: { seats: 0, cast: 0 } })
  })

  test('[V11] seats that say nothing in a silence procedure take no position', () => {
    const silence = vote('ADOPTED_BY_SILENCE', [0, 0, 3], { method: 'SILENCE' })
    expect(figuresOf([silence]).untold).toMatchObject({ silence: 1 })
  })

  test('[V13] a voided vote counts for nothing', () => {
    expect(figuresOf([vote('VOIDED', [0, 3])])).toMatchObject({ ended: 1, untold: { voided: 1 }, ngo: { seats: 0 } })
  })

  test('[G5] a vote without an NGO seat in its electorate is told apart from silence', () => {
    expect(figuresOf([vote('ADOPTED', [0, 0])]).untold).toMatchObject({ noSeat: 1 })
  })

  test('[G5] ballots are counted against the seats that could cast them', () => {
    expect(figuresOf([vote('ADOPTED', [1, 0, 1]), vote('ADOPTED', [2, 0])])).toMatchObject({
      ngo: { seats: 4, cast: 3 },
      others: { seats: 16, cast: 12 },
    })
  })

  test('[V9] concurred and adopted, opposed and not adopted or returned: the vote came out as the NGO seats stood', () => {
    const agreed = [vote('ADOPTED', [2, 1]), vote('RETURNED', [0, 2]), vote('NOT_ADOPTED', [0, 1])]
    const against = [vote('NOT_ADOPTED', [3, 0]), vote('ADOPTED_OVER_NGO_OBJECTION', [0, 2])]
    const neither = [vote('TIE', [3, 0]), vote('ADOPTED_NGO_SILENT', [0, 0, 2]), vote('VOIDED', [3, 0])]
    expect(inLineWith(figuresOf([...agreed, ...against, ...neither]).stands)).toEqual({ agreed: 3, decided: 5 })
  })

  test('[V9] laws: every vote is counted once, in whatever order', () => {
    const any = fc
      .tuple(
        fc.constantFrom(...outcomes),
        fc.nat(3),
        fc.nat(3),
        fc.constantFrom('BALLOT', 'SECRET', 'SILENCE', 'CONSENSUS'),
      )
      .map(([outcome, yes, no, method]) => vote(outcome, [yes, no], { method }))
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), votes => {
        const found = figuresOf(votes)
        const told = Object.values(found.stands).flatMap(ends => Object.values(ends))
        const sum = [...told, ...Object.values(found.untold)].reduce((all, one) => all + one, 0)
        expect(sum).toBe(votes.length)
        expect(figuresOf(votes.toReversed())).toEqual(found)
      }),
    )
  })

  test('[V9] every outcome of a vote that is over has its place', () => {
    expect(outcomes.filter(outcome => endOf(outcome) === null)).toEqual(['OPEN', 'HELD_NGO_SILENT', 'VOIDED'])
  })
})
