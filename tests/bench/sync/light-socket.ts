/**
 * The least of a WebSocket client, so that hundreds in one process cost less than the server they measure.
 *
 * It reads binary frames that are not fragmented (what the servers here send), answers pings, and notes the close code.
 * Incoming bytes land in one buffer for all sockets, and what is longer in buffers that are used again: a payload is valid
 * only until its callback returns. Outgoing frames are masked with zeros, as RFC 6455 allows, and so need no copy.
 */
import { connect, type Socket } from 'node:net'

export interface LightSocketEvents {
  open(): void
  frame(payload: Buffer): void
  /** @param code null when the connection ended without one */
  closed(code: number | null): void
}

const incoming = Buffer.allocUnsafe(256 * 1024)

/** For payloads that come in several pieces. */
const spare: Buffer[] = []

const opcodes = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const
const final = 0x80
const masked = 0x80
const noMask = 0

export class LightSocket {
  readonly #socket: Socket
  readonly #events: LightSocketEvents
  #upgraded = false
  /** The start of something whose rest has not come. */
  #rest: Buffer | null = null
  /** A payload that is longer than what has come of it. */
  #payload: { readonly opcode: number; readonly bytes: Buffer; filled: number } | null = null
  #code: number | null = null

  constructor(port: number, path: string, headers: Readonly<Record<string, string>>, events: LightSocketEvents) {
    this.#events = events
    this.#socket = connect({
      host: '127.0.0.1',
      port,
      onread: {
        buffer: incoming,
        callback: (length, bytes) => {
          this.#read(Buffer.from(bytes.buffer, bytes.byteOffset, length))
          return true
        },
      },
    })
    this.#socket.setNoDelay(true)
    this.#socket.on('connect', () => this.#socket.write(upgradeRequest(port, path, headers)))
    // The close that follows says it.
    this.#socket.on('error', () => undefined)
    this.#socket.on('end', () => this.#socket.end())
    this.#socket.on('close', () => events.closed(this.#code))
  }

  /** @param frames as `framed` makes them */
  send(frames: Buffer): void {
    this.#socket.write(frames)
  }

  /** Bytes that the server has not read and the system does not hold for it. */
  get waiting(): number {
    return this.#socket.writableLength
  }

  /** Says goodbye and ends. */
  close(): void {
    if (this.#upgraded) this.#socket.end(framed([Uint8Array.of(0x03, 0xe8)], opcodes.close))
    else this.#socket.destroy()
  }

  /** Ends as a laptop does whose lid is shut. */
  terminate(): void {
    this.#socket.resetAndDestroy()
  }

  #read(chunk: Buffer): void {
    let bytes = chunk
    if (this.#rest) {
      bytes = Buffer.concat([this.#rest, chunk])
      this.#rest = null
    }
    let at = this.#upgraded ? 0 : this.#readAnswer(bytes)
    while (at < bytes.length) {
      const next = this.#payload ? this.#fill(bytes, at) : this.#readFrame(bytes, at)
      if (next === at) {
        this.#rest = Buffer.from(bytes.subarray(at))
        return
      }
      at = next
    }
  }

  /** @returns where the frames begin */
  #readAnswer(bytes: Buffer): number {
    const end = bytes.indexOf('\r\n\r\n')
    if (end === -1) {
      this.#rest = Buffer.from(bytes)
      return bytes.length
    }
    if (!bytes.toString('latin1', 0, end).startsWith('HTTP/1.1 101')) {
      this.#socket.destroy()
      return bytes.length
    }
    this.#upgraded = true
    this.#events.open()
    return end + 4
  }

  /** @returns where the next frame begins; `at` when there is too little to tell */
  #readFrame(bytes: Buffer, at: number): number {
    const left = bytes.length - at
    const short = (bytes[at + 1] ?? 0) & 0x7f
    const header = short === 126 ? 4 : short === 127 ? 10 : 2
    if (left < header) return at
    const opcode = (bytes[at] ?? 0) & 0x0f
    const length =
      short === 126 ? bytes.readUInt16BE(at + 2) : short === 127 ? Number(bytes.readBigUInt64BE(at + 2)) : short
    const start = at + header
    if (left >= header + length) {
      this.#take(opcode, bytes.subarray(start, start + length))
      return start + length
    }
    this.#payload = { opcode, bytes: takeBuffer(length), filled: 0 }
    return this.#fill(bytes, start)
  }

  #fill(bytes: Buffer, at: number): number {
    const payload = this.#payload
    if (!payload) return at
    const taken = bytes.copy(payload.bytes, payload.filled, at)
    payload.filled += taken
    if (payload.filled === payload.bytes.length) {
      this.#payload = null
      this.#take(payload.opcode, payload.bytes)
      spare.push(payload.bytes)
    }
    return at + taken
  }

  #take(opcode: number, payload: Buffer): void {
    switch (opcode) {
      case opcodes.binary:
      case opcodes.text:
        return this.#events.frame(payload)
      case opcodes.ping:
        return this.send(framed([payload], opcodes.pong))
      case opcodes.close:
        this.#code = payload.length >= 2 ? payload.readUInt16BE(0) : null
        this.#socket.end(framed([payload.subarray(0, 2)], opcodes.close))
    }
  }
}

/** @returns a buffer of this length, from those that are not in use if one of them is long enough */
function takeBuffer(length: number): Buffer {
  const index = spare.findIndex(buffer => buffer.buffer.byteLength >= length)
  const [found] = index === -1 ? [] : spare.splice(index, 1)
  return found ? Buffer.from(found.buffer, 0, length) : Buffer.from(new ArrayBuffer(length))
}

/** A payload, given in parts, as one frame of a client. */
export function framed(parts: readonly Uint8Array[], opcode: number = opcodes.binary): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const header = length < 126 ? 2 : length < 2 ** 16 ? 4 : 10
  // From Node's pool: hundreds of thousands of small buffers of their own keep the collector busy.
  const frame = Buffer.allocUnsafe(header + 4 + length)
  frame[0] = final | opcode
  frame[1] = masked | (header === 2 ? length : header === 4 ? 126 : 127)
  if (header === 4) frame.writeUInt16BE(length, 2)
  if (header === 10) frame.writeBigUInt64BE(BigInt(length), 2)
  frame.writeUInt32BE(noMask, header)
  let at = header + 4
  for (const part of parts) {
    frame.set(part, at)
    at += part.length
  }
  return frame
}

function upgradeRequest(port: number, path: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries({
    Host: `127.0.0.1:${port}`,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    // The answer to it is not checked: on this machine nobody stands between.
    'Sec-WebSocket-Key': 'bWVhc3VyZSB0d2ljZSAuLg==',
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`
}
