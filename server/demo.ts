import { run } from './run.ts'

/** The same server with a demonstration workspace in its own data folder. */
await run({ ...process.env, PLENARY_DEMO: '1' })
