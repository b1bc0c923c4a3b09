import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { err, ok, type Digest, type Result } from '#shared/core'
import type { MeetingProblem } from '#shared/meeting'
import { pathOfFile } from './folder.ts'

/** Digest of what is stored under a digest; null where nothing is. */
export async function digestOfFile(dataFolder: string, digest: Digest): Promise<Digest | null> {
  const hash = createHash('sha256')
  try {
    for await (const piece of createReadStream(pathOfFile(dataFolder, digest))) hash.update(piece)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
  return hash.digest('hex')
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

export type FileDamage = Extract<MeetingProblem, { type: 'file-damaged' }>

/**
 * Looks at a file before it is handed out, every time: a damaged one is told, not sent. Many who open the same paper at
 * once, as a meeting does, wait for one look.
 */
export function createFileCheck(dataFolder: string): (digest: Digest) => Promise<Result<null, FileDamage>> {
  const looking = new Map<Digest, Promise<Digest | null>>()
  return async digest => {
    const look = looking.get(digest) ?? digestOfFile(dataFolder, digest).finally(() => looking.delete(digest))
    looking.set(digest, look)
    const found = await look
    return found === digest ? ok(null) : err({ type: 'file-damaged', expected: digest, found })
  }
}

/** RFC 6266: the name as it is, and for old programs one in plain letters. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const exact = encodeURIComponent(name).replace(/[!'()*]/g, one => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}
