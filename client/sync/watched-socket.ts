import { messageAwareness, messageSync } from '#shared/wire'
import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import { makePaced } from './paced.ts'

interface Ports {
  sent(step: 'answer' | 'edit'): void
  /** False keeps text from leaving: an editor may tidy a text that its person only reads, and the server would close. */
  readonly mayWrite: boolean
  /** Clock of this page's own presence, and the frame that tells it. */
  presence(): { readonly clock: number; readonly frame: Uint8Array<ArrayBuffer> }
}

/** Ten cursors a second are as many as an eye can follow. */
const presenceGapMs = 100

/**
 * A socket that notices the text going through it (the provider keeps no such count), and paces presence: the provider
 * sends every step of a cursor, and sends back what it hears of others.
 */
export function makeWatchedSocket(base: typeof WebSocket, ports: Ports): typeof WebSocket {
  return class WatchedSocket extends base {
    #told = -1
    readonly #tell = makePaced(() => {
      const { clock, frame } = ports.presence()
      if (clock === this.#told || this.readyState !== base.OPEN) return
      this.#told = clock
      super.send(frame)
    }, presenceGapMs)

    override send(frame: Parameters<WebSocket['send']>[0]): void {
      if (frame instanceof Uint8Array && frame[0] === messageAwareness) {
        if (ports.presence().clock !== this.#told) this.#tell()
        return
      }
      const step = stepOf(frame)
      if (step && !ports.mayWrite) return
      super.send(frame)
      if (step) ports.sent(step)
    }
  }
}

function stepOf(frame: unknown): 'answer' | 'edit' | null {
  if (!(frame instanceof Uint8Array) || frame[0] !== messageSync) return null
  if (frame[1] === messageYjsSyncStep2) return 'answer'
  return frame[1] === messageYjsUpdate ? 'edit' : null
}
