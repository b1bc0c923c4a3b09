import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Actor } from '#shared/access'
import { err, minuteMs, type AgendaItemId, type Digest, type Id, type Result } from '#shared/core'
import type { MeetingProblem } from '#shared/meeting'
import { cleanFileName, fileEndings, fileLimitBytes, kindOfName } from '#shared/meeting/papers'
import type { PaperAnswer } from '#shared/meeting/papers/schema'
import type { CommonProblem } from '#shared/problem'
import type { Deps } from '../../deps.ts'
import { addFile } from './change.ts'
import { isDigestNamed } from '../paper-store.ts'
import { keepFile, pathOfFile, pathOfPart } from './folder.ts'
import { placeForPapers, type PaperActRefusal } from './place.ts'
import { receiveFile, type ReceivingLimits, type ReceivingProblem } from './receive.ts'
import { isOfKind } from './recognise.ts'

export interface Upload {
  /** As whoever sends it names it. */
  readonly name: string
  /** Content-Length, where one was sent. */
  readonly statedBytes: number | null
  readonly body: ReadableStream<Uint8Array> | null
}

type UploadProblem =
  | PaperActRefusal
  | ReceivingProblem
  | Extract<MeetingProblem, { type: 'file-type-refused' | 'too-many-papers' }>
  | Extract<CommonProblem, { type: 'too-many-requests' }>

type UploadDeps = Pick<Deps, 'transaction' | 'read' | 'now' | 'newId' | 'bus' | 'config'>

/**
 * At the least rate the largest file takes 289 s in all: it is refused with a sentence before Node cuts off the request,
 * after 300 s (`requestTimeout` of its HTTP server).
 */
export const receivingLimits: ReceivingLimits = {
  bytes: fileLimitBytes,
  idleMs: minuteMs,
  graceMs: minuteMs,
  leastRate: 112 * 1024,
}

/** Files that one person may be sending at a time: what is on its way takes room on the disk. */
const atATime = 4

/**
 * Takes files that are handed in. A file is on disk under its digest, whole and synced, before its row is written: what
 * was answered is there after a loss of power. [M1]
 *
 * - `not-found`, `not-permitted`, `item-removed`, `meeting-moved-on`: see `placeForPapers`; asked before a byte is read,
 *   and again when the row is written
 * - `file-type-refused`: the ending of the name is not taken, or the bytes are not what it claims
 * - `file-too-large`: by what its sender states, before a byte is read, or else as soon as it is
 * - `file-empty`, `file-incomplete`: nothing came, or not all of it, or more slowly than the least rate
 * - `too-many-papers`: the item has as many as it may have
 * - `too-many-requests`: this person is sending several files already
 */
export function createUploads(deps: UploadDeps, limits: ReceivingLimits = receivingLimits) {
  const under = new Map<string, number>()
  /** How many are keeping the same bytes at this moment. */
  const keeping = new Map<Digest, number>()

  /** What was refused after it had been kept takes no room, unless a paper has the same bytes, or is about to. */
  async function forgetFile(digest: Digest): Promise<void> {
    const isNamed = await isDigestNamed(deps.read, digest)
    // At once after looking: whoever begins to keep these bytes counts first.
    if (!isNamed && keeping.get(digest) === 1) rmSync(pathOfFile(deps.config.dataFolder, digest), { force: true })
  }

  return async function upload(
    actor: Actor,
    itemId: AgendaItemId,
    { name: raw, statedBytes, body }: Upload,
  ): Promise<Result<PaperAnswer, UploadProblem>> {
    const placed = await placeForPapers(deps.read, actor, itemId, deps.now())
    if (!placed.ok) return placed
    const name = cleanFileName(raw)
    const kind = kindOfName(name)
    if (!kind) return err({ type: 'file-type-refused', allowed: fileEndings })
    if (statedBytes !== null && statedBytes > limits.bytes)
      return err({ type: 'file-too-large', limitBytes: limits.bytes })
    if (!body) return err({ type: 'file-empty' })
    if ((under.get(actor.personId) ?? 0) >= atATime) return err({ type: 'too-many-requests', retryAfterSeconds: 5 })
    count(under, actor.personId, 1)
    const part = pathOfPart(deps.config.dataFolder, deps.newId<Id<'upload'>>())
    try {
      const received = await receiveFile(body, part, limits, deps.now)
      if (!received.ok) return received
      if (!(await isOfKind(part, kind))) return err({ type: 'file-type-refused', allowed: fileEndings })
      const { digest, bytes } = received.value
      count(keeping, digest, 1)
      try {
        await keepFile(deps.config.dataFolder, part, digest)
        const added = await addFile(deps, actor, itemId, { name, digest, bytes, mediaType: kind.mediaType })
        if (!added.ok) await forgetFile(digest)
        return added
      } finally {
        count(keeping, digest, -1)
      }
    } finally {
      count(under, actor.personId, -1)
      await rm(part, { force: true })
    }
  }
}

function count<K>(counts: Map<K, number>, key: K, by: 1 | -1): void {
  const next = (counts.get(key) ?? 0) + by
  if (next === 0) counts.delete(key)
  else counts.set(key, next)
}
