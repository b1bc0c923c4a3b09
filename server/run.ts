import { readConfig, type Config } from './config.ts'
import { createLog } from './log.ts'
import { projectRoot } from './root.ts'
import { serve } from './serve.ts'
import { StartRefusal } from './start-refusal.ts'

/** What a stop may take before the process ends all the same. Contract: exits within 10 s. */
const stopWithinMs = 8_000

/** Starts from the environment, prints the ready line, and stops on SIGTERM or SIGINT. */
export async function run(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const root = projectRoot()
  const outcome = readConfig(env, root)
  if (!outcome.ok) {
    process.stderr.write(`${outcome.sentence}\n`)
    process.exit(1)
  }
  const { config } = outcome
  const log = createLog(line => process.stderr.write(`${line}\n`), Date.now)
  const print = (line: string) => process.stdout.write(`${line}\n`)
  const server = await serve(config, { root, log, now: Date.now }).catch((error: unknown) => {
    process.stderr.write(`${startFailure(error, config)}\n`)
    process.exit(1)
  })

  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), stopWithinMs).unref()
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('stop-failed', error)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)

  if (server.setupLink !== null) {
    print('This workspace is not set up yet. The Secretariat opens this link, which works once:')
    print(`  ${server.setupLink}`)
  }
  if (config.demoPassword !== null) {
    print(`Demonstration workspace: sign in as coordinator@demo.example, password ${config.demoPassword}`)
  }
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  print(`Plenary is ready at http://${host}:${server.port}`)
}

/** One sentence for what whoever starts the server can set right; the stack for a fault of ours. */
function startFailure(error: unknown, { host, port, dataFolder }: Config): string {
  if (error instanceof StartRefusal) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : null
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use; set PORT to another.`
    case 'EADDRNOTAVAIL':
      return `${host} is no address of this machine; set HOST to one that is.`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'SQLITE_READONLY':
      return `Not permitted: choose a port above 1023, and a data folder that this user may write (${dataFolder}).`
    case 'EEXIST':
    case 'ENOTDIR':
    case 'SQLITE_CANTOPEN':
      return `${dataFolder} cannot be used as data folder; set PLENARY_DATA to another.`
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return `The database in ${dataFolder} is damaged or none of Plenary's; restore it from a backup.`
    case 'ENOSPC':
    case 'SQLITE_FULL':
      return `There is no room left for the data folder ${dataFolder}.`
    default:
      return `Plenary could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  }
}
