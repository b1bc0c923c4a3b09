/** Most UTF-16 units of a memorandum's reference. */
export const memorandumReferenceLimit = 200
/** Most UTF-16 units of the reason why one was ended. */
export const memorandumReasonLimit = 500
