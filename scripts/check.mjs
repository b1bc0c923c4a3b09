import { checkSteps, runSteps } from './steps.mjs'

runSteps(checkSteps)
