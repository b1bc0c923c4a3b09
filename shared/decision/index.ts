export { decisionLabel, searchLimit } from './label.ts'
