import { parentPort } from 'node:worker_threads'
import type { Reply, Tasks } from './pool.ts'

/** A thread's side: does what it is asked, one task after the other. */
export function serveTasks(tasks: Tasks): void {
  parentPort?.on('message', ({ name, input }: { readonly name: string; readonly input: never }) => {
    void answer(tasks[name], input).then(reply => parentPort?.postMessage(reply))
  })
}

async function answer(task: Tasks[string] | undefined, input: never): Promise<Reply> {
  try {
    if (!task) throw new Error('no such task')
    return { answer: await task(input) }
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
