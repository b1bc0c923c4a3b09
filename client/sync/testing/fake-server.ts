/** A server in memory that speaks the whole protocol of a live text, and does what the test says. */
import {
  closeCodes,
  messageAck,
  messageAwareness,
  messageRest,
  messageStanding,
  messageSync,
  restHash,
} from '#shared/wire'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep1, writeSyncStep1, writeSyncStep2 } from 'y-protocols/sync'
import * as Y from 'yjs'

export interface FakeServer {
  readonly socket: typeof WebSocket
  /** What is stored. */
  doc: Y.Doc
  epoch: number
  /** Whether it can be reached. */
  reachable: boolean
  /** Ends a socket that brings text, instead of storing it. */
  refusal: { readonly code: number; readonly reason?: string } | null
  bytes: number
  /** Addresses of the sockets that were opened. */
  readonly urls: URL[]
  /** Hashes that clients told as theirs. */
  readonly told: string[]
  presenceFrames: number
  /** The last state that a client told of itself. */
  presence: unknown
  /** Ends every socket. */
  end(code: number, reason?: string): void
  /** Says what the text is at rest. */
  rest(hash?: string): void
  standing(): void
}

type Write = (encoder: encoding.Encoder) => void

export function makeFakeServer(): FakeServer {
  const sockets = new Set<FakeSocket>()

  class FakeSocket {
    static readonly OPEN = 1
    readonly OPEN = 1
    readyState = 0
    binaryType = ''
    onopen: ((event: object) => void) | null = null
    onmessage: ((event: { readonly data: Uint8Array }) => void) | null = null
    onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null = null
    #stored = 0

    constructor(url: string) {
      const address = new URL(url)
      server.urls.push(address)
      queueMicrotask(() => this.#open(address.searchParams.get('epoch')))
    }

    #open(epoch: string | null): void {
      if (this.readyState !== 0) return
      if (!server.reachable) return this.end(1006)
      sockets.add(this)
      this.readyState = 1
      this.onopen?.({})
      if (epoch !== null && epoch !== String(server.epoch)) return this.end(closeCodes.otherEpoch)
      this.standing()
      this.tell(encoder => {
        encoding.writeVarUint(encoder, messageSync)
        writeSyncStep1(encoder, server.doc)
      })
    }

    standing(): void {
      this.tell(encoder => {
        for (const number of [messageStanding, server.epoch, server.bytes, 1_000])
          encoding.writeVarUint(encoder, number)
      })
    }

    tell(write: Write): void {
      const encoder = encoding.createEncoder()
      write(encoder)
      // Never within what the client is doing.
      queueMicrotask(() => {
        if (this.readyState === 1) this.onmessage?.({ data: encoding.toUint8Array(encoder) })
      })
    }

    send(frame: Uint8Array): void {
      const decoder = decoding.createDecoder(frame)
      const type = decoding.readVarUint(decoder)
      if (type === messageAwareness) {
        server.presenceFrames++
        const states = decoding.createDecoder(decoding.readVarUint8Array(decoder))
        // How many, whose, its clock: here always one client's own.
        for (let number = 0; number < 3; number++) decoding.readVarUint(states)
        server.presence = JSON.parse(decoding.readVarString(states))
      }
      if (type === messageRest) {
        decoding.readVarUint(decoder)
        server.told.push(decoding.readVarString(decoder))
      }
      if (type !== messageSync) return
      const step = decoding.readVarUint(decoder)
      const body = decoding.readVarUint8Array(decoder)
      if (step === messageYjsSyncStep1) {
        this.tell(encoder => {
          encoding.writeVarUint(encoder, messageSync)
          writeSyncStep2(encoder, server.doc, body)
        })
        return
      }
      const isNew = !Y.snapshotContainsUpdate(Y.snapshot(server.doc), body)
      if (server.refusal && isNew) {
        const { code, reason } = server.refusal
        return queueMicrotask(() => this.end(code, reason))
      }
      Y.applyUpdate(server.doc, body)
      this.#stored++
      this.tell(encoder => {
        for (const number of [messageAck, 0, this.#stored]) encoding.writeVarUint(encoder, number)
      })
    }

    end(code: number, reason = ''): void {
      this.close()
      this.onclose?.({ code, reason })
    }

    close(): void {
      this.readyState = 3
      sockets.delete(this)
    }
  }

  const server: FakeServer = {
    socket: FakeSocket as unknown as typeof WebSocket,
    doc: new Y.Doc(),
    epoch: 1,
    reachable: true,
    refusal: null,
    bytes: 10,
    urls: [],
    told: [],
    presenceFrames: 0,
    presence: null,
    end(code, reason) {
      for (const socket of [...sockets]) socket.end(code, reason)
    },
    rest(hash = restHash(server.doc)) {
      for (const socket of sockets) {
        socket.tell(encoder => {
          for (const number of [messageRest, 0]) encoding.writeVarUint(encoder, number)
          encoding.writeVarString(encoder, hash)
        })
      }
    },
    standing() {
      for (const socket of sockets) socket.standing()
    },
  }
  return server
}
