import { closeCodes } from '#shared/wire'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { SyncIdentity } from './access.ts'
import type { WireFrame } from './frames.ts'
import type { SyncLimits } from './limits.ts'

export interface PageFacts {
  readonly identity: SyncIdentity
  readonly cookie: string | undefined
  /** What the frames go out on: written to as they are, header and all. */
  readonly wire: Duplex
}

/** One open page on `/live`. */
export interface Page extends PageFacts {
  readonly socket: WebSocket
  heardFrom: boolean
  /** Since the last heartbeat. */
  messages: number
}

/** Sends a frame that was made once for many; a page that does not take in what it gets starts again. */
export function sendTo({ socket, wire }: Page, frame: WireFrame, limits: SyncLimits): void {
  if (socket.readyState !== socket.OPEN) return
  if (wire.writableLength > limits.outgoingBytes) socket.close(closeCodes.tryAgainLater, 'reads too slowly')
  else wire.write(frame)
}
