/** What the measured meeting's server and its driver agree on. */
export const demoPassword = 'demonstration'

/** Bytes by which a page knows a floor from a hint. */
export const floorStart = Buffer.from('{"topic":"floor"')
