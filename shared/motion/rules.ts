import { dayMs, digestOf, hourMs, type Digest, type Fraction } from '#shared/core'
import type { GroupKind } from '#shared/group'

/**
 * The rule set a vote runs under. Every number of the rules of procedure stands here as data, so that a group's terms
 * of reference may change it, and a vote keeps the digest of the one it was opened under: it is decided by that rule
 * set for ever, whatever the group adopts afterwards. [V1–V13, G10]
 */

/** What a motion may be about. `procedure` alone is procedural: it skips V2, the NGO floors and V9. */
export const subjectKinds = [
  'section',
  'amendment',
  'minutes',
  'plan',
  'annex',
  'ruleSet',
  'election',
  'procedure',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

export const majorities = ['SIMPLE', 'TWO_THIRDS', 'ABSOLUTE', 'TWO_THIRDS_ALL'] as const
export type Majority = (typeof majorities)[number]

/** What the opposition of the NGO seats does to a motion that has its majority. [V9] */
export const ngoPolicies = ['NONE', 'VISIBLE_ONLY', 'SUSPENSIVE', 'VETO'] as const
export type NgoPolicy = (typeof ngoPolicies)[number]

/** How the NGO seats stand to a motion: at least as many for as against, more against, or neither. [V9] */
export type NgoPosition = 'CONCUR' | 'OPPOSED' | 'SILENT'

export type RuleSet = {
  /** The edition whose meaning the fields have. Another meaning is another edition, never another reading. */
  readonly edition: 'NWG-ROP/1'
  /** NGO seats in the electorate without which no substantive vote opens: a count of seats. [V2] */
  readonly ngoMinimum: number
  /** More than (not: at least) this share of the seats must take part. [V6, V7] */
  readonly quorumMoreThan: Fraction
  /** At least this share of the NGO seats must take part, rounded up to whole seats. [V6, V7] */
  readonly ngoQuorumAtLeast: Fraction
  readonly majority: { readonly [Kind in SubjectKind]: Majority }
  readonly ngoPolicy: NgoPolicy
  /** How often the deadline of one vote may be put later. [V5] */
  readonly extensions: number
  /** Notice that names the second call, before a vote is opened in it. [V6] */
  readonly secondCallNoticeMs: number
  /** Between a tie and the one new vote on the same digest. [V8] */
  readonly tieRestMs: number
  /** For reconciliation after the NGO seats opposed, unless it is recorded as reached earlier. [V9] */
  readonly reconciliationMs: number
  /** How long the NGO seats are heard alone when none of them took a position. [V9] */
  readonly ngoHoldMs: number
  /** At least so long a silence procedure runs. [V11] */
  readonly silenceMs: number
  /** By how much it is extended, once, when no NGO seat has opened the text. [V11] */
  readonly silenceExtensionMs: number
  /** From so many ballots on, a constituency's part of a secret ballot is shown. [V12] */
  readonly secretSplitFrom: number
  /** Besides its own majority, what it takes to decide again on a text that was adopted before. [V13] */
  readonly reconsideration: Majority
  /** How long the NGO seats have for their dissent before a text adopted over it is certified without. */
  readonly dissentMs: number
}

/** NWG-ROP/1 as a group has it until its terms of reference say otherwise. The kinds differ in V2 only. */
export function defaultRuleSet(groupKind: GroupKind): RuleSet {
  return {
    edition: 'NWG-ROP/1',
    ngoMinimum: groupKind === 'nwg' ? 2 : 1,
    quorumMoreThan: { numerator: 1, denominator: 2 },
    ngoQuorumAtLeast: { numerator: 1, denominator: 3 },
    majority: {
      section: 'SIMPLE',
      amendment: 'SIMPLE',
      minutes: 'SIMPLE',
      plan: 'TWO_THIRDS',
      annex: 'TWO_THIRDS',
      ruleSet: 'TWO_THIRDS_ALL',
      election: 'SIMPLE',
      procedure: 'SIMPLE',
    },
    ngoPolicy: 'SUSPENSIVE',
    extensions: 1,
    secondCallNoticeMs: 7 * dayMs,
    tieRestMs: 24 * hourMs,
    reconciliationMs: 14 * dayMs,
    ngoHoldMs: 7 * dayMs,
    silenceMs: 72 * hourMs,
    silenceExtensionMs: 72 * hourMs,
    secretSplitFrom: 3,
    reconsideration: 'TWO_THIRDS',
    dissentMs: 5 * dayMs,
  }
}

export function ruleSetDigest(rules: RuleSet): Digest {
  return digestOf(rules)
}

/** Derived from the subject and not a setting: nobody can put a text to the vote past the NGO rules by ticking a box. */
export function isProcedural(kind: SubjectKind): boolean {
  return kind === 'procedure'
}

const concurrenceAsked = {
  section: true,
  amendment: false,
  minutes: false,
  plan: true,
  annex: true,
  ruleSet: true,
  election: false,
  procedure: false,
} as const satisfies Record<SubjectKind, boolean>

/** Whether V9 is looked at for this kind of subject: for every text that binds. An amendment binds nothing until the text is adopted. */
export function asksConcurrence(kind: SubjectKind): boolean {
  return concurrenceAsked[kind]
}
