import { checks, runStages } from './steps.mjs'

await runStages([checks])
