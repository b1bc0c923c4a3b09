/**
 * What seats say to a vote once it is over. Words stand beside the tally and never change it: a seat that says it meant
 * the other choice has said so, and its ballot counts as it was cast. [V9, V13]
 */
import { dayMs, type Instant, type SeatId } from '#shared/core'
import type { RepresentativeRank } from '#shared/group'
import type { OpenedMotion } from './ballot.ts'
import type { Choice } from './log.ts'
import { isAdopted, type Outcome } from './outcome.ts'
import type { AfterVoteProblem } from './problems.ts'
import { replay } from './replay.ts'
import { methodOf } from './snapshot.ts'
import { effectiveBallots } from './tally.ts'

export const statementKinds = [
  /** Why the seat chose as it did. */
  'explanation',
  /** Of an NGO seat over whose objection the text was adopted; printed with the text. [V9] */
  'dissent',
  /** In place of a dissent: the seat supplies none. [V9] */
  'waiver',
  /** What the seat does not bind itself to in a text that was adopted. */
  'reservation',
  /** The seat meant another choice than it cast. */
  'correction',
] as const
export type StatementKind = (typeof statementKinds)[number]

/** Most UTF-16 units of one statement: a page. */
export const statementLimit = 4_000

/** Versions of one statement that a seat may hand in by its head, and as many by its alternates: correcting is not flooding. */
export const statementVersionsLimit = 20

/**
 * For so long after the decision a seat explains its vote, or says that it meant another, even where the outcome was
 * certified at once: certifying is the act of two persons, and it takes the word from nobody.
 */
export const statementPeriodMs = 14 * dayMs

/** The words that belong to the outcome, and stand as they are once it is certified. */
const certifiedKinds: readonly StatementKind[] = ['dissent', 'waiver', 'reservation']

type After = OpenedMotion & {
  readonly outcome: Outcome | null
  readonly decidedAt: Instant | null
  readonly certifiedAt: Instant | null
}

/** What each seat chose in the end, in the hold where it was heard there. */
function choiceOf(motion: OpenedMotion, seatId: SeatId): Choice | null {
  const { ballots, hold } = replay(motion.rules, motion.snapshot, motion.events)
  const heard = effectiveBallots(hold?.ballots ?? []).get(seatId)
  return (heard ?? effectiveBallots(ballots).get(seatId))?.choice ?? null
}

/**
 * Whether a seat may make, or replace, a statement of this kind now.
 *
 * @returns null where it may
 */
export function judgeStatement(
  motion: After,
  seatId: SeatId,
  kind: StatementKind,
  now: Instant,
): Extract<AfterVoteProblem, { type: 'statement-not-open' }> | null {
  const refuse = (because: StatementRefusal) => ({ type: 'statement-not-open', because }) as const
  const seat = motion.snapshot.electorate.find(one => one.seatId === seatId)
  if (seat === undefined) return refuse('notOfElectorate')
  if (motion.outcome === null || motion.decidedAt === null) return refuse('running')
  if (motion.outcome === 'VOIDED') return refuse('voided')
  if (motion.certifiedAt !== null) {
    if (certifiedKinds.includes(kind)) return refuse('certified')
    if (now >= motion.decidedAt + statementPeriodMs) return refuse('periodOver')
  }
  switch (kind) {
    case 'explanation':
      return null
    case 'dissent':
    case 'waiver':
      if (motion.outcome !== 'ADOPTED_OVER_NGO_OBJECTION') return refuse('notOverObjection')
      return objectingSeats(motion).includes(seatId) ? null : refuse('notObjecting')
    case 'reservation':
      return isAdopted(motion.outcome) ? null : refuse('notAdopted')
    case 'correction':
      // Of a secret ballot, it would open what was cast.
      return methodOf(motion.snapshot) !== 'SECRET' && choiceOf(motion, seatId) !== null ? null : refuse('noBallot')
  }
}

export type StatementRefusal =
  | 'notOfElectorate'
  | 'running'
  | 'voided'
  | 'certified'
  | 'periodOver'
  | 'notOverObjection'
  | 'notObjecting'
  | 'notAdopted'
  | 'noBallot'

