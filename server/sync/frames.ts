/**
 * Frames of `/sync/<documentId>`, read in full before anything is done with them. Reading never throws: bytes come from
 * outside. The numbers stand in #shared/wire, the layout in docs/sync-protocol.md.
 *
 * What is written is ready for the socket, its WebSocket header included: one frame is made once and written, as it is,
 * to everybody.
 */
import {
  messageAck,
  messageAwareness,
  messageQueryAwareness,
  messageRest,
  messageStanding,
  messageSync,
} from '#shared/wire'
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
  /** "My text is not what you say that it is": the number of the text, and the client's hash of it. */
  | { readonly kind: 'differs'; readonly seq: number; readonly hash: string }
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
    case messageRest:
      return { kind: 'differs', seq: decoding.readVarUint(decoder), hash: decoding.readVarString(decoder) }
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

const nothing = new Uint8Array()
/** First byte of a frame that is whole. */
const finalText = 0x81
const finalBinary = 0x82

/** A frame as it goes over the socket. */
export type WireFrame = Buffer

export function writeQuestion(stateVector: Uint8Array): WireFrame {
  return writeSync(messageYjsSyncStep1, stateVector)
}

/** @param update all that the asker lacks; it is the end of the frame */
export function writeAnswer(update: Uint8Array): WireFrame {
  return writeSync(messageYjsSyncStep2, update)
}

/** @param update one that others are to be told of; it is the end of the frame */
export function writeEdit(update: Uint8Array): WireFrame {
  return writeSync(messageYjsUpdate, update)
}

function writeSync(step: number, body: Uint8Array): WireFrame {
  return write(encoder => {
    encoding.writeVarUint(encoder, messageSync)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint(encoder, body.length)
  }, body)
}

export function writePresence(entries: readonly PresenceEntry[]): WireFrame {
  const body = encoding.createEncoder()
  encoding.writeVarUint(body, entries.length)
  for (const entry of entries) {
    encoding.writeVarUint(body, entry.clientId)
    encoding.writeVarUint(body, entry.clock)
    encoding.writeVarString(body, entry.state)
  }
  return write(encoder => {
    encoding.writeVarUint(encoder, messageAwareness)
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body))
  })
}

/**
 * @param seq the log's last committed number of this document
 * @param frames text-bearing frames of this socket that are stored or held nothing new
 */
export function writeAck(seq: number, frames: number): WireFrame {
  return write(encoder => {
    encoding.writeVarUint(encoder, messageAck)
    encoding.writeVarUint(encoder, seq)
    encoding.writeVarUint(encoder, frames)
  })
}

/** @see messageStanding */
export function writeStanding(epoch: number, bytes: number, limitBytes: number): WireFrame {
  return write(encoder => {
    encoding.writeVarUint(encoder, messageStanding)
    encoding.writeVarUint(encoder, epoch)
    encoding.writeVarUint(encoder, bytes)
    encoding.writeVarUint(encoder, limitBytes)
  })
}

/** @see messageRest */
export function writeRest(seq: number, hash: string): WireFrame {
  return write(encoder => {
    encoding.writeVarUint(encoder, messageRest)
    encoding.writeVarUint(encoder, seq)
    encoding.writeVarString(encoder, hash)
  })
}

/** Presence of nobody: a sign of life that an unmodified provider's watchdog counts, as it does not see pings. */
export const signOfLife: WireFrame = writePresence([])

/** A text frame, made once for everybody who gets it. */
export function writeText(text: string): WireFrame {
  const body = Buffer.from(text)
  return writeFrame(finalText, nothing, body)
}

function write(head: (encoder: encoding.Encoder) => void, body: Uint8Array = nothing): WireFrame {
  const encoder = encoding.createEncoder()
  head(encoder)
  return writeFrame(finalBinary, encoding.toUint8Array(encoder), body)
}

/** Header of an unmasked, final frame (RFC 6455, section 5.2), then `start` and `body`. */
function writeFrame(first: number, start: Uint8Array, body: Uint8Array): WireFrame {
  const length = start.length + body.length
  const headerLength = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafeSlow(headerLength + length)
  frame[0] = first
  if (headerLength === 2) frame[1] = length
  else if (headerLength === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.set(start, headerLength)
  frame.set(body, headerLength + start.length)
  return frame
}
