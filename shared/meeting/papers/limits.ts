/** Bytes of one file: a scanned decree of a hundred pages, not a film. */
export const fileLimitBytes = 25 * 1024 * 1024

/** Papers that one item may have at a time. */
export const paperLimit = 20

/** Characters of a file's name, its ending among them. */
export const fileNameLimit = 120
