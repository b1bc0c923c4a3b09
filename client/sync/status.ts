/**
 * What may truthfully be said about the words on the screen: a pure machine, fed by the socket, the text and the device.
 *
 * *Saved* means that the server has committed everything this page ever wrote. On each socket the client counts the
 * text-bearing frames it sends and the server tells how many of them are stored; `answered` is the client's reply to the
 * server's first question, which carries all that was written while apart. So: the server's text is here, the answer is
 * out, and as many frames are stored as were sent.
 *
 * *Kept* means that the device has written down all that is not saved: edits are counted, and the device tells up to which
 * of them it has come.
 */
import { assertNever, type Instant } from '#shared/core'
import { closeCodes, isFinalClose } from '#shared/wire'

/** Where the words are that this person wrote last. */
export type Words =
  /** There are none: the person reads, or the text has not come yet. */
  | 'none'
  | 'stored'
  /** On this device: they outlive the page. */
  | 'device'
  /** Only on this page. */
  | 'page'
  /** Turned away, and given back to the person. */
  | 'returned'

/** Why a server that can be reached does not serve this page at present. */
export type Hindrance = 'notStored' | 'tooManyWindows' | 'busy'

/** Why this copy of the text took the place of another while the page was open. */
export type Afresh = 'differed' | 'otherEpoch' | 'turnedAway'

export type SyncStatus =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'offline'; readonly words: Words; readonly since: Instant }
  /** It is tried again, as after a lost connection. */
  | { readonly kind: 'hindered'; readonly by: Hindrance; readonly words: Words }
  /** `confirmed`: frames of this socket that are stored; while it grows, the server is at work. */
  | { readonly kind: 'unsaved'; readonly words: Words; readonly confirmed: number }
  | { readonly kind: 'saved'; readonly afresh: Afresh | null }
  /** Connected and up to date, in a text this person does not write. */
  | { readonly kind: 'readOnly'; readonly afresh: Afresh | null }
  /** The server does not want this page back; the code says why (#shared/wire). Nothing is tried any more. */
  | { readonly kind: 'refused'; readonly code: number; readonly words: Words }

type Socket =
  | { readonly kind: 'connecting' }
  | {
      readonly kind: 'open'
      readonly received: boolean
      readonly answered: boolean
      readonly sent: number
      readonly stored: number
      /** What ended the socket before this one: it is not over until the words are stored. */
      readonly hindered: Hindrance | null
    }
  | { readonly kind: 'lost'; readonly since: Instant; readonly hindered: Hindrance | null }
  | { readonly kind: 'refused'; readonly code: number }

export interface SyncState {
  readonly socket: Socket
  readonly readOnly: boolean
  /** The server's text has come at least once. */
  readonly loaded: boolean
  /** Something was written on this page, or found on the device, that is not known to be stored. */
  readonly unsaved: boolean
  /** What was not stored has been given back. */
  readonly returned: boolean
  /** Edits made on this page. */
  readonly edits: number
  /** How many of them the device has. */
  readonly kept: number
  readonly afresh: Afresh | null
}

export type SyncEvent =
  | { readonly type: 'opened' }
  /** The server's text has come. */
  | { readonly type: 'received' }
  /** A text-bearing frame has left: the answer to the server's question, or an edit. */
  | { readonly type: 'sent'; readonly step: 'answer' | 'edit' }
  /** @see messageAck */
  | { readonly type: 'stored'; readonly frames: number }
  /** The text was changed on this page. */
  | { readonly type: 'edited' }
  /** Words of an earlier page were on the device, and are in the text now. */
  | { readonly type: 'found' }
  /** The device has the first so many edits. */
  | { readonly type: 'kept'; readonly edits: number }
  /** The words that are not stored were given back to the person. */
  | { readonly type: 'returned' }
  /** It was said long enough that this copy was opened afresh. */
  | { readonly type: 'noticed' }
  /** @see closeCodes; no code when the client gave the socket up by itself */
  | { readonly type: 'closed'; readonly code: number | null; readonly reason?: string; readonly at: Instant }

export function initialSync(readOnly: boolean, afresh: Afresh | null = null): SyncState {
  const nothing = { loaded: false, unsaved: false, returned: false, edits: 0, kept: 0 }
  return { socket: { kind: 'connecting' }, readOnly, afresh, ...nothing }
}

