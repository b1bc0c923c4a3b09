/** Node takes no loader from the command line into a thread: one that runs from the sources registers it first. */
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(workerData)
