/** y-websocket's own server, which keeps every text in memory and stores none. */
import { docs, setupWSConnection } from '@y/websocket-server/utils'
import { WebSocketServer } from 'ws'
import { serve } from './control.ts'
import { listen, stopListening } from './listen.ts'

await serve(async () => {
  const { http, port } = await listen()
  const sockets = new WebSocketServer({ server: http })
  sockets.on('connection', setupWSConnection)
  return {
    port,
    documents: () => docs.size,
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      await stopListening(http)
    },
  }
})
