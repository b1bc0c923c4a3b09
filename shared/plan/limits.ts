/** Longest title of a section, in characters: it stays on two lines of a printed page. */
export const sectionTitleLimit = 160
/** Longest reason for waiving a section, in characters. */
export const waiveReasonLimit = 1_000
