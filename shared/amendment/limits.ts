/** Longest quoted passage, and longest words in its place, in characters. */
export const passageLimit = 4_000
/** Passages that one amendment changes: one thought, voted on as one. */
export const changesLimit = 20
/** Longest reason, in characters. */
export const amendmentReasonLimit = 1_000
