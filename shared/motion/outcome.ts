/** What `decide` can find. Nobody types one. */
export const outcomes = [
  /** Nothing has closed the vote yet. */
  'OPEN',
  /** The group lacks NGO seats: the vote could not have opened. [V2] */
  'BLOCKED_COMPOSITION',
  /** Too few seats present at opening. [V6] */
  'NO_QUORUM_OPEN',
  /** Another version of the subject was adopted in the meantime. [V4] */
  'STALE_BASE',
  /** Too few seats took part: not a rejection, the motion may be put again. [V7] */
  'NO_QUORUM',
  'NOT_ADOPTED',
  /** One new vote on the same digest may follow. [V8] */
  'TIE',
  /** The NGO seats opposed: reconciliation, then a second round. [V9] */
  'RETURNED',
  /** The NGO seats took no position and are heard alone. [V9] */
  'HELD_NGO_SILENT',
  'ADOPTED',
  /** In the second round; the dissent is printed with the text. [V9] */
  'ADOPTED_OVER_NGO_OBJECTION',
  'ADOPTED_NGO_SILENT',
  /** A seat blocked: the chair may call a vote. [V10] */
  'NO_CONSENSUS',
  /** Not every seat was reached. [V11] */
  'VOID_NOTICE',
  /** An objection or an amendment broke the silence. [V11] */
  'BROKEN',
  /** No NGO seat opened the text, not even in the time added. [V11] */
  'TERMINATED',
  'ADOPTED_BY_SILENCE',
  /** For a listed cause, by chair and Secretariat together. [V13] */
  'VOIDED',
] as const
export type Outcome = (typeof outcomes)[number]

export type AdoptedOutcome = Extract<Outcome, `ADOPTED${string}`>

/** Whether the text is adopted, in whichever way. */
export function isAdopted(outcome: Outcome): outcome is AdoptedOutcome {
  return outcome.startsWith('ADOPTED')
}

/**
 * Adopted over the objection of the NGO seats, the text is adopted, and waits: until chair and Secretariat certify the
 * outcome, which takes each dissent, its waiver or the end of the time for it, nothing is endorsed on it and nothing comes
 * into force by it. [V9, E5]
 */
export function awaitsCertification({
  outcome,
  certifiedAt,
}: {
  readonly outcome: Outcome | null
  readonly certifiedAt: number | null
}): boolean {
  return outcome === 'ADOPTED_OVER_NGO_OBJECTION' && certifiedAt === null
}

/** Whether the vote has an outcome that it keeps: neither still open nor held. */
export function isFinal(outcome: Outcome): boolean {
  return outcome !== 'OPEN' && outcome !== 'HELD_NGO_SILENT'
}
