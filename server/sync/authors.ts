/**
 * Whose a client number is. [A5]
 *
 * Every insertion in a Yjs text carries the number of the client that made it. The first person whose connection writes
 * with a number has it for good, in this text; whoever else writes under it is refused. Numbers of the server's own text
 * belong to nobody, so no person can write under them. A binding is stored in the transaction that stores the text.
 */
import type { PersonId } from '#shared/core'

export class Authors {
  readonly #bound: Map<number, PersonId | null>
  readonly #countOf = new Map<PersonId, number>()
  /** Used for the first time in the batch that is under way. */
  readonly #fresh = new Map<number, PersonId>()

  constructor(bound: ReadonlyMap<number, PersonId | null>) {
    this.#bound = new Map(bound)
    for (const personId of bound.values()) this.#count(personId)
  }

  /** @returns `undefined` for a number that nobody has written with */
  ownerOf(client: number): PersonId | null | undefined {
    const bound = this.#bound.get(client)
    return bound === undefined ? this.#fresh.get(client) : bound
  }

  isAnothers(client: number, personId: PersonId): boolean {
    const owner = this.ownerOf(client)
    return owner !== undefined && owner !== personId
  }

  /** Binds a number that nobody has; one that is bound stays as it is. */
  bind(client: number, personId: PersonId): void {
    if (this.ownerOf(client) === undefined) this.#fresh.set(client, personId)
  }

  /** What the batch that is under way binds. */
  fresh(): ReadonlyMap<number, PersonId> {
    return this.#fresh
  }

  /** How many numbers somebody has, the batch that is under way not counted. */
  countOf(personId: PersonId): number {
    return this.#countOf.get(personId) ?? 0
  }

  #count(personId: PersonId | null): void {
    if (personId !== null) this.#countOf.set(personId, this.countOf(personId) + 1)
  }

  stored(): void {
    for (const [client, personId] of this.#fresh) {
      this.#bound.set(client, personId)
      this.#count(personId)
    }
    this.#fresh.clear()
  }

  notStored(): void {
    this.#fresh.clear()
  }
}
