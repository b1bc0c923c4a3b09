/** The only reader of the environment. */
import { isIP } from 'node:net'
import { resolve } from 'node:path'

export interface Config {
  readonly host: string
  readonly port: number
  /** Everything the server keeps is below it. */
  readonly dataFolder: string
  /** Public address: scheme, host and port, without a slash at the end. Origin checks, links and passkeys go by it. */
  readonly origin: string
  /** The demonstration workspace's password, when this is one. */
  readonly demoPassword: string | null
  /** Rate and connection limits on. Off for measurements on loopback only. */
  readonly limits: boolean
}

export type ConfigOutcome =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly sentence: string }

const known = ['PLENARY_DATA', 'PLENARY_ORIGIN', 'PLENARY_DEMO', 'PLENARY_DEMO_PASSWORD', 'PLENARY_LIMITS']

/** Reads and checks; an unknown or malformed value stops the start with one sentence. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, folder: string): ConfigOutcome {
  for (const name of Object.keys(env)) {
    if (name.startsWith('PLENARY_') && !known.includes(name)) {
      return refuse(`${name} is not a setting of Plenary; the settings are ${known.join(', ')}.`)
    }
  }
  const portText = env['PORT'] ?? '8080'
  const port = Number(portText)
  if (!/^\d{1,5}$/.test(portText) || port > 65535) return refuse('PORT must be a whole number from 0 to 65535.')
  const host = env['HOST'] ?? '127.0.0.1'
  if (host !== 'localhost' && isIP(host) === 0) return refuse('HOST must be an IP address or localhost.')
  const demo = env['PLENARY_DEMO'] ?? '0'
  if (demo !== '0' && demo !== '1') return refuse('PLENARY_DEMO must be 1 (demonstration workspace) or 0.')
  if (demo === '1' && !isLoopback(host)) {
    return refuse(
      'The demonstration workspace has a known password and is served on loopback only: set HOST to 127.0.0.1.',
    )
  }
  const limits = env['PLENARY_LIMITS'] ?? 'on'
  if (limits !== 'on' && limits !== 'off') return refuse('PLENARY_LIMITS must be on or off.')
  if (limits === 'off' && !isLoopback(host)) return refuse('PLENARY_LIMITS=off is for measurements on loopback only.')
  const demoPassword = env['PLENARY_DEMO_PASSWORD'] ?? 'demonstration'
  if (demoPassword.length < 8) return refuse('PLENARY_DEMO_PASSWORD must have at least 8 characters.')
  const origin = env['PLENARY_ORIGIN'] ?? defaultOrigin(host, port)
  if (!isOrigin(origin)) {
    return refuse('PLENARY_ORIGIN must be the public address alone, such as https://plan.example.org, without a path.')
  }
  if (env['PLENARY_DATA']?.trim() === '') return refuse('PLENARY_DATA must name a folder; leave it out for ./data.')
  const dataFolder = resolve(folder, env['PLENARY_DATA'] ?? (demo === '1' ? './demo-data' : './data'))
  return {
    ok: true,
    config: {
      host,
      port,
      dataFolder,
      origin,
      demoPassword: demo === '1' ? demoPassword : null,
      limits: limits === 'on',
    },
  }
}

function refuse(sentence: string): ConfigOutcome {
  return { ok: false, sentence }
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

// Passkeys need a host name: browsers take `localhost` as one, and no IP address.
function defaultOrigin(host: string, port: number): string {
  return `http://${isLoopback(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.origin === text
}
