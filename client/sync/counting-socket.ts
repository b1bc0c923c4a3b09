import { messageSync } from '#shared/wire'
import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'

interface Ports {
  sent(step: 'answer' | 'edit'): void
  /** False keeps text from leaving: an editor may tidy a text that its person only reads, and the server would close. */
  readonly mayWrite: boolean
}

/** A socket that notices the text going through it; the provider keeps no such count. */
export function makeCountingSocket(base: typeof WebSocket, ports: Ports): typeof WebSocket {
  return class CountingSocket extends base {
    override send(frame: Parameters<WebSocket['send']>[0]): void {
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