/** One version of a statement, as far as it matters for which of them stands. */
interface Filed {
  readonly seatId: SeatId
  /** In which the person spoke for the seat. */
  readonly rank: RepresentativeRank
  readonly kind: StatementKind
  readonly at: Instant
}

/** Handed in when the outcome was certified already: it is told so wherever it is printed. */
export function isAfterCertification({ at }: Pick<Filed, 'at'>, certifiedAt: Instant | null): boolean {
  return certifiedAt !== null && at > certifiedAt
}

/**
 * Which words stand in the place of others: of each seat and kind those of the highest rank, head before alternate, then
 * the latest, as with ballots. A seat's dissent and its waiver have one place. What stood when the outcome was certified
 * stands for good, and what the seat says later stands beside it; an alternate's not, where the head has spoken. [V3, V9, V13]
 *
 * @param versions of one vote, in the order of time
 * @returns for one of them, the version that stands in its place: itself if it stands
 */
export function whatStands<S extends Filed>(versions: readonly S[], certifiedAt: Instant | null): (version: S) => S {
  const place = ({ seatId, kind }: Filed, after: boolean): string => [seatId, placeOf(kind), after].join()
  const standing = new Map<string, S>()
  for (const filed of versions) {
    const after = isAfterCertification(filed, certifiedAt)
    const certified = after ? standing.get(place(filed, false)) : undefined
    const before = standing.get(place(filed, after)) ?? (certified?.rank === 'head' ? certified : undefined)
    const isOutranked = before?.rank === 'head' && filed.rank === 'alternate'
    standing.set(place(filed, after), isOutranked ? before : filed)
  }
  return version => standing.get(place(version, isAfterCertification(version, certifiedAt))) ?? version
}

/** Each takes the place of the other. [V9] */
function placeOf(kind: StatementKind): Exclude<StatementKind, 'waiver'> {
  return kind === 'waiver' ? 'dissent' : kind
}

/** Those of a vote that stand, as `whatStands` says. @param versions of one vote, in the order of time */
export function standingStatements<S extends Filed>(versions: readonly S[], certifiedAt: Instant | null): readonly S[] {
  const inPlaceOf = whatStands(versions, certifiedAt)
  return versions.filter(version => inPlaceOf(version) === version)
}

/** Seats that have handed in their dissent or waived it. @param versions of one vote, in the order of time */
export function spokenSeats(versions: readonly Filed[], certifiedAt: Instant | null): readonly SeatId[] {
  return standingStatements(versions, certifiedAt)
    .filter(({ kind }) => placeOf(kind) === 'dissent')
    .map(({ seatId }) => seatId)
}

/** Whether what an alternate says now will not stand, since the head has said its own. [V3] */
export function headHasSpoken(
  versions: readonly Pick<Filed, 'seatId' | 'kind' | 'rank'>[],
  seatId: string,
  kind: StatementKind,
): boolean {
  return versions.some(one => one.rank === 'head' && one.seatId === seatId && placeOf(one.kind) === placeOf(kind))
}

/** The NGO seats that voted no. */
export function objectingSeats(motion: OpenedMotion): readonly SeatId[] {
  return motion.snapshot.electorate
    .filter(({ constituency, seatId }) => constituency === 'NGO' && choiceOf(motion, seatId) === 'NO')
    .map(({ seatId }) => seatId)
}

/**
 * From when the outcome may be certified: at once, but over the objection of the NGO seats only when each of those that
 * objected has handed in its dissent or waived it, or their time for it is over. [V9]
 *
 * @param spoken seats of which a dissent or a waiver stands
 */
export function certifiableFrom(motion: After, spoken: readonly SeatId[]): Instant {
  const decidedAt = motion.decidedAt ?? 0
  if (motion.outcome !== 'ADOPTED_OVER_NGO_OBJECTION') return decidedAt
  const silent = objectingSeats(motion).some(seatId => !spoken.includes(seatId))
  return silent ? decidedAt + motion.rules.dissentMs : decidedAt
}
