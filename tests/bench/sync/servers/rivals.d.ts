/** What is used of packages whose types Node's resolution does not find. */

declare module '@hocuspocus/server' {
  import type { IncomingMessage } from 'node:http'
  import type { WebSocket } from 'ws'

  export class Hocuspocus {
    constructor(configuration: { readonly quiet: boolean; readonly extensions: readonly object[] })
    handleConnection(socket: WebSocket, request: IncomingMessage): void
    closeConnections(): void
    getDocumentsCount(): number
  }
}

declare module '@hocuspocus/extension-database' {
  export const Database: new (configuration: {
    readonly fetch: (asked: { readonly documentName: string }) => Promise<Uint8Array | null>
    readonly store: (given: { readonly documentName: string; readonly state: Buffer }) => Promise<void>
  }) => object
}

declare module '@y/websocket-server/utils' {
  import type { IncomingMessage } from 'node:http'
  import type { WebSocket } from 'ws'

  export const docs: ReadonlyMap<string, unknown>
  export function setupWSConnection(socket: WebSocket, request: IncomingMessage): void
}
