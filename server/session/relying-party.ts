/**
 * A passkey belongs to a host name, the relying party's id. Ours is the public address's; beside it a loopback name is
 * taken, so that a server on one's own machine works under `localhost`. An IP address cannot be one.
 */
import { isIP } from 'node:net'
import type { Config } from '../config.ts'
import { isLoopback } from '../config.ts'

export interface RelyingParty {
  readonly id: string
  /** What the browser must report as the page's origin. */
  readonly origin: string
}

/** @param origin the request's Origin header @returns null where passkeys cannot work at this address */
export function relyingPartyOf(config: Pick<Config, 'origin'>, origin: string | undefined): RelyingParty | null {
  const given = origin ?? config.origin
  if (!URL.canParse(given)) return null
  const { hostname } = new URL(given)
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return null
  return given === config.origin || isLoopback(hostname) ? { id: hostname, origin: given } : null
}
