import { countSeats } from './electorate.ts'
import type { Outcome } from './outcome.ts'
import type { Proceedings } from './proceedings.ts'
import type { Snapshot } from './snapshot.ts'
import type { TraceStep } from './trace.ts'

type Silence = { readonly outcome: Outcome; readonly trace: readonly TraceStep[] }

/**
 * The silence procedure: what nobody objects to in time is adopted. [V11]
 *
 * So the silence has to be one of people who knew: every seat was reached, or the notice is void; and of the NGO seats at
 * least one opened the text, or there was none to hear. Quorum is not asked for: keeping silent is taking part.
 */
export function endSilence(snapshot: Snapshot, state: Proceedings): Silence {
  const trace: TraceStep[] = []
  const isWhole = state.brokenBy === null
  trace.push({ step: 'silence', rule: 'V11', ok: isWhole, facts: { brokenBy: breaker(state) } })
  if (!isWhole) return { outcome: 'BROKEN', trace }

  const reached = { seats: snapshot.electorate.length, delivered: state.delivered.size }
  const everySeat = reachedEverySeat(snapshot, state)
  trace.push({ step: 'delivery', rule: 'V11', ok: everySeat, facts: reached })
  if (!everySeat) return { outcome: 'VOID_NOTICE', trace }

  const ngoSeats = countSeats(snapshot.electorate, 'NGO')
  const opened = ngoSeatsThatOpened(snapshot, state)
  const heard = !noNgoSeatOpened(snapshot, state)
  trace.push({
    step: 'ngo-opened',
    rule: 'V11',
    ok: heard,
    facts: { ngoSeats, opened, extended: state.silenceExtended },
  })
  return { outcome: heard ? 'ADOPTED_BY_SILENCE' : 'TERMINATED', trace }
}

export function reachedEverySeat({ electorate }: Snapshot, { delivered }: Proceedings): boolean {
  return electorate.every(seat => delivered.has(seat.seatId))
}

/** There are NGO seats, and none of them looked. */
export function noNgoSeatOpened(snapshot: Snapshot, state: Proceedings): boolean {
  return countSeats(snapshot.electorate, 'NGO') > 0 && ngoSeatsThatOpened(snapshot, state) === 0
}

function ngoSeatsThatOpened({ electorate }: Snapshot, { textOpened }: Proceedings): number {
  return electorate.filter(seat => seat.constituency === 'NGO' && textOpened.has(seat.seatId)).length
}

function breaker({ brokenBy }: Proceedings): 'objection' | 'amendment' | null {
  if (brokenBy === null) return null
  return brokenBy.choice === 'AMEND' ? 'amendment' : 'objection'
}
