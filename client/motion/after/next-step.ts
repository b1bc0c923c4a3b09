import type { AfterVote, JointActView } from '../../api/after-vote.ts'
import type { MotionSummary } from '../../api/motion.ts'

/** What a reader can do about the next step, or where nothing of it is theirs. */
export type Part =
  | { readonly part: 'confirm'; readonly by: string }
  | {
      readonly part:
        | 'cast'
        | 'asked'
        | 'chair'
        | 'ngoHead'
        | 'secretariat'
        | 'openMeeting'
        | 'openByPost'
        | 'write'
        | 'dissent'
        | 'certify'
        | 'none'
    }

/** What the last vote on a text asks for, and of this reader. [V9] */
export type NextStep = { readonly parts: readonly Part[] } & (
  | { readonly step: 'held' | 'reconcile'; readonly until: number }
  | { readonly step: 'secondRound'; readonly recorded: boolean }
  | { readonly step: 'dissent'; readonly until: number; readonly names: readonly string[] }
  | { readonly step: 'certify' }
)

/** @returns null where the vote asks for nothing more */
export function nextStepOf(
  motion: Pick<MotionSummary, 'state' | 'dueAt' | 'mySeats'>,
  after: AfterVote,
  mayWrite: boolean,
): NextStep | null {
  if (motion.state === 'held' && motion.dueAt !== null) {
    const isHeard = motion.mySeats.some(seat => seat.refusal === null && seat.ballot === null)
    return { step: 'held', until: motion.dueAt, parts: orNone(isHeard ? [{ part: 'cast' }] : []) }
  }
  const { secondRoundFrom, certifiableFrom, dissentAwaited, reconciledAt, serverNow } = after
  if (after.state === 'returned' && secondRoundFrom !== null) {
    const writing: readonly Part[] = mayWrite ? [{ part: 'write' }] : []
    return reconciledAt === null && secondRoundFrom > serverNow
      ? { step: 'reconcile', until: secondRoundFrom, parts: orNone([...reconciling(after), ...writing]) }
      : { step: 'secondRound', recorded: reconciledAt !== null, parts: orNone([...reopening(after), ...writing]) }
  }
  if (after.state !== 'decided' || certifiableFrom === null) return null
  if (certifiableFrom > serverNow) {
    const mayDissent = after.mayState.some(
      ({ kinds, seatId }) => kinds.includes('dissent') && dissentAwaited.some(one => one.seatId === seatId),
    )
    const parts = orNone(mayDissent ? [{ part: 'dissent' }] : [])
    return { step: 'dissent', until: certifiableFrom, names: dissentAwaited.map(one => one.organisationName), parts }
  }
  return { step: 'certify', parts: orNone(answering(after, 'certify', [{ part: 'certify' }])) }
}

function reconciling(after: AfterVote): readonly Part[] {
  const asChair: readonly Part[] = after.capacities.includes('chair') ? [{ part: 'chair' }] : []
  const asHead: readonly Part[] = after.capacities.includes('ngoHead') ? [{ part: 'ngoHead' }] : []
  const own = answering(after, 'reconcile', [...asChair, ...asHead])
  return own.length === 0 && after.capacities.includes('secretariat') ? [{ part: 'secretariat' }] : own
}

function reopening({ capacities }: AfterVote): readonly Part[] {
  if (capacities.includes('chair')) return [{ part: 'openMeeting' }]
  return capacities.includes('secretariat') ? [{ part: 'openByPost' }] : []
}

/** To an act that somebody has asked for already, one answers or waits; else one may ask. */
function answering(after: AfterVote, act: JointActView['act'], asking: readonly Part[]): readonly Part[] {
  const waiting = after.jointActs.find(one => one.act === act && one.state === 'asked')
  if (waiting?.mayConfirm) return [{ part: 'confirm', by: waiting.askedBy }]
  if (waiting?.mayWithdraw) return [{ part: 'asked' }]
  return waiting === undefined && after.mayAsk.includes(act) ? asking : []
}

function orNone(parts: readonly Part[]): readonly Part[] {
  return parts.length > 0 ? parts : [{ part: 'none' }]
}
