/** Longest title of a section, in characters: it stays on two lines of a printed page. */
export const sectionTitleLimit = 160
/** Longest reason for waiving a section, in characters. */
export const waiveReasonLimit = 1_000
/** Longest reason for closing a text for writing, in characters: it is read above the text each time. */
export const closeReasonLimit = 500
