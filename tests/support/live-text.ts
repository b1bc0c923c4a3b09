/** An unmodified y-websocket provider with a session cookie: what any tool may use to join a live text. */
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

export interface LiveText {
  readonly doc: Y.Doc
  /** The narrative as XML text. */
  text(): string
  /** Adds a paragraph at the end. */
  write(sentence: string): void
  /** Resolves when the narrative holds this, now or after some update. */
  sees(sentence: string): Promise<void>
  /** Resolves with the code of the next close of the socket. */
  closed(): Promise<number>
  leave(): void
}

/** @returns once the text is synced, or once the server has closed the socket for good */
export async function openText(url: string, cookie: string, documentId: string): Promise<LiveText> {
  class CookieSocket extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { cookie } })
    }
  }
  const doc = new Y.Doc()
  // Each provider listens for the end of the process until it is destroyed: a roomful is no leak.
  process.setMaxListeners(process.getMaxListeners() + 1)
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync`, documentId, doc, {
    WebSocketPolyfill: CookieSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  const closed = () =>
    new Promise<number>(resolve =>
      provider.once('connection-close', (event: CloseEvent | null) => resolve(event?.code ?? 0)),
    )
  await Promise.race([
    new Promise<void>(resolve => provider.on('sync', (synced: boolean) => synced && resolve())),
    closed(),
  ])
  const text = () => doc.getXmlFragment('narrative').toString()
  return {
    doc,
    text,
    write(sentence) {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(sentence)])
      doc.getXmlFragment('narrative').push([paragraph])
    },
    sees: sentence =>
      new Promise(resolve => {
        const look = () => {
          if (!text().includes(sentence)) return
          doc.off('update', look)
          resolve()
        }
        doc.on('update', look)
        look()
      }),
    closed,
    leave: () => provider.destroy(),
  }
}
