/**
 * A socket in memory, so that thousands of them cost nothing: the server's end is a stream that `ws` upgrades like any
 * other, the client's end is what a browser's WebSocket is to y-websocket. What is sent arrives a tick of the clock later.
 */
import { EventEmitter } from 'node:events'
import type { IncomingMessage, Server } from 'node:http'
import { Duplex } from 'node:stream'

/** What stands between a client and the server, for a test to bend. */
export interface Line {
  readonly server: () => Server
  readonly cookie: string
  /** On its way, each direction. */
  readonly latencyMs: number
  /** @returns the frames to be sent in the place of this one */
  sending(frame: Uint8Array, socket: MemorySocket): readonly Uint8Array[]
  /** Before the client sees it. */
  received(frame: Uint8Array, socket: MemorySocket): void
  opened(socket: MemorySocket): void
  ended(code: number, socket: MemorySocket): void
}

class ServerEnd extends Duplex {
  readonly #toClient: (chunk: Buffer | null) => void

  constructor(toClient: (chunk: Buffer | null) => void) {
    super()
    this.#toClient = toClient
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#toClient(chunk)
    done()
  }

  override _final(done: () => void): void {
    this.#toClient(null)
    done()
  }

  override _destroy(_error: Error | null, done: (error: Error | null) => void): void {
    this.#toClient(null)
    done(null)
  }
}

const [continued, binary, closing, ping] = [0, 2, 8, 9]
const pong = 10
const lostConnection = 1006

export class MemorySocket {
  static readonly OPEN = 1
  readonly OPEN = 1
  binaryType = 'arraybuffer'
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null = null
  onerror: ((event: unknown) => void) | null = null
  readonly #line: Line
  readonly #end: ServerEnd
  #incoming = Buffer.alloc(0)
  #upgraded = false
  #code = lostConnection

  constructor(url: string, line: Line) {
    this.#line = line
    this.#end = new ServerEnd(chunk => this.#later(() => (chunk ? this.#take(chunk) : this.#over())))
    const { pathname, search } = new URL(url)
    const headers = {
      host: 'localhost',
      upgrade: 'websocket',
      connection: 'Upgrade',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      'sec-websocket-version': '13',
      cookie: line.cookie,
    }
    const request = { url: pathname + search, method: 'GET', headers } as unknown as IncomingMessage
    this.#later(() => line.server().emit('upgrade', request, this.#end, Buffer.alloc(0)))
  }

  send(data: Uint8Array): void {
    if (this.readyState !== 1) return
    for (const frame of this.#line.sending(data, this)) this.#write(binary, Buffer.from(frame))
  }

  /** Past what bends the line. */
  sendNow(frame: Uint8Array): void {
    if (this.readyState === 1) this.#write(binary, Buffer.from(frame))
  }

  close(code = 1000): void {
    if (this.readyState > 1) return
    if (this.readyState === 0) return this.cut()
    this.readyState = 2
    const body = Buffer.alloc(2)
    body.writeUInt16BE(code)
    this.#write(closing, body)
  }

  /** The network is gone; the server hears of it. */
  cut(): void {
    this.#end.destroy()
    this.#over()
  }

  #later(then: () => void): void {
    setTimeout(then, this.#line.latencyMs)
  }

  #write(opcode: number, body: Buffer): void {
    const length = body.length
    const head = Buffer.alloc(length < 126 ? 6 : length < 65_536 ? 8 : 14)
    head[0] = 0x80 | opcode
    if (length < 126) head[1] = 0x80 | length
    else if (length < 65_536) {
      head[1] = 0xfe
      head.writeUInt16BE(length, 2)
    } else {
      head[1] = 0xff
      head.writeBigUInt64BE(BigInt(length), 2)
    }
    // The mask is nought, which changes nothing.
    this.#later(() => !this.#end.destroyed && this.#end.push(Buffer.concat([head, body])))
  }

  #take(chunk: Buffer): void {
    if (this.readyState === 3) return
    this.#incoming = Buffer.concat([this.#incoming, chunk])
    if (!this.#upgraded && !this.#readUpgrade()) return
    for (let frame = this.#readFrame(); frame; frame = this.#readFrame()) this.#hear(frame.opcode, frame.body)
  }

  #readUpgrade(): boolean {
    const end = this.#incoming.indexOf('\r\n\r\n')
    if (end < 0) return false
    const answer = this.#incoming.toString('latin1', 0, end)
    this.#incoming = this.#incoming.subarray(end + 4)
    this.#upgraded = true
    if (!answer.startsWith('HTTP/1.1 101')) {
      this.onerror?.(answer)
      this.cut()
      return false
    }
    this.readyState = 1
    this.#line.opened(this)
    this.onopen?.()
    return true
  }

  #readFrame(): { readonly opcode: number; readonly body: Buffer } | null {
    const bytes = this.#incoming
    if (bytes.length < 2) return null
    const short = (bytes[1] ?? 0) & 0x7f
    const at = short < 126 ? 2 : short === 126 ? 4 : 10
    if (bytes.length < at) return null
    const length = at === 2 ? short : at === 4 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
    if (bytes.length < at + length) return null
    this.#incoming = bytes.subarray(at + length)
    return { opcode: (bytes[0] ?? 0) & 0x0f, body: bytes.subarray(at, at + length) }
  }

  #hear(opcode: number, body: Buffer): void {
    if (opcode === continued) throw new Error('the server cuts no frame in two')
    if (opcode === ping) this.#write(pong, body)
    if (opcode === closing) {
      this.#code = body.length >= 2 ? body.readUInt16BE(0) : 1005
      this.#write(closing, body)
      this.#later(() => this.#end.push(null))
    }
    if (opcode !== binary) return
    const frame = new Uint8Array(body)
    this.#line.received(frame, this)
    this.onmessage?.({ data: frame.buffer })
  }

  #over(): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.#line.ended(this.#code, this)
    this.onclose?.({ code: this.#code, reason: '' })
  }
}

/** The constructor that y-websocket asks for. */
export function memorySocketOn(line: Line): typeof globalThis.WebSocket {
  class Socket extends MemorySocket {
    constructor(url: string | URL) {
      super(String(url), line)
    }
  }
  return Socket as unknown as typeof globalThis.WebSocket
}

/** Stands for the HTTP server whose upgrades the sync server takes. */
export function memoryServer(): Server {
  return new EventEmitter() as Server
}
