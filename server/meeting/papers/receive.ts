/**
 * Takes a file off the wire: piece by piece to disk, hashed on the way, so that its length costs no memory. Nothing is
 * left behind of one that is too large, that stops coming or whose sender is gone.
 */
import { createHash } from 'node:crypto'
import { open, rm, type FileHandle } from 'node:fs/promises'
import { err, ok, type Digest, type Result } from '#shared/core'
import type { MeetingProblem } from '#shared/meeting'

export interface ReceivingLimits {
  readonly bytes: number
  /** How long no piece may come before the sender counts as gone. */
  readonly idleMs: number
  /** How long a file may take beside what its bytes take at the least rate. */
  readonly graceMs: number
  /** Bytes a second. What comes more slowly holds its place as if nothing came. */
  readonly leastRate: number
}

export type ReceivingProblem = Extract<MeetingProblem, { type: 'file-too-large' | 'file-empty' | 'file-incomplete' }>

export interface ReceivedFile {
  readonly digest: Digest
  readonly bytes: number
}

/**
 * - `file-too-large`: as soon as it is. `file-empty`: nothing came.
 * - `file-incomplete`: the sender was gone, or sent nothing for too long, or trickled.
 *
 * @param now the clock, in milliseconds
 * @param part where it is written; on success it is there whole and synced, on refusal it is gone
 */
export async function receiveFile(
  body: ReadableStream<Uint8Array>,
  part: string,
  limits: ReceivingLimits,
  now: () => number,
): Promise<Result<ReceivedFile, ReceivingProblem>> {
  const handle = await open(part, 'wx', 0o600)
  let kept = false
  try {
    const received = await write(body, handle, limits, now)
    if (received.ok) await handle.sync()
    kept = received.ok
    return received
  } finally {
    await handle.close()
    if (!kept) await rm(part, { force: true })
  }
}

async function write(
  body: ReadableStream<Uint8Array>,
  handle: FileHandle,
  limits: ReceivingLimits,
  now: () => number,
): Promise<Result<ReceivedFile, ReceivingProblem>> {
  const hash = createHash('sha256')
  const reader = body.getReader()
  const began = now()
  let bytes = 0
  for (;;) {
    const due = began + limits.graceMs + (bytes / limits.leastRate) * 1000
    const piece = await nextPiece(reader, Math.min(limits.idleMs, due - now()))
    if (piece === 'lost') {
      await reader.cancel().catch(() => undefined)
      return err({ type: 'file-incomplete' })
    }
    if (piece === 'end') break
    bytes += piece.byteLength
    // The rest is not read; the connection ends with the refusal.
    if (bytes > limits.bytes) return err({ type: 'file-too-large', limitBytes: limits.bytes })
    hash.update(piece)
    await writeAll(handle, piece)
  }
  return bytes === 0 ? err({ type: 'file-empty' }) : ok({ digest: hash.digest('hex'), bytes })
}

/** A write may take less than it was given. */
async function writeAll(handle: FileHandle, piece: Uint8Array): Promise<void> {
  for (let from = 0; from < piece.byteLength;) {
    from += (await handle.write(piece, from)).bytesWritten
  }
}

async function nextPiece(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  patienceMs: number,
): Promise<Uint8Array | 'end' | 'lost'> {
  if (patienceMs <= 0) return 'lost'
  let timer: ReturnType<typeof setTimeout> | undefined
  const idle = new Promise<'lost'>(resolve => {
    timer = setTimeout(() => resolve('lost'), patienceMs)
  })
  const next = reader.read().then(
    ({ done, value }) => (done ? ('end' as const) : value),
    // A connection that broke off reads as an error of the stream.
    () => 'lost' as const,
  )
  try {
    return await Promise.race([next, idle])
  } finally {
    clearTimeout(timer)
  }
}
