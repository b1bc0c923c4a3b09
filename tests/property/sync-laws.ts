/**
 * What must hold at every moment of a run, held against the log as it grows:
 *
 * - nobody receives a struct or a deletion that is not in the log;
 * - what is acknowledged is in the log;
 * - an entry has the persons who wrote and deleted it, all of them with the right to at its commit; [A5, G8]
 * - the hash told at rest is that of the log.
 */
import * as Y from 'yjs'
import { asId, type PersonId } from '#shared/core'
import { restHash } from '#shared/wire'
import type { DocumentRight } from '#server/sync'
import { decodeContributions, type Deletions } from '../../server/sync/contributions.ts'
import { applyUpdates } from '../../server/sync/text-update.ts'

export interface WrittenEntry {
  readonly seq: number
  readonly personId: PersonId | null
  readonly bytes: Uint8Array
  readonly contributions: Uint8Array | null
}

type Rights = ReadonlyMap<PersonId, DocumentRight | null>
type Decoded = ReturnType<typeof Y.decodeUpdate>

export class Laws {
  readonly truth = new Y.Doc()
  /** The same, with what was deleted still in its place. */
  readonly #archive = new Y.Doc({ gc: false })
  readonly entries: WrittenEntry[] = []
  /** Whose a client number is, as the pages were opened. */
  readonly ownerOf = new Map<number, PersonId>()
  readonly #rights: () => Rights
  #rightsAtCommit: Rights = new Map()
  /** What each person deleted on a page, by client and clock. */
  readonly #deletedBy = new Map<PersonId, Set<string>>()

  constructor(rights: () => Rights) {
    this.#rights = rights
  }

  get lastSeq(): number {
    return this.entries.at(-1)?.seq ?? 0
  }

  clientOpened(client: number, personId: PersonId): void {
    this.ownerOf.set(client, personId)
  }

  changedBy(personId: PersonId, update: Uint8Array): void {
    const deleted = this.#deletedBy.get(personId) ?? new Set()
    this.#deletedBy.set(personId, deleted)
    for (const name of deletionsOf(Y.decodeUpdate(update))) deleted.add(name)
  }

  committing(): void {
    this.#rightsAtCommit = this.#rights()
  }

  entryWritten(entry: WrittenEntry): void {
    this.entries.push(entry)
    applyUpdates(this.truth, [entry.bytes])
    applyUpdates(this.#archive, [entry.bytes])
    if (this.truth.store.pendingStructs || this.truth.store.pendingDs) {
      throw new Error('the log builds on what is not in it')
    }
    if (entry.personId !== null) this.#checkPersons(entry, entry.personId, Y.decodeUpdate(entry.bytes))
  }

  #checkPersons(entry: WrittenEntry, personId: PersonId, update: Decoded): void {
    const contributions = entry.contributions
      ? decodeContributions(entry.contributions, text => asId<PersonId>(text))
      : [{ personId, deletions: update.ds.clients }]
    const named = contributions.map(contribution => contribution.personId)
    const writers = new Set<PersonId>()
    for (const { id } of update.structs) {
      const owner = this.ownerOf.get(id.client)
      if (owner === undefined) throw new Error(`nobody writes as ${id.client}`)
      writers.add(owner)
    }
    const attributed: string[] = []
    for (const { personId, deletions } of contributions) {
      const deleted = deletionsOf({ ds: { clients: deletions } })
      attributed.push(...deleted)
      if (deleted.length > 0) writers.add(personId)
      for (const name of deleted) {
        if (!this.#isDoingOf(personId, name, deletions)) throw new Error(`${personId} did not delete ${name}`)
      }
    }
    same('persons of an entry', new Set(named), writers)
    same('deletions of an entry', attributed.toSorted(), deletionsOf(update).toSorted())
    if (named.at(-1) !== personId && !named.includes(personId)) throw new Error('the last writer is not named')
    for (const person of named) {
      if (this.#rightsAtCommit.get(person)?.access !== 'edit') throw new Error(`${person} wrote without the right`)
    }
  }

  /**
   * On a page of theirs, or by what they did there: with a paragraph go the words that somebody else is putting into it,
   * and an entry of a map goes when another takes its place.
   */
  #isDoingOf(personId: PersonId, name: string, deletions: Deletions): boolean {
    const [client, clock] = placeOf(name)
    if (this.ownerOf.get(client) === personId || this.#deletedBy.get(personId)?.has(name)) return true
    const item = itemAt(this.#archive, client, clock)
    if (item && item.parentSub !== null) return true
    // Gone before it was ever stored, and with it where it stood.
    if (!item || item.content instanceof Y.ContentDeleted) return deletionsOf({ ds: { clients: deletions } }).length > 1
    const around = item.parent instanceof Y.AbstractType ? item.parent._item : null
    return around !== null && this.#isDoingOf(personId, `${around.id.client} ${around.id.clock}`, deletions)
  }

  shown(to: string, bytes: Uint8Array): void {
    this.#mustBeThere(`${to} was shown`, Y.decodeUpdate(bytes), false)
  }

  acknowledged(to: string, updates: readonly Uint8Array[], mayWrite: boolean): void {
    for (const bytes of updates) this.#mustBeThere(`${to} was told of as stored`, Y.decodeUpdate(bytes), !mayWrite)
  }

  #mustBeThere(what: string, { structs, ds }: Decoded, isReader: boolean): void {
    for (const { id, length } of structs) {
      if (id.clock + length > Y.getState(this.truth.store, id.client)) {
        throw new Error(`${what} ${id.client} ${id.clock}+${length}, which is not in the log`)
      }
    }
    for (const name of deletionsOf({ ds })) {
      const [client, clock] = placeOf(name)
      const item = itemAt(this.truth, client, clock)
      if (isIn(this.truth, client, clock) && (item === null || item.deleted)) continue
      // A page that only reads tidies marks without effect for itself.
      if (isReader && item?.content instanceof Y.ContentFormat) continue
      throw new Error(`${what} the deletion of ${name}, which is not in the log`)
    }
  }

  toldToRest(seq: number, hash: string): void {
    if (seq !== this.lastSeq) return
    same('hash at rest', hash, restHash(this.truth))
  }
}

function deletionsOf({
  ds,
}: {
  readonly ds: { readonly clients: ReadonlyMap<number, readonly { clock: number; len: number }[]> }
}): string[] {
  const names: string[] = []
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      for (let at = clock; at < clock + len; at++) names.push(`${client} ${at}`)
    }
  }
  return names
}

function placeOf(name: string): [number, number] {
  const [client = 0, clock = 0] = name.split(' ').map(Number)
  return [client, clock]
}

function isIn(doc: Y.Doc, client: number, clock: number): boolean {
  return clock < Y.getState(doc.store, client)
}

function itemAt(doc: Y.Doc, client: number, clock: number): Y.Item | null {
  if (!isIn(doc, client, clock)) return null
  const structs = doc.store.clients.get(client) ?? []
  const struct = structs[Y.findIndexSS(structs, clock)]
  return struct instanceof Y.Item ? struct : null
}

export function same(what: string, found: unknown, expected: unknown): void {
  const [a, b] = [found, expected].map(value => JSON.stringify(value instanceof Set ? [...value].sort() : value))
  if (a !== b) throw new Error(`${what}: found ${a}, expected ${b}`)
}
