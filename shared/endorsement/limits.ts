/** Longest reasons for sending a plan back, in characters: two printed pages. */
export const reasonsLimit = 6_000
