import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '../root.ts'

/** A built server has its threads beside it; from the sources they are read as the server's own sources are. */
export function startThread({ built, source }: { readonly built: string; readonly source: URL }): Worker {
  const root = projectRoot()
  if (!import.meta.url.endsWith('.ts')) return new Worker(join(root, 'dist/server', `${built}.js`))
  return new Worker(join(root, 'server/threads/from-source.mjs'), { workerData: source.href, execArgv: [] })
}
