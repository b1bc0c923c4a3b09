/**
 * Hocuspocus with its SQLite extension, on a file, with its default debounce (a text is stored 2 s after the last change,
 * at the latest after 10 s: what was shown since is lost in a crash).
 *
 * `@hocuspocus/extension-sqlite` is not used itself: it needs a second SQLite driver, whose binary is downloaded while it
 * is installed. It is the database extension with the two statements below, here over the driver that is there already;
 * the write is done on the main thread instead of beside it.
 */
import { Database } from '@hocuspocus/extension-database'
import { Hocuspocus } from '@hocuspocus/server'
import Sqlite from 'better-sqlite3'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { WebSocketServer } from 'ws'
import { serve } from './control.ts'
import { listen, stopListening } from './listen.ts'

const schema = `CREATE TABLE IF NOT EXISTS "documents" (
  "name" varchar(255) NOT NULL,
  "data" blob NOT NULL,
  UNIQUE(name)
)`

function storeOn(file: string): object {
  const sqlite = new Sqlite(file)
  sqlite.exec(schema)
  const select = sqlite.prepare<[string], { readonly data: Buffer }>(
    'SELECT data FROM "documents" WHERE name = ? ORDER BY rowid DESC',
  )
  const upsert = sqlite.prepare<[string, Buffer]>(
    'INSERT INTO "documents" ("name", "data") VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET data = excluded.data',
  )
  return new Database({
    fetch: async ({ documentName }) => select.get(documentName)?.data ?? null,
    store: async ({ documentName, state }) => void upsert.run(documentName, state),
  })
}

await serve(async folder => {
  const { http, port } = await listen()
  const hocuspocus = new Hocuspocus({ quiet: true, extensions: [storeOn(join(folder, 'hocuspocus.db'))] })
  const sockets = new WebSocketServer({ server: http })
  sockets.on('connection', (socket, request) => hocuspocus.handleConnection(socket, request))
  return {
    port,
    documents: () => hocuspocus.getDocumentsCount(),
    async close() {
      hocuspocus.closeConnections()
      // It stores each text when the last has left, and says that it is done by forgetting it.
      while (hocuspocus.getDocumentsCount() > 0) await setTimeout(10)
      for (const socket of sockets.clients) socket.terminate()
      await stopListening(http)
    },
  }
})
