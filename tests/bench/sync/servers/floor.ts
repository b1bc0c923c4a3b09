/** The least a server can do: what one socket sends goes to the others of its text, unread and unkept. */
import { WebSocketServer, type WebSocket } from 'ws'
import { serve } from './control.ts'
import { listen, stopListening } from './listen.ts'
import { createCompanies } from './companies.ts'

await serve(async () => {
  const { http, port } = await listen()
  const sockets = new WebSocketServer({ server: http })
  const companies = createCompanies()
  sockets.on('connection', (socket, request) => {
    const company = companies.enter(request.url ?? '', socket)
    socket.on('message', (bytes: Buffer) => relay(company, socket, bytes))
  })
  return {
    port,
    documents: companies.count,
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      await stopListening(http)
    },
  }
})

function relay(company: ReadonlySet<WebSocket>, from: WebSocket, bytes: Buffer): void {
  for (const socket of company) {
    if (socket !== from) socket.send(bytes)
  }
}
