/** The least a push can cost: what is posted here goes, as it is, to every socket there is. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { serve } from './control.ts'
import { stopListening } from './listen.ts'

await serve(async () => {
  const http = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const text = Buffer.concat(parts)
      for (const socket of sockets.clients) socket.send(text, { binary: false })
      response.writeHead(204).end()
    })
  })
  const sockets = new WebSocketServer({ server: http })
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  return {
    port,
    documents: () => 0,
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      await stopListening(http)
    },
  }
})
