/**
 * What may truthfully be said about the words on the screen: a pure machine, fed by the socket and the text.
 *
 * *Saved* means that the server has committed everything this page ever wrote. On each socket the client counts the
 * text-bearing frames it sends and the server tells how many of them are stored; `answered` is the client's reply to the
 * server's first question, which carries all that was written while apart. So: the server's text is here, the answer is
 * out, and as many frames are stored as were sent.
 */
import { assertNever, type Instant } from '#shared/core'
import { isFinalClose } from '#shared/wire'

export type SyncStatus =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'offline'; readonly unsaved: boolean; readonly since: Instant }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saved' }
  /** Connected and up to date, in a text this person does not write. */
  | { readonly kind: 'readOnly' }
  /** The server does not want this page back; the code says why (#shared/wire). Nothing is tried any more. */
  | { readonly kind: 'refused'; readonly code: number; readonly unsaved: boolean }

type Socket =
  | { readonly kind: 'connecting' }
  | {
      readonly kind: 'open'
      readonly received: boolean
      readonly answered: boolean
      readonly sent: number
      readonly stored: number
    }
  | { readonly kind: 'lost'; readonly since: Instant }
  | { readonly kind: 'refused'; readonly code: number }

export interface SyncState {
  readonly socket: Socket
  readonly readOnly: boolean
  /** Something was written on this page that is not known to be stored. */
  readonly unsaved: boolean
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
  /** @see closeCodes; none when the client gave the socket up by itself */
  | { readonly type: 'closed'; readonly code: number | null; readonly at: Instant }

export function initialSync(readOnly: boolean): SyncState {
  return { socket: { kind: 'connecting' }, readOnly, unsaved: false }
}

export function nextSync(state: SyncState, event: SyncEvent): SyncState {
  const { socket } = state
  switch (event.type) {
    case 'opened':
      return { ...state, socket: { kind: 'open', received: false, answered: false, sent: 0, stored: 0 } }
    case 'edited':
      return state.readOnly ? state : { ...state, unsaved: true }
    case 'closed':
      return { ...state, socket: closed(socket, event.code, event.at) }
    case 'received':
      return socket.kind === 'open' ? settle({ ...state, socket: { ...socket, received: true } }) : state
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

function closed(socket: Socket, code: number | null, at: Instant): Socket {
  if (socket.kind === 'refused') return socket
  if (code !== null && isFinalClose(code)) return { kind: 'refused', code }
  // A new attempt that fails does not make the absence any shorter.
  return { kind: 'lost', since: socket.kind === 'lost' ? socket.since : at }
}

function settle(state: SyncState): SyncState {
  return isSettled(state.socket) ? { ...state, unsaved: false } : state
}

function isSettled(socket: Socket): boolean {
  return socket.kind === 'open' && socket.received && socket.answered && socket.stored === socket.sent
}

export function statusOf({ socket, readOnly, unsaved }: SyncState): SyncStatus {
  switch (socket.kind) {
    case 'connecting':
      return unsaved ? { kind: 'unsaved' } : { kind: 'connecting' }
    case 'lost':
      return { kind: 'offline', unsaved, since: socket.since }
    case 'refused':
      return { kind: 'refused', code: socket.code, unsaved }
    case 'open':
      if (readOnly) return { kind: socket.received ? 'readOnly' : 'connecting' }
      if (unsaved) return { kind: 'unsaved' }
      return { kind: isSettled(socket) ? 'saved' : 'connecting' }
    default:
      return assertNever(socket)
  }
}

/** Whether leaving the page now would lose words. */
export function losesWords(status: SyncStatus): boolean {
  return status.kind === 'unsaved' || ((status.kind === 'offline' || status.kind === 'refused') && status.unsaved)
}
