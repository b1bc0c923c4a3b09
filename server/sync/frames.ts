/**
 * Frames of `/sync/<documentId>`, read in full before anything is done with them. Reading never throws: bytes come from
 * outside. The numbers stand in #shared/wire, the layout in docs/sync-protocol.md.
 */
import { messageAck, messageAwareness, messageQueryAwareness, messageSync } from '#shared/wire'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { readTextUpdate, type TextUpdate } from './text-update.ts'

/** One client's entry of an awareness frame. */
export interface PresenceEntry {
  readonly clientId: number
  readonly clock: number
  /** JSON text; `null` says that the client has left. */
  readonly state: string
}

export type Frame =
  /** "This is what I have": answered with what is missing. */
  | { readonly kind: 'question'; readonly stateVector: Uint8Array }
  /** Text: what the server lacked (`answer`, sync step 2) or one more change (`edit`). */
  | { readonly kind: 'text'; readonly step: 'answer' | 'edit'; readonly update: TextUpdate }
  | { readonly kind: 'presence'; readonly entries: readonly PresenceEntry[] }
  | { readonly kind: 'presenceQuestion' }
  /** A message number of a later protocol: ignored. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'malformed' }

const malformed: Frame = { kind: 'malformed' }

export function readFrame(bytes: Uint8Array): Frame {
  try {
    const decoder = decoding.createDecoder(bytes)
    const frame = readBody(decoder)
    return frame.kind === 'unknown' || !decoding.hasContent(decoder) ? frame : malformed
  } catch {
    return malformed
  }
}

function readBody(decoder: decoding.Decoder): Frame {
  switch (decoding.readVarUint(decoder)) {
    case messageSync:
      return readSync(decoder)
    case messageAwareness:
      return readPresence(decoding.createDecoder(decoding.readVarUint8Array(decoder)))
    case messageQueryAwareness:
      return { kind: 'presenceQuestion' }
    default:
      return { kind: 'unknown' }
  }
}

function readSync(decoder: decoding.Decoder): Frame {
  const step = decoding.readVarUint(decoder)
  const body = decoding.readVarUint8Array(decoder)
  switch (step) {
    case messageYjsSyncStep1:
      Y.decodeStateVector(body)
      return { kind: 'question', stateVector: body }
    case messageYjsSyncStep2:
    case messageYjsUpdate: {
      const update = readTextUpdate(body)
      return update ? { kind: 'text', step: step === messageYjsUpdate ? 'edit' : 'answer', update } : malformed
    }
    default:
      return malformed
  }
}

function readPresence(decoder: decoding.Decoder): Frame {
  const entries: PresenceEntry[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const clientId = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    entries.push({ clientId, clock, state: decoding.readVarString(decoder) })
  }
  return decoding.hasContent(decoder) ? malformed : { kind: 'presence', entries }
}

export function writeQuestion(doc: Y.Doc): Uint8Array {
  return writeSync(messageYjsSyncStep1, Y.encodeStateVector(doc))
}

/** @param update all that the asker lacks */
export function writeAnswer(update: Uint8Array): Uint8Array {
  return writeSync(messageYjsSyncStep2, update)
}

export function writeEdit(update: Uint8Array): Uint8Array {
  return writeSync(messageYjsUpdate, update)
}

function writeSync(step: number, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageSync)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, body)
  return encoding.toUint8Array(encoder)
}

export function writePresence(entries: readonly PresenceEntry[]): Uint8Array {
  const body = encoding.createEncoder()
  encoding.writeVarUint(body, entries.length)
  for (const entry of entries) {
    encoding.writeVarUint(body, entry.clientId)
    encoding.writeVarUint(body, entry.clock)
    encoding.writeVarString(body, entry.state)
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageAwareness)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body))
  return encoding.toUint8Array(encoder)
}

/**
 * @param seq the log's last committed number of this document
 * @param frames text-bearing frames of this socket that are stored or held nothing new
 */
export function writeAck(seq: number, frames: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageAck)
  encoding.writeVarUint(encoder, seq)
  encoding.writeVarUint(encoder, frames)
  return encoding.toUint8Array(encoder)
}

/** Presence of nobody: a sign of life that an unmodified provider's watchdog counts, as it does not see pings. */
export const signOfLife: Uint8Array = writePresence([])
