/**
 * A vote as one would describe it at a table: who sits there, what lies before each, and how late it is. The group has
 * four STATE, two NGO and one PARTNER seat, votes on one text by SIMPLE majority, and its NGO seats may suspend.
 */
import { dayMs, hourMs } from '#shared/core'
import type { Choice, Outcome } from '#shared/motion'
import { seatNames } from '../support/vote-workspace.ts'

export type SeatName = (typeof seatNames)[number]
export interface Slip {
  readonly isHeads: boolean
  readonly choice: Choice
}

export interface Table {
  now: number
  /** Who may speak, by person; ended accreditations are gone. */
  readonly accredited: Map<string, SeatName>
  /** The running vote, or the last one. */
  vote: Vote | null
  /** Whether the text may be put to the vote (again), and from when. */
  opensFrom: number | null
  round: 1 | 2
  tied: boolean
}

export interface Vote {
  readonly electorate: ReadonlyMap<string, SeatName>
  closesAt: number
  extended: boolean
  readonly slips: Map<SeatName, Slip>
  /** The slips of the NGO seats while they are heard alone. */
  hold: Map<SeatName, Slip> | null
  outcome: Outcome
}

export function laidTable(now: number): Table {
  const heads = seatNames.map(name => [`${name}.head`, name] as const)
  return {
    now,
    accredited: new Map([...heads, ['s1.alternate', 's1']]),
    vote: null,
    opensFrom: now,
    round: 1,
    tied: false,
  }
}

export const isNgo = (seat: SeatName): boolean => seat.startsWith('n')
export const isRunning = (vote: Vote | null): vote is Vote =>
  vote?.outcome === 'OPEN' || vote?.outcome === 'HELD_NGO_SILENT'

export function mayOpen({ now, accredited, vote, opensFrom }: Table): boolean {
  const seats = new Set(accredited.values())
  return !isRunning(vote) && opensFrom !== null && now >= opensFrom && [...seats].filter(isNgo).length >= 2
}

export function mayCast(vote: Vote, person: string, seat: SeatName): boolean {
  if (!isRunning(vote) || vote.electorate.get(person) !== seat) return false
  return vote.hold === null || (isNgo(seat) && vote.slips.get(seat)?.choice !== 'RECUSED')
}

export function lay(vote: Vote, person: string, seat: SeatName, choice: Choice): void {
  const slips = vote.hold ?? vote.slips
  const isHeads = person.endsWith('.head')
  if (slips.get(seat)?.isHeads !== true || isHeads) slips.set(seat, { isHeads, choice })
}

export function haveAllCast({ electorate, slips, hold }: Vote): boolean {
  return hold === null && new Set(electorate.values()).size === slips.size
}

/** The vote is over, or the NGO seats are now heard alone: what the rules make of the slips. */
export function close(table: Table, vote: Vote): void {
  vote.outcome = outcomeOf(vote, table)
  if (vote.outcome === 'HELD_NGO_SILENT') {
    vote.hold = new Map()
    vote.closesAt = table.now + 7 * dayMs
    return
  }
  const waits: Partial<Record<Outcome, number>> = { TIE: dayMs, RETURNED: 14 * dayMs, NO_QUORUM: 0 }
  const wait = waits[vote.outcome]
  table.opensFrom = wait === undefined ? null : table.now + wait
  if (vote.outcome === 'TIE') table.tied = true
  if (vote.outcome === 'RETURNED') {
    table.round = 2
    table.tied = false
  }
}

function outcomeOf({ electorate, slips, hold }: Vote, { round, tied }: Table): Outcome {
  const seats = [...new Set(electorate.values())]
  const said = (choice: Choice, from = slips) =>
    [...from].filter(([, slip]) => slip.choice === choice).map(([seat]) => seat)
  const left = seats.filter(seat => !said('RECUSED').includes(seat))
  const present = left.filter(seat => slips.has(seat))
  const ngosLeft = left.filter(isNgo).length
  if (2 * present.length <= left.length || 3 * present.filter(isNgo).length < ngosLeft) return 'NO_QUORUM'
  const yes = said('YES')
  const no = said('NO')
  if (yes.length === 0) return 'NOT_ADOPTED'
  if (yes.length === no.length) return tied ? 'NOT_ADOPTED' : 'TIE'
  if (yes.length < no.length) return 'NOT_ADOPTED'
  const spoke = (from: Map<SeatName, Slip>) => [
    said('YES', from).filter(isNgo).length,
    said('NO', from).filter(isNgo).length,
  ]
  let [ngoYes = 0, ngoNo = 0] = spoke(slips)
  if (ngoYes + ngoNo === 0) {
    if (ngosLeft > 0 && hold === null) return 'HELD_NGO_SILENT'
    ;[ngoYes = 0, ngoNo = 0] = spoke(hold ?? new Map())
    if (ngoYes + ngoNo === 0) return 'ADOPTED_NGO_SILENT'
  }
  if (ngoYes >= ngoNo) return 'ADOPTED'
  if (round === 1) return 'RETURNED'
  return 3 * yes.length >= 2 * left.length ? 'ADOPTED_OVER_NGO_OBJECTION' : 'NOT_ADOPTED'
}

/** For how long a vote in a meeting is put, here. */
export const runsMs = hourMs
