/**
 * Motions for tests, in the short hand of the rules' examples: `S9 N4 P2` is an electorate of nine STATE, four NGO and
 * two PARTNER seats; `S 6Y2N1A` six of the STATE seats cast YES, two NO, one ABSTAIN (P for present and not voting, R for
 * recused). Seats are s1, s2 …, n1 …, p1 …; each has a head `s1.head` and an alternate `s1.alternate`.
 */
import { asId, hourMs, sha256Hex, type PersonId, type SeatId } from '#shared/core'
import type { RepresentativeRank } from '#shared/group'
import type { OpenedMotion } from './ballot.ts'
import type { ElectorateSeat, VotingConstituency } from './electorate.ts'
import type { Ballot, Choice, Closed, MotionEvent } from './log.ts'
import type { Method } from './method.ts'
import { defaultRuleSet, ruleSetDigest, type Majority, type RuleSet, type SubjectKind } from './rules.ts'
import type { Call, Round, Snapshot } from './snapshot.ts'

export const openedAt = Date.UTC(2026, 10, 23, 9)
export const closesAt = openedAt + 3 * hourMs
export const text = sha256Hex('the text under vote')
export const otherText = sha256Hex('another text')

export const seatId = (name: string): SeatId => asId(name)
export const personId = (name: string): PersonId => asId(name)

const constituencies: Readonly<Record<string, VotingConstituency>> = { S: 'STATE', N: 'NGO', P: 'PARTNER' }
const choicesByLetter: Readonly<Record<string, Choice>> = {
  Y: 'YES',
  N: 'NO',
  A: 'ABSTAIN',
  P: 'PRESENT_NOT_VOTING',
  R: 'RECUSED',
}

/** @param notation `S9 N4 P2` */
export function buildElectorate(notation: string): readonly ElectorateSeat[] {
  return [...notation.matchAll(/([SNP])(\d+)/g)].flatMap(([, letter = '', count]) =>
    Array.from({ length: Number(count) }, (_, index) => buildSeat(letter, index + 1)),
  )
}

function buildSeat(letter: string, number: number): ElectorateSeat {
  const name = `${letter.toLowerCase()}${number}`
  return {
    seatId: seatId(name),
    constituency: constituencies[letter] ?? 'STATE',
    accredited: [
      { personId: personId(`${name}.head`), rank: 'head' },
      { personId: personId(`${name}.alternate`), rank: 'alternate' },
    ],
  }
}

interface MotionInput {
  readonly electorate: string
  readonly kind?: SubjectKind
  /** Instead of the kind's own. */
  readonly majority?: Majority
  readonly rules?: Partial<RuleSet>
  /** Who is present when the vote opens: `S5 N3` the first five STATE and three NGO seats. All, if not said. */
  readonly present?: string
  readonly byCorrespondence?: boolean
  readonly round?: Round
  readonly call?: Call
  readonly tiedAt?: number
  readonly presiding?: PersonId
  readonly groupKind?: 'nwg' | 'twg'
  readonly method?: Method
  readonly reconsiders?: true
  readonly events?: readonly MotionEvent[]
}

export function buildMotion(input: MotionInput): OpenedMotion {
  const defaults = defaultRuleSet(input.groupKind ?? 'nwg')
  const kind = input.kind ?? 'section'
  const majority = { ...defaults.majority, [kind]: input.majority ?? defaults.majority[kind] }
  const rules: RuleSet = { ...defaults, majority, ...input.rules }
  const electorate = buildElectorate(input.electorate)
  const roll = (input.present === undefined ? electorate : buildElectorate(input.present)).map(seat => seat.seatId)
  const snapshot: Snapshot = {
    motionId: asId('m1'),
    subjectKind: kind,
    subjectDigest: text,
    ruleSetDigest: ruleSetDigest(rules),
    electorate,
    round: input.round ?? { number: 1 },
    call: input.call ?? { number: 1 },
    tiedAt: input.tiedAt ?? null,
    openedAt,
    closesAt,
    presidingCoordinatorId: input.presiding ?? null,
    ...(input.method && { method: input.method }),
    ...(input.reconsiders && { reconsiders: input.reconsiders }),
    ...(input.byCorrespondence === true ? { mode: 'correspondence', roll: null } : { mode: 'meeting', roll }),
  }
  return { rules, snapshot, events: input.events ?? [] }
}

/** One ballot by a seat's head unless said otherwise, in good time and on the right text. */
export function buildBallot(
  seat: string,
  choice: Choice,
  more: Partial<Ballot> & { readonly rank?: RepresentativeRank } = {},
): Ballot {
  return {
    type: 'ballot',
    seq: 1,
    receivedAt: openedAt + 1,
    seatId: seatId(seat),
    personId: personId(`${seat}.${more.rank ?? 'head'}`),
    rank: 'head',
    choice,
    digest: text,
    reason: choice === 'RECUSED' || choice === 'BLOCK' ? 'Our organisation is named in the text.' : null,
    ...more,
  }
}

/** @param notation `S 6Y2N1A, N 3Y1N`: cast by the first seats of each constituency, in this order */
export function buildBallots(notation: string, more: Partial<Ballot> = {}): readonly Ballot[] {
  return [...notation.matchAll(/([SNP]) ((?:\d+[YNAPR])+)/g)].flatMap(([, letter = '', groups = '']) =>
    [...groups.matchAll(/(\d+)([YNAPR])/g)]
      .flatMap(([, count, choice = '']) => Array<string>(Number(count)).fill(choice))
      .map((choice, index) =>
        buildBallot(`${letter.toLowerCase()}${index + 1}`, choicesByLetter[choice] ?? 'YES', more),
      ),
  )
}

/** Closed by time. */
export function buildClosed(at = closesAt): Closed {
  return { type: 'closed', seq: 1, at, by: null }
}

/** Numbers the events in this order, as a log does. */
export function buildLog(...events: readonly MotionEvent[]): readonly MotionEvent[] {
  return events.map((event, index) => ({ ...event, seq: index + 1 }))
}

/** A whole vote: its ballots, then closed by time. */
export function buildVote(input: MotionInput & { readonly ballots: string }): OpenedMotion {
  return buildMotion({ ...input, events: buildLog(...buildBallots(input.ballots), buildClosed()) })
}
