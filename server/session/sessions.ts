/**
 * Sessions. Signing in always makes a new token (256 bits, random), so that a token planted in a browser beforehand is
 * worth nothing; the browser's earlier session ends with it. A session ends after 30 days, or after 7 without a visit;
 * one that a suspension ends is kept until then, so that whoever comes with it is told why.
 */
import { err, minuteMs, ok, sha256Hex, type Instant, type PersonId, type Result } from '#shared/core'
import type { Problem } from '#shared/problem'
import type { Identify, Visitor } from '#server/http'
import { loadActor } from '#server/group'
import { announceChange, deleteSessionsOf } from '#server/people'
import { appendRecord } from '#server/record'
import type { Tx } from '#server/db'
import type { Deps } from '../deps.ts'
import { tokenIn } from './cookie.ts'
import { sessionAbsoluteMs, sessionIdleMs } from './lifetime.ts'
import {
  deleteOverSessions,
  deleteSession,
  findSession,
  insertSession,
  listSessions,
  updateLastSeen,
  type Session,
  type SignInMethod,
} from './store.ts'

/** A visit is noted at most this often: a write for every request would be too dear. */
const lastSeenEveryMs = 5 * minuteMs
const userAgentKept = 200

/** The browser that signs in. */
export interface Device {
  readonly userAgent: string
  /** Hash of the session this browser had before, if any. */
  readonly previousHash: string | null
}

export interface NewSession {
  readonly token: string
  /** Hashes that ended with it; announce them after the commit. */
  readonly ended: readonly string[]
}

export async function startSession(
  tx: Tx,
  deps: Deps,
  personId: PersonId,
  method: SignInMethod,
  device: Device,
): Promise<NewSession> {
  const now = deps.now()
  await deleteOverSessions(tx, now, now - sessionIdleMs)
  const ended =
    device.previousHash !== null && (await deleteSession(tx, device.previousHash)) ? [device.previousHash] : []
  const token = deps.newSecret()
  await insertSession(tx, {
    tokenHash: sha256Hex(token),
    personId,
    method,
    userAgent: device.userAgent.slice(0, userAgentKept),
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + sessionAbsoluteMs,
    suspendedAt: null,
  })
  return { token, ended }
}

const stranger: Visitor = { identity: null, shutOut: null }

/**
 * Who asks, by the session cookie: offices and seats are read afresh each time, never kept from the sign-in. A session
 * that a suspension has ended tells whose it was for as long as that lasts, and gives nobody anything again.
 */
export function identify(deps: Deps): Identify {
  return async cookieHeader => {
    const token = tokenIn(cookieHeader)
    if (token === null) return stranger
    const found = await findSession(deps.read, sha256Hex(token))
    const now = deps.now()
    if (!found || isOver(found.session, now)) return stranger
    const { session, person, organisation } = found
    if (person.suspendedAt !== null) {
      return { identity: null, shutOut: { personId: person.id, sessionHash: session.tokenHash } }
    }
    if (session.suspendedAt !== null) return stranger
    if (now - session.lastSeenAt >= lastSeenEveryMs) {
      await deps.transaction(tx => updateLastSeen(tx, session.tokenHash, now))
    }
    const identity = {
      personId: person.id,
      name: person.name,
      organisation,
      sessionHash: session.tokenHash,
      actor: await loadActor(deps.read, person.id, now),
    }
    return { identity, shutOut: null }
  }
}

/** The person's own devices. */
export async function readSessions(deps: Deps, personId: PersonId): Promise<readonly Session[]> {
  const now = deps.now()
  return listSessions(deps.read, personId, now, now - sessionIdleMs)
}

/** Ends one session of one's own. `not-found`: none, or another person's. */
export async function endSession(deps: Deps, personId: PersonId, tokenHash: string): Promise<Result<void, Problem>> {
  const ended = await deps.transaction(tx => deleteSession(tx, tokenHash, personId))
  if (!ended) return err({ type: 'not-found' })
  announceEnded(deps, [tokenHash])
  return ok()
}

/** Signs out on every device. */
export async function endEverywhere(deps: Deps, personId: PersonId): Promise<void> {
  const ended = await deps.transaction(async tx => {
    const hashes = await deleteSessionsOf(tx, personId)
    await appendRecord(tx, deps, { act: 'session.endedEverywhere', actor: personId, subject: personId })
    return hashes
  })
  announceEnded(deps, ended)
  announceChange(deps, personId)
}

/** Tells sockets of these sessions to close. */
export function announceEnded(deps: Pick<Deps, 'bus'>, sessionHashes: readonly string[]): void {
  if (sessionHashes.length > 0) deps.bus.publish({ type: 'sessionsEnded', sessionHashes })
}

function isOver(session: Session, now: Instant): boolean {
  return now >= session.expiresAt || now - session.lastSeenAt >= sessionIdleMs
}
