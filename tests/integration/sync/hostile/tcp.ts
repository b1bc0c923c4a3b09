/** A bare connection, for what no WebSocket client sends. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { cookieOf } from '../host.ts'
import { until } from '../setup.ts'
import { expect } from 'vitest'

export interface Tcp {
  readonly socket: Socket
  /** All that has come, from the answer to the upgrade on. */
  received(): Buffer
  isClosed(): boolean
}

const open: Socket[] = []

export function closeTcp(): void {
  for (const socket of open.splice(0)) socket.destroy()
}

export async function connectTcp(origin: string, words = ''): Promise<Tcp> {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  open.push(socket)
  const chunks: Buffer[] = []
  let closed = false
  socket.on('data', chunk => chunks.push(chunk))
  socket.on('error', () => undefined)
  socket.on('close', () => (closed = true))
  await once(socket, 'connect')
  socket.write(words)
  return { socket, received: () => Buffer.concat(chunks), isClosed: () => closed }
}

export const upgradeRequest = (path: string, person: string, more: Readonly<Record<string, string>> = {}): string =>
  `GET ${path} HTTP/1.1\r\n${Object.entries({
    host: 'plenary',
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    cookie: cookieOf(person),
    ...more,
  })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`

export async function upgradeTcp(origin: string, path: string, person = 'mal'): Promise<Tcp> {
  const tcp = await connectTcp(origin, upgradeRequest(path, person))
  await until(() => expect(tcp.received().toString('latin1')).toMatch(/^HTTP\/1\.1 101 /))
  return tcp
}

export interface FrameOptions {
  readonly opcode?: number
  readonly isFinal?: boolean
  readonly reserved?: number
  readonly isMasked?: boolean
  /** The length that it claims to have. */
  readonly claims?: number
}

export function frame(payload: Uint8Array, options: FrameOptions = {}): Buffer {
  const { opcode = 2, isFinal = true, reserved = 0, isMasked = true, claims = payload.length } = options
  const header = Buffer.alloc(claims < 126 ? 2 : claims < 65_536 ? 4 : 10)
  header[0] = (isFinal ? 0x80 : 0) | (reserved << 4) | opcode
  header[1] = (isMasked ? 0x80 : 0) | (claims < 126 ? claims : claims < 65_536 ? 126 : 127)
  if (header.length === 4) header.writeUInt16BE(claims, 2)
  if (header.length === 10) header.writeBigUInt64BE(BigInt(claims), 2)
  // A mask of noughts changes nothing.
  return Buffer.concat([header, ...(isMasked ? [Buffer.alloc(4)] : []), payload])
}

/** @returns the code in the server's closing frame, if it was the last thing that it sent */
export function closingCode(received: Buffer): number | null {
  for (let at = received.length - 4; at >= 0; at--) {
    const length = received[at + 1] ?? 0
    if (received[at] === 0x88 && at + 2 + length === received.length) return received.readUInt16BE(at + 2)
  }
  return null
}
