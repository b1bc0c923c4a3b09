/** Those who connect: unmodified y-websocket providers with a session cookie, and a raw socket that says anything. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { messageAck, messageAwareness, messageRest, messageStanding, messageSync } from '#shared/wire'
import { cookieOf } from './host.ts'

export interface Editor {
  readonly doc: Y.Doc
  readonly text: Y.Text
  readonly provider: WebsocketProvider
  readonly acks: { readonly seq: number; readonly frames: number }[]
  /** What the server said of the text when nobody was writing. */
  readonly rests: { readonly seq: number; readonly hash: string }[]
  /** The code the server ended the connection with, once it has. */
  closedWith(): number | null
}

// Each provider listens for the end of the process.
process.setMaxListeners(0)

const open: (() => void)[] = []

/** Ends what the test opened; for `afterEach`. */
export function closeClients(): void {
  for (const close of open.splice(0)) close()
}

export function socketWithCookie(cookie: string): typeof globalThis.WebSocket {
  class CookieSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: { cookie } })
    }
  }
  return CookieSocket as unknown as typeof globalThis.WebSocket
}

/** y-websocket's own provider, as any program would use it. */
export function edit(origin: string, person: string, documentId: string, doc: Y.Doc = new Y.Doc()): Editor {
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/sync`, documentId, doc, {
    params: { ack: '1' },
    WebSocketPolyfill: socketWithCookie(cookieOf(person)),
    // Within one process it would carry text beside the server.
    disableBc: true,
    maxBackoffTime: 200,
  })
  const acks: { seq: number; frames: number }[] = []
  const rests: { seq: number; hash: string }[] = []
  let code: number | null = null
  provider.messageHandlers[messageAck] = (_encoder, decoder) => {
    acks.push({ seq: decoding.readVarUint(decoder), frames: decoding.readVarUint(decoder) })
  }
  provider.messageHandlers[messageStanding] = () => undefined
  provider.messageHandlers[messageRest] = (_encoder, decoder) => {
    rests.push({ seq: decoding.readVarUint(decoder), hash: decoding.readVarString(decoder) })
  }
  provider.on('connection-close', event => (code = event ? event.code : code))
  open.push(() => {
    provider.destroy()
    doc.destroy()
  })
  return { doc, text: doc.getText('t'), provider, acks, rests, closedWith: () => code }
}

export interface Raw {
  readonly socket: WebSocket
  readonly frames: Uint8Array[]
  send(frame: Uint8Array): void
  closedWith(): number | null
}

export async function connectRaw(
  origin: string,
  person: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Raw> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, {
    headers: { cookie: cookieOf(person), ...headers },
  })
  const frames: Uint8Array[] = []
  let code: number | null = null
  socket.on('message', (bytes: Buffer) => frames.push(bytes))
  socket.on('close', closed => (code = closed))
  open.push(() => socket.terminate())
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve)
    socket.on('error', reject)
  })
  return { socket, frames, send: frame => socket.send(frame), closedWith: () => code }
}

/** A sync frame: step 0 asks, 1 answers, 2 edits. */
export function syncFrame(step: 0 | 1 | 2, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageSync)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, body)
  return encoding.toUint8Array(encoder)
}

export function presenceFrame(clientId: number, clock: number, state: unknown): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const awareness = new Awareness(doc)
  for (let at = 0; at < clock; at++) awareness.setLocalState({})
  awareness.setLocalState(state as Record<string, unknown> | null)
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageAwareness)
  encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [clientId]))
  awareness.destroy()
  return encoding.toUint8Array(encoder)
}

/** An update that writes `words` into the shared text of an empty document. */
export function updateOf(words: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, words)
  return Y.encodeStateAsUpdate(doc)
}
