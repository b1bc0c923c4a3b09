import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An HTTP server on a free port of this machine, for upgrades alone. */
export async function listen(): Promise<{ readonly http: Server; readonly port: number }> {
  const http = createServer((_request, response) => response.writeHead(404).end())
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  return { http, port }
}

export async function stopListening(http: Server): Promise<void> {
  http.closeAllConnections()
  await new Promise(resolve => http.close(resolve))
}
