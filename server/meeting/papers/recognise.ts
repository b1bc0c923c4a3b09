/** Whether a file's bytes are what the ending of its name claims. What a request calls them counts for nothing. */
import { open, type FileHandle } from 'node:fs/promises'
import type { FileKind } from '#shared/meeting/papers'
import { readAt, unpackEntry, zipEntries } from './zip.ts'

/** Of the list of an office file's parts: some ten kilobytes in the largest. */
const partListLimitBytes = 1024 * 1024
const pieceBytes = 64 * 1024

/** @returns false for a file of another kind, and for an office file that could hold macros */
export async function isOfKind(path: string, kind: FileKind): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const head = await readAt(file, 0, 512)
    switch (kind.form) {
      case 'pdf':
        return /^%PDF-[12]\.\d/.test(head.toString('latin1'))
      case 'png':
        return head.subarray(0, 16).toString('latin1') === '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'
      case 'jpeg':
        return head.length > 3 && head.readUIntBE(0, 3) === 0xffd8ff
      case 'text':
        return !/^(?:\xef\xbb\xbf)?\s*(?:#!|<[!?a-z])/i.test(head.toString('latin1')) && (await isText(file, size))
      case 'ooxml':
        return await isOfficeFile(file, size, kind.mediaType)
      case 'odf':
        return await isOpenDocument(file, size, kind.mediaType)
    }
  } finally {
    await file.close()
  }
}

/** In any encoding that extends ASCII; control characters that text does not use give a binary file away. */
async function isText(file: FileHandle, size: number): Promise<boolean> {
  for (let from = 0; from < size; from += pieceBytes) {
    const piece = await readAt(file, from, pieceBytes)
    if (piece.some(byte => (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) || byte === 0x7f))
      return false
  }
  return true
}

/**
 * The list of parts names the main part's type (ECMA-376-2, 10.1.2.4): that of a file with macros is another one, and the
 * macros are a part of a type of their own, whatever its name.
 */
async function isOfficeFile(file: FileHandle, size: number, mediaType: string): Promise<boolean> {
  const entries = await zipEntries(file, size)
  const list = entries?.find(entry => entry.name === '[Content_Types].xml')
  const parts = list && (await unpackEntry(file, list, partListLimitBytes))?.toString('utf8')
  if (!entries || parts === undefined) return false
  return (
    parts.includes(`"${mediaType}.main+xml"`) &&
    !/macroEnabled|vbaProject|activeX/i.test(parts) &&
    !entries.some(entry => /(?:^|\/)(?:vbaProject|vbaData)/i.test(entry.name))
  )
}

/** Its first entry is its media type, as it is (OpenDocument 1.3, part 2, 3.3); macros are in folders of their own. */
async function isOpenDocument(file: FileHandle, size: number, mediaType: string): Promise<boolean> {
  const entries = await zipEntries(file, size)
  const type = entries?.find(entry => entry.name === 'mimetype' && entry.offset === 0 && entry.method === 0)
  if (!entries || !type) return false
  const stated = await unpackEntry(file, type, 200)
  return stated?.toString('latin1') === mediaType && !entries.some(entry => /^(?:Basic|Scripts)\//i.test(entry.name))
}
