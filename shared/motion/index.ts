export type { MotionProblem } from './problems.ts'
