import { assertNever } from '#shared/core'
import { compareMajority, hasMajority, type GradeSuffix } from './majority.ts'
import type { Outcome } from './outcome.ts'
import type { Hold } from './proceedings.ts'
import type { NgoPosition, RuleSet } from './rules.ts'
import type { Snapshot } from './snapshot.ts'
import { eligibleSeats, tally, type Tally, type TallyByConstituency } from './tally.ts'
import type { TraceStep } from './trace.ts'

/**
 * NGO concurrence: what becomes of a motion that has its majority, by the position of the NGO seats. [V9]
 *
 *   policy         CONCUR     OPPOSED                                    SILENT
 *   NONE           (not looked at: adopted)
 *   VISIBLE_ONLY   adopted    adopted, graded NGO_OBJECTS                adopted, graded NGO_SILENT
 *   SUSPENSIVE     adopted    round 1: returned                          held for the NGO seats
 *                             round 2: adopted over the objection by
 *                             two thirds of all, else not adopted
 *   VETO           adopted    not adopted                                held for the NGO seats
 *
 * The hold lasts `ngoHoldMs`, is open to the NGO seats of E′ alone, and its ballots decide concurrence only: the general
 * tally stays as it was. Position is taken afresh in it, by the ballots cast in it. Whoever is still silent at its end
 * has let the text pass; where every NGO seat recused itself there is nobody to hold for. VETO holds as SUSPENSIVE does,
 * so that the stronger policy never gives the NGO seats less of a hearing.
 */
export function ngoPosition({ yes, no }: Tally): NgoPosition {
  if (no > yes) return 'OPPOSED'
  return yes === 0 ? 'SILENT' : 'CONCUR'
}

type Concurrence = {
  readonly outcome: Outcome
  readonly suffix: GradeSuffix | null
  readonly trace: readonly TraceStep[]
}

/**
 * @param whole, parts the general tally, which has its majority
 * @param hold null before there is one
 */
export function concur(
  rules: RuleSet,
  snapshot: Snapshot,
  whole: Tally,
  parts: TallyByConstituency,
  hold: Hold | null,
): Concurrence {
  if (rules.ngoPolicy === 'NONE') return { outcome: 'ADOPTED', suffix: null, trace: [] }
  const position = ngoPosition(parts.NGO)
  const looked: TraceStep = {
    step: 'concurrence',
    rule: 'V9',
    ok: position === 'CONCUR',
    facts: { policy: rules.ngoPolicy, round: snapshot.round.number, ...positionFacts(parts.NGO) },
  }
  if (rules.ngoPolicy === 'VISIBLE_ONLY') return { outcome: 'ADOPTED', suffix: suffixOf(position), trace: [looked] }
  if (position !== 'SILENT') return settle(rules.ngoPolicy, position, snapshot, whole, [looked])
  if (eligibleSeats(parts.NGO) === 0) {
    return { outcome: 'ADOPTED_NGO_SILENT', suffix: 'NGO_SILENT', trace: [looked] }
  }
  if (hold === null) return { outcome: 'HELD_NGO_SILENT', suffix: null, trace: [looked] }

  const heard = tally(hold.seats, hold.ballots)
  const heldStep: TraceStep = {
    step: 'ngo-hold',
    rule: 'V9',
    ok: hold.ended,
    facts: { closesAt: hold.closesAt, ...positionFacts(heard) },
  }
  const trace = [looked, heldStep]
  if (!hold.ended) return { outcome: 'HELD_NGO_SILENT', suffix: null, trace }
  return settle(rules.ngoPolicy, ngoPosition(heard), snapshot, whole, trace)
}

function settle(
  policy: 'SUSPENSIVE' | 'VETO',
  position: NgoPosition,
  { round }: Snapshot,
  whole: Tally,
  trace: readonly TraceStep[],
): Concurrence {
  switch (position) {
    case 'CONCUR':
      return { outcome: 'ADOPTED', suffix: null, trace }
    case 'SILENT':
      return { outcome: 'ADOPTED_NGO_SILENT', suffix: 'NGO_SILENT', trace }
    case 'OPPOSED': {
      if (policy === 'VETO') return { outcome: 'NOT_ADOPTED', suffix: null, trace }
      if (round.number === 1) return { outcome: 'RETURNED', suffix: null, trace }
      const overridden = hasMajority('TWO_THIRDS_ALL', whole)
      const override: TraceStep = {
        step: 'over-objection',
        rule: 'V9',
        ok: overridden,
        facts: { ...compareMajority('TWO_THIRDS_ALL', whole), yes: whole.yes, eligible: eligibleSeats(whole) },
      }
      return overridden
        ? { outcome: 'ADOPTED_OVER_NGO_OBJECTION', suffix: 'NGO_OBJECTS', trace: [...trace, override] }
        : { outcome: 'NOT_ADOPTED', suffix: null, trace: [...trace, override] }
    }
    default:
      return assertNever(position)
  }
}

function suffixOf(position: NgoPosition): GradeSuffix | null {
  switch (position) {
    case 'CONCUR':
      return null
    case 'OPPOSED':
      return 'NGO_OBJECTS'
    case 'SILENT':
      return 'NGO_SILENT'
    default:
      return assertNever(position)
  }
}

function positionFacts(ngo: Tally) {
  return { position: ngoPosition(ngo), ngoYes: ngo.yes, ngoNo: ngo.no, ngoSeats: eligibleSeats(ngo) }
}
