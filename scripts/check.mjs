/** The quick part: a property is tried for a moment only, and `npm test` does the rest. */
import { checks, runStages } from './steps.mjs'

await runStages([checks({ PROPERTY_MS: '200' })])
