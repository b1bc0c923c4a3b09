import { ceilShare, type SeatId } from '#shared/core'
import { countSeats } from './electorate.ts'
import { isProcedural, type RuleSet } from './rules.ts'
import type { Snapshot } from './snapshot.ts'
import { eligibleSeats, seatsTakingPart, type TallyByConstituency, type Tally } from './tally.ts'

/** Whether enough NGO seats are in the electorate. Counts of seats. [V2] */
export type Composition = { readonly ngoSeats: number; readonly required: number }

/** Null for a procedural motion, which needs no composition. [V2] */
export function composition(rules: RuleSet, snapshot: Snapshot): Composition | null {
  if (isProcedural(snapshot.subjectKind)) return null
  return { ngoSeats: countSeats(snapshot.electorate, 'NGO'), required: rules.ngoMinimum }
}

/** Who took part, of how many, and who was needed. All are counts of seats. */
export type Quorum = {
  readonly seats: number
  readonly present: number
  readonly needed: number
  readonly ngoSeats: number
  readonly ngoPresent: number
  /** 0 where the NGO part is waived: in a second call and for procedural motions. */
  readonly ngoNeeded: number
}

/**
 * Quorum at the opening of a vote in a meeting, of the seats in E. [V6]
 *
 * @returns null by correspondence, where nobody is present and V7 alone holds
 */
export function quorumAtOpening(rules: RuleSet, snapshot: Snapshot): Quorum | null {
  if (snapshot.mode === 'correspondence') return null
  return quorumOfRoll(rules, snapshot, snapshot.roll)
}

/**
 * What a vote opened now would find: who is there, of how many, and who is needed. [M3, V6]
 *
 * @param vote its kind of subject and call; an ordinary vote on a text, if not given
 */
export function quorumOfRoll(
  rules: RuleSet,
  vote: Pick<Snapshot, 'electorate'> & Partial<Pick<Snapshot, 'subjectKind' | 'call'>>,
  roll: readonly SeatId[],
): Quorum {
  const { electorate, subjectKind = 'section', call = { number: 1 } } = vote
  const there = new Set(roll)
  const present = electorate.filter(seat => there.has(seat.seatId))
  return {
    ...quorumNeeded(rules, { subjectKind, call }, electorate.length, countSeats(electorate, 'NGO')),
    present: present.length,
    ngoPresent: countSeats(present, 'NGO'),
  }
}

/** Quorum at closing, of the seats in E′: those that recused themselves neither take part nor are waited for. [V7] */
export function quorumAtClosing(rules: RuleSet, snapshot: Snapshot, whole: Tally, parts: TallyByConstituency): Quorum {
  return {
    ...quorumNeeded(rules, snapshot, eligibleSeats(whole), eligibleSeats(parts.NGO)),
    present: seatsTakingPart(whole),
    ngoPresent: seatsTakingPart(parts.NGO),
  }
}

export function isQuorate({ present, needed, ngoPresent, ngoNeeded }: Quorum): boolean {
  return present >= needed && ngoPresent >= ngoNeeded
}

function quorumNeeded(
  rules: RuleSet,
  { subjectKind, call }: Pick<Snapshot, 'subjectKind' | 'call'>,
  seats: number,
  ngoSeats: number,
) {
  const ngoWaived = isProcedural(subjectKind) || call.number === 2
  const { numerator, denominator } = rules.quorumMoreThan
  return {
    seats,
    // More than a share, so that half of an even number is not enough, and none of none is not either.
    needed: Math.floor((seats * numerator) / denominator) + 1,
    ngoSeats,
    ngoNeeded: ngoWaived ? 0 : ceilShare(ngoSeats, rules.ngoQuorumAtLeast),
  }
}