export function nextSync(state: SyncState, event: SyncEvent): SyncState {
  const { socket } = state
  switch (event.type) {
    case 'opened': {
      const hindered = socket.kind === 'lost' ? socket.hindered : null
      return { ...state, socket: { kind: 'open', received: false, answered: false, sent: 0, stored: 0, hindered } }
    }
    case 'edited':
      return state.readOnly ? state : { ...state, unsaved: true, returned: false, edits: state.edits + 1 }
    case 'found':
      return state.readOnly ? state : { ...state, unsaved: true }
    case 'kept':
      return { ...state, kept: Math.max(state.kept, event.edits) }
    case 'returned':
      return { ...state, unsaved: false, returned: true }
    case 'noticed':
      return { ...state, afresh: null }
    case 'closed':
      return { ...state, socket: closed(socket, event) }
    case 'received':
      return socket.kind === 'open' ? settle({ ...state, loaded: true, socket: { ...socket, received: true } }) : state
    case 'stored':
      return socket.kind === 'open' ? settle({ ...state, socket: { ...socket, stored: event.frames } }) : state
    case 'sent': {
      if (socket.kind !== 'open') return state
      const answered = socket.answered || event.step === 'answer'
      return { ...state, socket: { ...socket, answered, sent: socket.sent + 1 } }
    }
    default:
      return assertNever(event)
  }
}

function closed(socket: Socket, { code, reason, at }: SyncEvent & { type: 'closed' }): Socket {
  if (socket.kind === 'refused') return socket
  if (code !== null && isFinalClose(code)) return { kind: 'refused', code }
  // A new attempt that fails does not make the absence any shorter.
  const since = socket.kind === 'lost' ? socket.since : at
  return { kind: 'lost', since, hindered: hindranceOf(code, reason) }
}

function hindranceOf(code: number | null, reason: string | undefined): Hindrance | null {
  if (code === closeCodes.notStored) return 'notStored'
  if (code !== closeCodes.tryAgainLater) return null
  return reason === 'too many connections' ? 'tooManyWindows' : 'busy'
}

function settle(state: SyncState): SyncState {
  const { socket } = state
  if (socket.kind !== 'open') return state
  if (state.readOnly && socket.received) return { ...state, socket: { ...socket, hindered: null } }
  return isSettled(socket) ? { ...state, unsaved: false, socket: { ...socket, hindered: null } } : state
}

function isSettled(socket: Socket): boolean {
  return socket.kind === 'open' && socket.received && socket.answered && socket.stored === socket.sent
}

export function statusOf(state: SyncState): SyncStatus {
  const { socket, readOnly, unsaved, afresh } = state
  const words = wordsOf(state)
  switch (socket.kind) {
    case 'connecting':
      return unsaved ? { kind: 'unsaved', words, confirmed: 0 } : { kind: 'connecting' }
    case 'lost':
      if (socket.hindered) return { kind: 'hindered', by: socket.hindered, words }
      return { kind: 'offline', words, since: socket.since }
    case 'refused':
      return { kind: 'refused', code: socket.code, words }
    case 'open':
      if (socket.hindered) return { kind: 'hindered', by: socket.hindered, words }
      if (readOnly) return socket.received ? { kind: 'readOnly', afresh } : { kind: 'connecting' }
      if (unsaved) return { kind: 'unsaved', words, confirmed: socket.stored }
      return isSettled(socket) ? { kind: 'saved', afresh } : { kind: 'connecting' }
    default:
      return assertNever(socket)
  }
}

function wordsOf({ readOnly, loaded, unsaved, returned, edits, kept }: SyncState): Words {
  if (returned) return 'returned'
  if (unsaved) return kept === edits ? 'device' : 'page'
  return readOnly || !loaded ? 'none' : 'stored'
}

/** Whether something that was written here is not stored yet, and may still come to be. */
export function isUnderWay(status: SyncStatus): boolean {
  return 'words' in status && status.kind !== 'refused' && isUnsaved(status)
}

/** Whether the server lacks something that stands on this page. */
export function isUnsaved(status: SyncStatus): boolean {
  return 'words' in status && (status.words === 'device' || status.words === 'page')
}

/** Whether leaving the page now would lose words. */
export function losesWords(status: SyncStatus): boolean {
  return 'words' in status && status.words === 'page'
}
