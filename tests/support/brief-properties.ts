/** Loaded before the tests when properties shall be tried for `PROPERTY_MS` milliseconds each, and no longer. */
import * as fc from 'fast-check'

fc.configureGlobal({ interruptAfterTimeLimit: Number(process.env['PROPERTY_MS']) })
