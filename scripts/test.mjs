import { browserSteps, checkSteps, runSteps } from './steps.mjs'

runSteps([...checkSteps, ...browserSteps])
