/**
 * Who is here: one room's awareness states.
 *
 * A client's number belongs to the connection that first announced it and, after that, to the same person (a laptop that
 * comes back before its old socket is known to be dead); a number that somebody has written text with is theirs here too.
 * Name and organisation are the session's, whatever the client says; the client supplies its cursor and a colour. An
 * unmodified provider sends back every state it hears of, its own or not: what is not newer than what was sent out is such
 * an echo and is passed over; a newer state under another person's number is a forgery.
 *
 * What is said is noted and told later, all together (`tell`): of a client that speaks a thousand times a second only the
 * last word is read.
 *
 * Clocks sent out start at one and only grow. A client's own starts at nought, which y-protocols' receivers pass over, and
 * after a reconnection it goes on from where it was, which they would take for an echo. For that reason nobody is told of
 * their own state: the clock that was sent out would overtake their own.
 */
import type { PersonId } from '#shared/core'
import type { SyncIdentity } from './access.ts'
import { writePresence, type PresenceEntry, type WireFrame } from './frames.ts'

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
  /** As the client said it, and not told yet. */
  readonly said: string | null
  /** As it is shown. */
  readonly state: string
}

export interface Told {
  /** What this one is to be told: all of it, but for what they said themselves. */
  frameFor(attendee: Attendee): WireFrame | null
  /** Those whose state is not what a state is. */
  readonly refused: readonly Attendee[]
}

const absent = 'null'
const colour = /^#[0-9a-f]{6}$/i
/** Numbers of those who have left that a room remembers. */
const rememberedLimit = 10_000

export class PresenceList {
  readonly #presences = new Map<number, Presence>()
  readonly #numberOf = new Map<Attendee, number>()
  readonly #untold = new Set<number>()
  readonly #stateBytes: number
  readonly #writerOf: (clientId: number) => PersonId | null | undefined

  /**
   * @param stateBytes the most that one state may hold, as JSON
   * @param writerOf whose text a client's number stands under; undefined when nobody's
   */
  constructor(stateBytes: number, writerOf: (clientId: number) => PersonId | null | undefined = () => undefined) {
    this.#stateBytes = stateBytes
    this.#writerOf = writerOf
  }

  get hasUntold(): boolean {
    return this.#untold.size > 0
  }

  /**
   * Notes a frame whole or not at all.
   *
   * @returns `refused` for a forged number or a state that is too long
   */
  take(from: Attendee, entries: readonly PresenceEntry[]): 'noted' | 'refused' {
    const own: PresenceEntry[] = []
    for (const entry of entries) {
      if (entry.state.length > this.#stateBytes) return 'refused'
      const standing = this.#standing(from, entry)
      if (standing === 'forged') return 'refused'
      if (standing === 'own') own.push(entry)
    }
    const entry = own.at(-1)
    if (entry) this.#hold(from, entry)
    return 'noted'
  }

  #standing(from: Attendee, entry: PresenceEntry): 'own' | 'echo' | 'forged' {
    const held = this.#numberOf.get(from)
    const known = this.#presences.get(entry.clientId)
    const { personId } = from.identity
    if (held === entry.clientId && known?.holder === from)
      return entry.clock > known.clock || entry.state === absent ? 'own' : 'echo'
    const owner = known ? known.personId : this.#writerOf(entry.clientId)
    const samePerson = owner === undefined || owner === personId
    if (samePerson && entry.state !== absent && (held === undefined || held === entry.clientId)) return 'own'
    // Another tab of the same person relays what it heard beside the server; nobody removes anybody else.
    if (samePerson || entry.state === absent || (known && entry.clock <= known.sentClock)) return 'echo'
    return 'forged'
  }

  #hold(from: Attendee, { clientId, clock, state: said }: PresenceEntry): void {
    const known = this.#presences.get(clientId)
    const { sentClock, state } = known ?? { sentClock: 0, state: absent }
    this.#numberOf.set(from, clientId)
    this.#presences.set(clientId, {
      personId: from.identity.personId,
      holder: from,
      clock,
      sentClock,
      said,
      state,
    })
    this.#untold.add(clientId)
  }

  leave(from: Attendee): void {
    const clientId = this.#numberOf.get(from)
    this.#numberOf.delete(from)
    const known = clientId === undefined ? undefined : this.#presences.get(clientId)
    if (clientId === undefined || known?.holder !== from) return
    // Taken out and put back, so that the map's order is the order of leaving.
    this.#presences.delete(clientId)
    this.#presences.set(clientId, { ...known, holder: null, said: absent })
    this.#untold.add(clientId)
    this.#forget()
  }

  #forget(): void {
    if (this.#presences.size <= rememberedLimit) return
    for (const [clientId, presence] of this.#presences) {
      if (presence.holder === null && !this.#untold.has(clientId)) {
        this.#presences.delete(clientId)
        return
      }
    }
  }

  /** @returns the person who is, or was, here with this number; `undefined` for a number that nobody has announced */
  ownerOf(clientId: number): PersonId | undefined {
    return this.#presences.get(clientId)?.personId
  }

  /**
   * What was said since the last time, under the names of the sessions: those who left first, then the others in the order
   * in which they spoke.
   *
   * @param bytes after so many of states the rest is left for the next time
   */
  tell(bytes = Infinity): Told {
    let left = bytes
    const refused: Attendee[] = []
    const entries: PresenceEntry[] = []
    const speakers = new Map<Attendee, number>()
    for (const clientId of this.#inTurn()) {
      if (left <= 0) break
      this.#untold.delete(clientId)
      const presence = this.#presences.get(clientId)
      if (!presence || presence.said === null) continue
      const { holder, said, clock, sentClock } = presence
      const state = holder ? stamp(said, holder.identity) : absent
      if (holder && (state === null || Buffer.byteLength(state) > this.#stateBytes)) {
        refused.push(holder)
        this.#presences.set(clientId, { ...presence, said: null })
        continue
      }
      const shown = { clientId, clock: Math.max(clock, sentClock + 1), state: state ?? absent }
      this.#presences.set(clientId, { ...presence, said: null, state: shown.state, sentClock: shown.clock })
      // Who came and went unseen is no news.
      if (shown.state === absent && presence.state === absent) continue
      if (holder) speakers.set(holder, entries.length)
      left -= shown.state.length
      entries.push(shown)
    }
    const toOthers = entries.length > 0 ? writePresence(entries) : null
    return {
      refused,
      frameFor(attendee) {
        const own = speakers.get(attendee)
        if (own === undefined) return toOthers
        return entries.length > 1 ? writePresence(entries.toSpliced(own, 1)) : null
      },
    }
  }

  #inTurn(): readonly number[] {
    const hasLeft = (clientId: number): boolean => !this.#presences.get(clientId)?.holder
    const all = [...this.#untold]
    return [...all.filter(hasLeft), ...all.filter(clientId => !hasLeft(clientId))]
  }

  /** @returns everybody who has been shown, for somebody who has just come; null in an empty room */
  everybody(): WireFrame | null {
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
