import type { Instant } from '#shared/core'
import type { VoidCause } from './log.ts'
import type { Comparison } from './majority.ts'
import type { Composition, Quorum } from './quorum.ts'
import type { Majority, NgoPolicy, NgoPosition } from './rules.ts'

/**
 * One rule applied, with the numbers it was applied to: why the outcome is what it is. The words come from the reader's
 * message catalogue, which switches over `step`; here are only facts. `ok` says whether the rule's condition held.
 *
 * A rule that does not apply leaves no step: V2 of a procedural motion, V6 by correspondence, and every rule after the
 * one that settled the outcome.
 */
export type TraceStep =
  | Step<
      'electorate',
      'V1',
      { readonly seats: number; readonly state: number; readonly ngo: number; readonly partner: number }
    >
  | Step<'composition', 'V2', Composition>
  | Step<'quorum-at-opening', 'V6', Quorum>
  /** `cast` counts ballots, with those changed later; `setAside` those that were not the caster's to cast. */
  | Step<
      'ballots',
      'V3',
      { readonly cast: number; readonly seats: number; readonly recused: number; readonly setAside: number }
    >
  /** `otherDigest` counts ballots on another text. Not ok: another version of the subject has been adopted. */
  | Step<'text', 'V4', { readonly otherDigest: number; readonly otherVersionAdopted: boolean }>
  /** `late` counts ballots. Not ok: nothing has closed the vote yet. */
  | Step<'time', 'V5', { readonly closesAt: Instant; readonly closedAt: Instant | null; readonly late: number }>
  | Step<'quorum-at-closing', 'V7', Quorum>
  | Step<'one-yes', 'V8', { readonly yes: number }>
  | Step<
      'majority',
      'V8',
      Comparison & { readonly majority: Majority; readonly yes: number; readonly no: number; readonly eligible: number }
    >
  | Step<'tie', 'V8', { readonly yes: number; readonly no: number; readonly second: boolean }>
  | Step<'concurrence', 'V9', { readonly policy: NgoPolicy; readonly round: 1 | 2 } & Concurrence>
  /** The NGO seats heard alone. Not ok: the hold runs until `closesAt`. */
  | Step<'ngo-hold', 'V9', { readonly closesAt: Instant } & Concurrence>
  /** Counts of seats. Not ok: somebody blocks. */
  | Step<'consensus', 'V10', { readonly support: number; readonly standAside: number; readonly block: number }>
  /** Not ok: by what the silence was broken. */
  | Step<'silence', 'V11', { readonly brokenBy: 'objection' | 'amendment' | null }>
  /** Counts of seats: reached, of all. */
  | Step<'delivery', 'V11', { readonly seats: number; readonly delivered: number }>
  /** NGO seats that opened the text; whether the time was extended because none had. */
  | Step<'ngo-opened', 'V11', { readonly ngoSeats: number; readonly opened: number; readonly extended: boolean }>
  /** Papers: for the one with most, for all others, blank. Not ok: two have as many. */
  | Step<'secret-count', 'V12', { readonly most: number; readonly others: number; readonly blank: number }>
  /** The text was adopted before: to decide on it again takes this besides. */
  | Step<
      'reconsideration',
      'V13',
      Comparison & { readonly majority: Majority; readonly yes: number; readonly no: number; readonly eligible: number }
    >
  | Step<'voided', 'V13', { readonly cause: VoidCause; readonly at: Instant }>
  /** What it takes to adopt over the NGO seats' objection in the second round. */
  | Step<'over-objection', 'V9', Comparison & { readonly yes: number; readonly eligible: number }>

/** `ngoSeats` are those of E′. */
type Concurrence = {
  readonly position: NgoPosition
  readonly ngoYes: number
  readonly ngoNo: number
  readonly ngoSeats: number
}

type Step<S extends string, R extends string, F> = {
  readonly step: S
  readonly rule: R
  readonly ok: boolean
  readonly facts: F
}

export type TraceStepName = TraceStep['step']
