export { createThreads, type ThreadProblem, type Threads } from './pool.ts'
export { serveTasks } from './serve.ts'
