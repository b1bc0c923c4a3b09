/**
 * Who wrote what in a batch. [A5]
 *
 * What is committed together is one update. Insertions name their author by the client number, which is bound to a person
 * (authors.ts); deletions do not, so a batch of several persons carries the deletions of each beside it.
 */
import type { PersonId } from '#shared/core'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

export interface DeletedRange {
  readonly clock: number
  readonly len: number
}

/** Deleted ranges by the client whose text they were. */
export type Deletions = ReadonlyMap<number, readonly DeletedRange[]>

export interface Contribution {
  readonly personId: PersonId
  readonly deletions: Deletions
}

/** `[varUint persons, (varString person, varUint clients, (varUint client, varUint ranges, (varUint clock, varUint length)…)…)…]` */
export function encodeContributions(contributions: readonly Contribution[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, contributions.length)
  for (const { personId, deletions } of contributions) {
    encoding.writeVarString(encoder, personId)
    encoding.writeVarUint(encoder, deletions.size)
    for (const [client, ranges] of deletions) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, ranges.length)
      for (const { clock, len } of ranges) {
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarUint(encoder, len)
      }
    }
  }
  return encoding.toUint8Array(encoder)
}

export function decodeContributions(bytes: Uint8Array, asPersonId: (text: string) => PersonId): Contribution[] {
  const decoder = decoding.createDecoder(bytes)
  return times(decoding.readVarUint(decoder), () => ({
    personId: asPersonId(decoding.readVarString(decoder)),
    deletions: new Map(
      times(decoding.readVarUint(decoder), () => [
        decoding.readVarUint(decoder),
        times(decoding.readVarUint(decoder), () => ({
          clock: decoding.readVarUint(decoder),
          len: decoding.readVarUint(decoder),
        })),
      ]),
    ),
  }))
}

function times<T>(count: number, read: () => T): T[] {
  return Array.from({ length: count }, read)
}
