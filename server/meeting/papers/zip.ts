/**
 * What a ZIP file says it holds, read from its central directory (APPNOTE 6.3, 4.3.12) without unpacking it. Office files
 * of both kinds are ZIP files.
 */
import type { FileHandle } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packedBytes: number
  /** Of the entry's own header. */
  readonly offset: number
}

const endBytes = 22
const longestComment = 0xffff
/** An office file has some hundred entries of about a hundred bytes. */
const directoryLimitBytes = 2 * 1024 * 1024

/** @returns null for what is not a whole ZIP file from its first byte to its last, or names an entry twice */
export async function zipEntries(file: FileHandle, size: number): Promise<readonly ZipEntry[] | null> {
  const first = await readAt(file, 0, 4)
  if (first.length < 4 || first.readUInt32LE(0) !== 0x04034b50) return null
  const tailAt = Math.max(0, size - endBytes - longestComment)
  const tail = await readAt(file, tailAt, size - tailAt)
  const end = endOf(tail)
  if (end < 0) return null
  const entries = tail.readUInt16LE(end + 10)
  const bytes = tail.readUInt32LE(end + 12)
  const offset = tail.readUInt32LE(end + 16)
  if (bytes > directoryLimitBytes || offset + bytes > tailAt + end) return null
  const listed = entriesIn(await readAt(file, offset, bytes), entries)
  return listed && new Set(listed.map(entry => entry.name)).size === listed.length ? listed : null
}

/** Place of the end record whose comment reaches exactly to the end of the file. */
function endOf(tail: Buffer): number {
  for (let at = tail.length - endBytes; at >= 0; at--) {
    if (tail.readUInt32LE(at) === 0x06054b50 && at + endBytes + tail.readUInt16LE(at + 20) === tail.length) return at
  }
  return -1
}

function entriesIn(directory: Buffer, count: number): readonly ZipEntry[] | null {
  const entries: ZipEntry[] = []
  let at = 0
  while (entries.length < count) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) return null
    const nameBytes = directory.readUInt16LE(at + 28)
    const after = at + 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    if (after > directory.length) return null
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameBytes),
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    })
    at = after
  }
  return entries
}

/**
 * One entry, unpacked only as far as `limitBytes`.
 *
 * @returns null for one that is larger, packed in a way that is not known, or broken
 */
export async function unpackEntry(file: FileHandle, entry: ZipEntry, limitBytes: number): Promise<Buffer | null> {
  if (entry.packedBytes > limitBytes) return null
  const header = await readAt(file, entry.offset, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) return null
  const from = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = await readAt(file, from, entry.packedBytes)
  if (packed.length < entry.packedBytes) return null
  if (entry.method === 0) return packed
  if (entry.method !== 8) return null
  try {
    return inflateRawSync(packed, { maxOutputLength: limitBytes })
  } catch {
    // Broken, or longer than the limit: neither is an office file.
    return null
  }
}

export async function readAt(file: FileHandle, from: number, bytes: number): Promise<Buffer> {
  const buffer = Buffer.alloc(Math.max(0, bytes))
  let filled = 0
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, from + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}
