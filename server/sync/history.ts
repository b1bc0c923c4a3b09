/**
 * The whole log of a text, from its first entry, for authorship and for reading it as it stood at any time. [A5]
 *
 * Opening a text never reads it: the snapshot holds the state. What the snapshot covers is packed, some hundred entries
 * to a row, compressed to a small part of their size. A pack is written and its entries are deleted in one transaction,
 * so at each moment every entry is in exactly one of the two places.
 */
import type { Deps } from '../deps.ts'
import type { Queries } from '#server/db'
import type { PersonId } from '#shared/core'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'
import { readEntries, readPacked, storePacked, type NumberedEntry } from './store.ts'

const compress = promisify(brotliCompress)
const decompress = promisify(brotliDecompress)

/** Five is several times quicker than the best and nearly as small. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

/**
 * Packs what the snapshot covers, `perPack` entries at a time; a rest of fewer stays.
 *
 * @param coveredSeq the snapshot's number
 */
export async function packHistory(
  deps: Pick<Deps, 'read' | 'transaction'>,
  documentId: string,
  coveredSeq: number,
  perPack: number,
): Promise<void> {
  for (let after = 0; ;) {
    // The newest entry stays, so that it is quickly known when a text was last written.
    const entries = await readEntries(deps.read, documentId, { after, upTo: coveredSeq - 1, atMost: perPack })
    const [first, last] = [entries[0], entries.at(-1)]
    if (!first || !last || entries.length < perPack) return
    const bytes = await compress(encodeEntries(entries), quality)
    const packed = { documentId, fromSeq: first.seq, toSeq: last.seq, entries: entries.length, bytes }
    await deps.transaction(tx => storePacked(tx, packed))
    after = last.seq
  }
}

/** Every entry of the log, packed or not, in order. */
export async function* readHistory(read: Queries, documentId: string): AsyncGenerator<NumberedEntry, void> {
  for (let after = 0; ;) {
    const packed = await readPacked(read, documentId, after)
    if (packed) {
      yield* decodeEntries(documentId, await decompress(packed.bytes))
      after = packed.toSeq
      continue
    }
    const entries = await readEntries(read, documentId, { after })
    // Packed meanwhile: what was read here may have a hole at its beginning.
    if (await readPacked(read, documentId, after)) continue
    yield* entries
    return
  }
}

function encodeEntries(entries: readonly NumberedEntry[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const { seq, personId, at, bytes, contributions } of entries) {
    encoding.writeVarUint(encoder, seq)
    encoding.writeVarString(encoder, personId ?? '')
    encoding.writeVarUint(encoder, at)
    encoding.writeVarUint8Array(encoder, bytes)
    encoding.writeVarUint8Array(encoder, contributions ?? new Uint8Array())
  }
  return encoding.toUint8Array(encoder)
}

function decodeEntries(documentId: string, packed: Uint8Array): NumberedEntry[] {
  const decoder = decoding.createDecoder(packed)
  return Array.from({ length: decoding.readVarUint(decoder) }, () => {
    const seq = decoding.readVarUint(decoder)
    const person = decoding.readVarString(decoder)
    const at = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    const contributions = decoding.readVarUint8Array(decoder)
    const personId = person === '' ? null : (person as PersonId)
    return { documentId, seq, personId, at, bytes, contributions: contributions.length > 0 ? contributions : null }
  })
}
