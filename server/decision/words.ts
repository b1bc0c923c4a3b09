/**
 * The words of texts that were decided, as a search compares them. A text never changes under its digest, so its folded
 * form is kept once worked out: what somebody types is then looked for in memory.
 */
import { folded, type Digest } from '#shared/core'
import type { Queries } from '#server/db'
import type { MotionSubjects, NumberedDecision } from '#server/motion'

/** Texts kept: twice what one list holds. Of 20 kB each that is some 20 MB. */
const keptTexts = 1_000

/** @returns for a decision, its title and its text in folded form */
export function createDecisionWords(subjects: MotionSubjects) {
  const kept = new Map<Digest, string>()
  return async (queries: Queries, decision: NumberedDecision): Promise<string> => {
    const known = kept.get(decision.digest)
    const text = known ?? folded(await subjects[decision.subjectKind].words(queries, decision.subjectId))
    // The one used longest ago goes first.
    kept.delete(decision.digest)
    kept.set(decision.digest, text)
    if (kept.size > keptTexts) kept.delete(kept.keys().next().value ?? decision.digest)
    return `${folded(decision.title)}\n${text}`
  }
}

export type DecisionWords = ReturnType<typeof createDecisionWords>
