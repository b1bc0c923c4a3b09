export type { CommonProblem, InputError, Problem } from './problem.ts'
