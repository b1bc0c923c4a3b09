/** Each vote is counted twice, by two programs that share no line of reasoning. The failing vote is `drawVote(seed)`. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide } from '#shared/motion'
import { drawVote } from '../support/random-vote.ts'
import { countAgain } from '../support/second-count.ts'

const numRuns = process.env['PROPERTY_MS'] === undefined ? 10_000 : 1_000

test('[V1–V13] a second, independent count finds what decide() finds', () => {
  fc.assert(
    fc.property(fc.integer(), seed => {
      const { rules, snapshot, events } = drawVote(seed)
      const { outcome, grade, tally, tallyByConstituency } = decide(rules, snapshot, events)
      expect(countAgain(rules, snapshot, events)).toEqual({ outcome, grade, tally, tallyByConstituency })
    }),
    { numRuns },
  )
})
