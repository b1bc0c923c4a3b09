/** Writes updates that no editor writes: struct by struct, version 1 encoding. */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

type Id = readonly [client: number, clock: number]
type Encode = (encoder: encoding.Encoder) => void

export interface ForgedItem {
  /** The neighbours that it names. */
  readonly left?: Id | undefined
  readonly right?: Id | undefined
  /** Where it stands when it names no neighbour: a root by its name, or inside a struct. */
  readonly in?: string | Id
  readonly key?: string
  readonly content: Content
}

/** Content reference number, length in clocks, body. */
export interface Content {
  readonly ref: number
  readonly write: Encode
}

export type Forged = ForgedItem | { readonly gc: number } | { readonly skip: number }

export interface ForgedRun {
  readonly client: number
  readonly clock?: number
  readonly structs: readonly Forged[]
}

export type ForgedDeletions = readonly (readonly [
  client: number,
  ranges: readonly (readonly [clock: number, len: number])[],
])[]

export function forge(runs: readonly ForgedRun[], deletions: ForgedDeletions = []): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, runs.length)
  for (const { client, clock = 0, structs } of runs) {
    for (const number of [structs.length, client, clock]) encoding.writeVarUint(encoder, number)
    for (const struct of structs) writeStruct(encoder, struct)
  }
  encoding.writeVarUint(encoder, deletions.length)
  for (const [client, ranges] of deletions) {
    for (const number of [client, ranges.length, ...ranges.flat()]) encoding.writeVarUint(encoder, number)
  }
  return encoding.toUint8Array(encoder)
}

function writeStruct(encoder: encoding.Encoder, struct: Forged): void {
  if ('gc' in struct || 'skip' in struct) {
    encoding.writeUint8(encoder, 'gc' in struct ? 0 : 10)
    encoding.writeVarUint(encoder, 'gc' in struct ? struct.gc : struct.skip)
    return
  }
  const { left, right, key, content } = struct
  const place = struct.in ?? 't'
  encoding.writeUint8(encoder, content.ref | (left ? 128 : 0) | (right ? 64 : 0) | (key === undefined ? 0 : 32))
  for (const number of [...(left ?? []), ...(right ?? [])]) encoding.writeVarUint(encoder, number)
  if (!left && !right) {
    encoding.writeVarUint(encoder, typeof place === 'string' ? 1 : 0)
    if (typeof place === 'string') encoding.writeVarString(encoder, place)
    else for (const number of place) encoding.writeVarUint(encoder, number)
    if (key !== undefined) encoding.writeVarString(encoder, key)
  }
  content.write(encoder)
}

export const words = (text: string): Content => ({ ref: 4, write: encoder => encoding.writeVarString(encoder, text) })

export const removed = (length: number): Content => ({
  ref: 1,
  write: encoder => encoding.writeVarUint(encoder, length),
})

/** A mark, from here on. */
export const mark = (key: string, json: string): Content => ({
  ref: 6,
  write(encoder) {
    encoding.writeVarString(encoder, key)
    encoding.writeVarString(encoder, json)
  },
})

export const embed = (json: string): Content => ({ ref: 5, write: encoder => encoding.writeVarString(encoder, json) })

/** Values as JSON text, one clock each. */
export const jsonValues = (...values: readonly string[]): Content => ({
  ref: 2,
  write(encoder) {
    encoding.writeVarUint(encoder, values.length)
    for (const value of values) encoding.writeVarString(encoder, value)
  },
})

/** Values in lib0's encoding, one clock each. */
export const values = (...given: readonly unknown[]): Content => ({
  ref: 8,
  write(encoder) {
    encoding.writeVarUint(encoder, given.length)
    for (const value of given) encoding.writeAny(encoder, value as never)
  },
})

/** A value of so many lists, one in the other, written without recursion. */
export const nestedLists = (levels: number): Content => ({
  ref: 8,
  write(encoder) {
    encoding.writeVarUint(encoder, 1)
    for (let level = 0; level < levels; level++) {
      encoding.writeUint8(encoder, 117)
      encoding.writeVarUint(encoder, level + 1 < levels ? 1 : 0)
    }
  },
})

export const element = (name: string): Content => ({
  ref: 7,
  write(encoder) {
    encoding.writeVarUint(encoder, 3)
    encoding.writeVarString(encoder, name)
  },
})

export const subdocument = (guid: string, options: unknown): Content => ({
  ref: 9,
  write(encoder) {
    encoding.writeVarString(encoder, guid)
    encoding.writeAny(encoder, options as never)
  },
})

/** The client number of whoever wrote the first letter of the text. */
export const numberOf = (doc: Y.Doc): number => doc.clientID

/** One change, as an editor with this number makes it on top of a text. */
export function change(on: Y.Doc, write: (doc: Y.Doc) => void, client?: number): Uint8Array {
  const doc = new Y.Doc()
  if (client !== undefined) doc.clientID = client
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(on))
  if (client !== undefined) doc.clientID = client
  const before = Y.encodeStateVector(doc)
  // What deletes shall not tell of what was deleted before.
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.transact(() => write(doc))
  const [update] = updates
  const result = updates.length === 1 && update ? update : Y.encodeStateAsUpdate(doc, before)
  doc.destroy()
  return result
}
