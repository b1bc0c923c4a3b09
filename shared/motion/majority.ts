import { assertNever } from '#shared/core'
import type { Majority } from './rules.ts'
import { eligibleSeats, type Tally } from './tally.ts'

/**
 * A majority as the comparison of two whole numbers, so that what is shown is what was computed. The share is
 * multiplied out: two thirds of the ballots for or against is `3Y ≥ 2(Y+N)`, with `left` 3Y and `right` 2(Y+N).
 */
export type Comparison = { readonly left: number; readonly relation: '>' | '>='; readonly right: number }

/**
 * What a majority compares. [V8]
 *
 * SIMPLE and TWO_THIRDS look at ballots for and against only: an abstention helps neither side. ABSOLUTE and
 * TWO_THIRDS_ALL measure against every eligible seat, where abstaining and being silent weigh like a no.
 */
export function compareMajority(majority: Majority, tally: Tally): Comparison {
  const { yes, no } = tally
  switch (majority) {
    case 'SIMPLE':
      return { left: yes, relation: '>', right: no }
    case 'TWO_THIRDS':
      return { left: 3 * yes, relation: '>=', right: 2 * (yes + no) }
    case 'ABSOLUTE':
      return { left: 2 * yes, relation: '>', right: eligibleSeats(tally) }
    case 'TWO_THIRDS_ALL':
      return { left: 3 * yes, relation: '>=', right: 2 * eligibleSeats(tally) }
    default:
      return assertNever(majority)
  }
}

export function comparisonHolds({ left, relation, right }: Comparison): boolean {
  return relation === '>' ? left > right : left >= right
}

/** A majority always needs one yes besides its comparison: 0 ≥ 0 never adopts. [V8] */
export function hasMajority(majority: Majority, tally: Tally): boolean {
  return tally.yes >= 1 && comparisonHolds(compareMajority(majority, tally))
}

/** As many for as against, and not for want of ballots. Only a simple majority ties. [V8] */
export function isTie(majority: Majority, { yes, no }: Tally): boolean {
  return majority === 'SIMPLE' && yes === no && yes > 0
}

/** How broad the agreement behind an adopted text was. It stands with the text wherever that is shown. */
export type Grade = {
  readonly level: GradeLevel
  /** What the NGO seats did, when it was not to concur. [V9] */
  readonly suffix: GradeSuffix | null
}

export const gradeLevels = ['CONSENSUS', 'CONSENSUS_WITH_RESERVATIONS', 'UNANIMOUS', 'SUPERMAJORITY', 'SIMPLE'] as const
export type GradeLevel = (typeof gradeLevels)[number]

export type GradeSuffix = 'NGO_OBJECTS' | 'NGO_SILENT'

/** Of a text adopted by consensus or by silence: without a seat that stood aside or reserved its position, or with one. [V10, V11] */
export function consensusGrade({ abstain }: Tally): Grade {
  return { level: abstain === 0 ? 'CONSENSUS' : 'CONSENSUS_WITH_RESERVATIONS', suffix: null }
}

export function gradeOf(tally: Tally, suffix: GradeSuffix | null): Grade {
  if (tally.no === 0) return { level: 'UNANIMOUS', suffix }
  return { level: hasMajority('TWO_THIRDS', tally) ? 'SUPERMAJORITY' : 'SIMPLE', suffix }
}
