import { dayMs } from '#shared/core'

/** A session ends this long after signing in, however much it is used. */
export const sessionAbsoluteMs = 30 * dayMs
/** A session ends this long after the last visit. */
export const sessionIdleMs = 7 * dayMs
