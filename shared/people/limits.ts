/** Most UTF-16 units of each text; forms show them, the server holds them. */
export const personNameLimit = 120
export const emailLimit = 254
export const organisationNameLimit = 160
/** The act of appointment, as cited: title, number, date. */
export const appointmentActLimit = 300
export const passkeyNameLimit = 60
export const workspaceNameLimit = 160
export const countryLimit = 80

/** NIST SP 800-63B asks for 8 or more; longer, because nothing else is demanded of it. */
export const passwordMinimum = 12
/** Keeps the hashing of a hostile megabyte away. */
export const passwordLimit = 200
