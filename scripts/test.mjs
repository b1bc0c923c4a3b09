import { browser, checks, integration, runStages } from './steps.mjs'

await runStages([checks(), integration, browser])
