export { decisionLabel, searchLimit } from './label.ts'
export { isFound, parseSearch, type DecisionSearch } from './search.ts'
