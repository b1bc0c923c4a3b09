/** A thread that does what threads are not to do. */
import { serveTasks } from '#server/threads'

export const oddTasks = {
  double: (input: number) => input * 2,
  hang: (input: SharedArrayBuffer) => {
    // Says that it has begun.
    Atomics.store(new Int32Array(input), 0, 1)
    for (;;) Atomics.add(new Int32Array(input), 0, 1)
  },
  leave: (input: number) => process.exit(input),
  fail: (input: string) => {
    throw new Error(input)
  },
}

serveTasks(oddTasks)
