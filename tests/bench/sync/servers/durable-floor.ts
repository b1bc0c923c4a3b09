/**
 * The least a server can do that shows nothing before it is on disk: what has arrived by the end of a turn is committed in
 * one transaction (WAL, synchronous FULL), then goes out as one frame to everybody. Presence is not kept and goes with it.
 */
import Sqlite from 'better-sqlite3'
import * as encoding from 'lib0/encoding'
import { join } from 'node:path'
import { WebSocketServer, type WebSocket } from 'ws'
import { messageBatch } from '../messages.ts'
import { createCompanies } from './companies.ts'
import { serve } from './control.ts'
import { listen, stopListening } from './listen.ts'

const messageSync = 0

type Company = ReadonlySet<WebSocket>

await serve(async folder => {
  const sqlite = new Sqlite(join(folder, 'floor.db'))
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.exec('CREATE TABLE frames (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL)')
  const insert = sqlite.prepare<[Buffer]>('INSERT INTO frames (bytes) VALUES (?)')
  const commit = sqlite.transaction((gathered: readonly Buffer[]) => gathered.forEach(bytes => insert.run(bytes)))

  const { http, port } = await listen()
  const sockets = new WebSocketServer({ server: http })
  const companies = createCompanies()
  const gathered = new Map<Company, Buffer[]>()

  function gather(company: Company, bytes: Buffer): void {
    if (gathered.size === 0) setImmediate(flush)
    const frames = gathered.get(company)
    if (frames) frames.push(bytes)
    else gathered.set(company, [bytes])
  }

  function flush(): void {
    const turn = [...gathered]
    gathered.clear()
    const kept = turn.flatMap(([, frames]) => frames.filter(bytes => bytes[0] === messageSync))
    if (kept.length > 0) commit(kept)
    for (const [company, frames] of turn) {
      const batch = batchOf(frames)
      for (const socket of company) socket.send(batch)
    }
  }

  sockets.on('connection', (socket, request) => {
    const company = companies.enter(request.url ?? '', socket)
    socket.on('message', (bytes: Buffer) => gather(company, bytes))
  })
  return {
    port,
    documents: companies.count,
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      await stopListening(http)
      sqlite.close()
    },
  }
})

function batchOf(frames: readonly Buffer[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageBatch)
  encoding.writeVarUint(encoder, frames.length)
  for (const frame of frames) encoding.writeVarUint8Array(encoder, frame)
  return encoding.toUint8Array(encoder)
}
