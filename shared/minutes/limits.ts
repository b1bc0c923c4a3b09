/** Longest statement for the minutes, in characters: a page, read aloud in four minutes. */
export const statementLimit = 4_000
/** Statements of one seat under one item: each is a page. */
export const statementsPerItem = 5
/** Statements of one seat in one meeting. */
export const statementsPerMeeting = 20
/** Shortest part of a statement that counts as quoted from it, in characters: less stands in any text. */
export const ownQuoteMinimum = 12
/** Longest passage that a correction quotes, or proposes in its place, in characters. */
export const correctionLimit = 4_000
/** Longest reason for a correction or for refusing one, in characters. */
export const correctionReasonLimit = 1_000
/** Longest erratum, in characters. */
export const erratumLimit = 10_000
/** Persons appointed to write the minutes of one meeting. */
export const minuteTakersLimit = 20
