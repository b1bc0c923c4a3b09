/** How the servers under test differ on the wire: they speak one protocol, wrapped and confirmed differently. */
import * as encoding from 'lib0/encoding'

export interface Dialect {
  path(documentId: string): string
  /** Stands before every message, in both directions. */
  prefix(documentId: string): Uint8Array
  /** `name`: says who one is before all else. `none`: the server keeps no text and answers nothing. */
  readonly opening: 'ask' | 'name' | 'none'
  /**
   * How a writer learns that its updates were taken: `counted` in message 80, `each` in a message of its own, or by
   * hearing them come back.
   */
  readonly confirms: 'counted' | 'each' | 'echo'
}

const nothing = new Uint8Array()

export const dialects = {
  plenary: {
    path: documentId => `/sync/${documentId}?ack=1`,
    prefix: () => nothing,
    opening: 'ask',
    confirms: 'counted',
  },
  hocuspocus: {
    path: () => '/',
    prefix(documentId) {
      const encoder = encoding.createEncoder()
      encoding.writeVarString(encoder, documentId)
      return encoding.toUint8Array(encoder)
    },
    opening: 'name',
    confirms: 'each',
  },
  yWebsocket: { path: documentId => `/${documentId}`, prefix: () => nothing, opening: 'ask', confirms: 'echo' },
  floor: { path: documentId => `/${documentId}`, prefix: () => nothing, opening: 'none', confirms: 'echo' },
} as const satisfies Record<string, Dialect>
