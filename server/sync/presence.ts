/**
 * Who is here: one room's awareness states.
 *
 * A client's number belongs to the connection that first announced it and, after that, to the same person (a laptop that
 * comes back before its old socket is known to be dead). Name and organisation are the session's, whatever the client
 * says; the client supplies its cursor and a colour. An unmodified provider sends back every state it hears of, its own
 * or not: what is not newer than what was sent out is such an echo and is passed over; a newer state under another
 * person's number is a forgery.
 *
 * Clocks sent out start at one and only grow. A client's own starts at nought, which y-protocols' receivers pass over, and
 * after a reconnection it goes on from where it was, which they would take for an echo.
 */
import type { PersonId } from '#shared/core'
import type { SyncIdentity } from './access.ts'
import { writePresence, type PresenceEntry } from './frames.ts'

/** What a presence belongs to. */
export interface Attendee {
  readonly identity: SyncIdentity
}

interface Presence {
  readonly personId: PersonId
  /** None once the connection has gone: the number stays the person's. */
  readonly holder: Attendee | null
  /** As the client counts. */
  readonly clock: number
  /** As it was sent out. */
  readonly sentClock: number
  readonly state: string
}

const absent = 'null'
const colour = /^#[0-9a-f]{6}$/i
/** Numbers of those who have left that a room remembers. */
const rememberedLimit = 10_000

export class PresenceList {
  readonly #presences = new Map<number, Presence>()
  readonly #numberOf = new Map<Attendee, number>()
  readonly #stateBytes: number

  /** @param stateBytes the most that one state may hold, as JSON */
  constructor(stateBytes: number) {
    this.#stateBytes = stateBytes
  }

  /**
   * Takes a frame whole or not at all.
   *
   * @returns the frame for the others, null when it told nothing new, or `refused`: a forged number, or a state that is
   *   not JSON or too long
   */
  take(from: Attendee, entries: readonly PresenceEntry[]): Uint8Array | null | 'refused' {
    const own: PresenceEntry[] = []
    for (const entry of entries) {
      if (entry.state.length > this.#stateBytes) return 'refused'
      const standing = this.#standing(from, entry)
      if (standing === 'forged') return 'refused'
      if (standing === 'own') own.push(entry)
    }
    const entry = own.at(-1)
    if (!entry) return null
    const state = stamp(entry.state, from.identity)
    if (state === null || Buffer.byteLength(state) > this.#stateBytes) return 'refused'
    return writePresence([this.#hold(from, entry, state)])
  }

  #standing(from: Attendee, entry: PresenceEntry): 'own' | 'echo' | 'forged' {
    const held = this.#numberOf.get(from)
    const known = this.#presences.get(entry.clientId)
    if (held === entry.clientId && known?.holder === from)
      return entry.clock > known.clock || entry.state === absent ? 'own' : 'echo'
    const samePerson = !known || known.personId === from.identity.personId
    if (samePerson && entry.state !== absent && (held === undefined || held === entry.clientId)) return 'own'
    // Another tab of the same person relays what it heard beside the server; nobody removes anybody else.
    if (samePerson || entry.state === absent || entry.clock <= known.sentClock) return 'echo'
    return 'forged'
  }

  #hold(from: Attendee, entry: PresenceEntry, state: string): PresenceEntry {
    const known = this.#presences.get(entry.clientId)
    const sentClock = Math.max(entry.clock, known ? known.sentClock + 1 : 1)
    this.#numberOf.set(from, entry.clientId)
    const { clock } = entry
    this.#presences.set(entry.clientId, { personId: from.identity.personId, holder: from, clock, sentClock, state })
    return { clientId: entry.clientId, clock: sentClock, state }
  }

  /** @returns the frame that tells the others, or null when they had not seen this one */
  leave(from: Attendee): Uint8Array | null {
    const clientId = this.#numberOf.get(from)
    this.#numberOf.delete(from)
    const known = clientId === undefined ? undefined : this.#presences.get(clientId)
    if (clientId === undefined || known?.holder !== from) return null
    const sentClock = known.sentClock + 1
    const seen = known.state !== absent
    // Taken out and put back, so that the map's order is the order of leaving.
    this.#presences.delete(clientId)
    this.#presences.set(clientId, { ...known, holder: null, sentClock, state: absent })
    this.#forget()
    return seen ? writePresence([{ clientId, clock: sentClock, state: absent }]) : null
  }

  #forget(): void {
    if (this.#presences.size <= rememberedLimit) return
    for (const [clientId, presence] of this.#presences) {
      if (presence.holder === null) {
        this.#presences.delete(clientId)
        return
      }
    }
  }

  /** @returns everybody who is here, for somebody who has just come; null in an empty room */
  everybody(): Uint8Array | null {
    const entries: PresenceEntry[] = []
    for (const [clientId, { sentClock, state }] of this.#presences) {
      if (state !== absent) entries.push({ clientId, clock: sentClock, state })
    }
    return entries.length > 0 ? writePresence(entries) : null
  }
}

/** @returns the state under the session's name, or null when it is not a JSON object */
function stamp(state: string, identity: SyncIdentity): string | null {
  if (state === absent) return absent
  const claimed = parseObject(state)
  if (!claimed) return null
  const { personId, name, organisation } = identity
  const said = isObject(claimed['user']) ? claimed['user']['color'] : undefined
  const user = {
    personId,
    name,
    organisation,
    ...(typeof said === 'string' && colour.test(said) ? { color: said } : {}),
  }
  return JSON.stringify('cursor' in claimed ? { user, cursor: claimed['cursor'] } : { user })
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
