/**
 * Reads a text from the disk.
 *
 * Most of the time that is one snapshot, taken as it is when its checksum is right: nothing is built. Only a log that goes
 * on after the snapshot (the server was killed) is applied, to see that it can be.
 *
 * A log that cannot be applied must not shut a text for ever. It is applied entry by entry; what throws, or builds on what
 * threw, is set aside, out of the log and kept, and the text stands still at what is left until the Secretariat has looked
 * at it. A snapshot that cannot be read is made again from the whole log.
 */
import { instantToText } from '#shared/core'
import * as Y from 'yjs'
import type { Queries } from '#server/db'
import type { Deps } from '../deps.ts'
import { CommittedText } from './committed-text.ts'
import { readHistory } from './history.ts'
import type { RoomFacts } from './room.ts'
import {
  dropSnapshot,
  readPacked,
  readStanding,
  readStored,
  setAside,
  storeSnapshot,
  storeStanding,
  type NumberedEntry,
  type StoredDocument,
} from './store.ts'
import { applyUpdates, fit, readStoredUpdate, tryUpdate } from './text-update.ts'

type OpenDeps = Pick<Deps, 'read' | 'transaction' | 'log' | 'now' | 'bus'>

const emptyUpdate = Y.encodeStateAsUpdate(new Y.Doc())

export async function openText(deps: OpenDeps, documentId: string): Promise<RoomFacts> {
  const stored = await readStored(deps.read, documentId)
  const { snapshot, entries } = stored
  // Without the snapshot the packed part of the log is needed as well.
  const isWhole = stored.isSound && (snapshot !== null || (await readPacked(deps.read, documentId, 0)) === null)
  if (isWhole && entries.length === 0) {
    const text = textOf(snapshot?.bytes ?? emptyUpdate, snapshot?.stateVector ?? null)
    if (text) return factsOf(stored, text, snapshot?.seq ?? 0)
  } else if (isWhole) {
    const doc = documentOf(stored)
    if (doc) return factsOf(stored, textOfDocument(doc), entries.at(-1)?.seq ?? 0)
  }
  return mend(deps, documentId)
}

/**
 * The updates that make the whole text as it is stored at this moment: in a transaction, exactly what is committed. They
 * are not applied, so that whoever asks may do that elsewhere; nothing is mended.
 *
 * @returns null where a part of them is not as it was stored
 */
export async function readUpdates(queries: Queries, documentId: string): Promise<readonly Uint8Array[] | null> {
  const { snapshot, entries, isSound } = await readStored(queries, documentId)
  if (!isSound || (snapshot === null && (await readPacked(queries, documentId, 0)) !== null)) return null
  return [...(snapshot ? [snapshot] : []), ...entries].map(({ bytes }) => bytes)
}

function factsOf({ entries, epoch, damagedAt }: StoredDocument, text: CommittedText, seq: number): RoomFacts {
  return { text, seq, entriesSinceSnapshot: entries.length, epoch, damagedAt }
}

/** @returns null for what is no update, or clocks that are none */
function textOf(update: Uint8Array, stateVector: Uint8Array | null): CommittedText | null {
  try {
    return new CommittedText(update, stateVector)
  } catch {
    return null
  }
}

function textOfDocument(doc: Y.Doc): CommittedText {
  const text = new CommittedText(Y.encodeStateAsUpdate(doc), Y.encodeStateVector(doc))
  doc.destroy()
  return text
}

/** @returns null when a part of it cannot be applied */
function documentOf({ snapshot, entries }: StoredDocument): Y.Doc | null {
  const doc = new Y.Doc()
  // Together first: it takes a fraction of the time, and nearly always succeeds.
  const whole = attempt(() =>
    applyUpdates(
      doc,
      [...(snapshot ? [snapshot] : []), ...entries].map(({ bytes }) => bytes),
    ),
  )
  if (whole && isComplete(doc)) return doc
  doc.destroy()
  return null
}

function isComplete({ store }: Y.Doc): boolean {
  return store.pendingStructs === null && store.pendingDs === null
}

function attempt(work: () => void): boolean {
  try {
    work()
    return true
  } catch {
    return false
  }
}

/** From the whole log, entry by entry. */
async function mend(deps: OpenDeps, documentId: string): Promise<RoomFacts> {
  let doc = new Y.Doc()
  const sound: NumberedEntry[] = []
  const bad: NumberedEntry[] = []
  for await (const entry of readHistory(deps.read, documentId)) {
    const update = entry.isSpoiled ? null : readStoredUpdate(entry.bytes)
    const fits = update && fit(update, client => Y.getState(doc.store, client)) === 'fits'
    if (fits && tryUpdate(doc, entry.bytes)) {
      sound.push(entry)
      continue
    }
    bad.push(entry)
    if (!fits) continue
    // It threw half-way.
    doc.destroy()
    doc = new Y.Doc()
    applyUpdates(
      doc,
      sound.map(({ bytes }) => bytes),
    )
  }
  return standStill(deps, documentId, doc, sound.at(-1)?.seq ?? 0, bad)
}

/** Keeps what could be read as the text's snapshot, and what could not where nothing applies it. */
async function standStill(
  deps: OpenDeps,
  documentId: string,
  doc: Y.Doc,
  seq: number,
  bad: readonly NumberedEntry[],
): Promise<RoomFacts> {
  const at = deps.now()
  const { epoch, damagedAt: known } = await readStanding(deps.read, documentId)
  // More that is found while it stands still belongs to the same time.
  const since = known ?? at
  const text = textOfDocument(doc)
  const fresh = await deps.transaction(async tx => {
    await dropSnapshot(tx, documentId)
    const fresh = await setAside(tx, bad, at)
    await storeSnapshot(tx, documentId, { seq, bytes: text.whole(), stateVector: text.stateVector() })
    if (fresh > 0) await storeStanding(tx, documentId, { epoch, damagedAt: since })
    return fresh
  })
  // A snapshot alone that was unreadable has been made again, and nothing is lost.
  const damagedAt = fresh > 0 ? since : known
  if (fresh > 0) {
    deps.log.warn('sync.text.damaged', { documentId, entries: fresh, since: instantToText(at) })
    deps.bus.publish({ type: 'changed', topic: 'section', id: documentId })
  }
  return { text, seq, entriesSinceSnapshot: 0, epoch, damagedAt }
}
