import { closeCodes } from '#shared/wire'

const firstMs = 200
const lastMs = 10_000

/** RFC 6455: the server stops. */
const goingAway = 1001

/**
 * How long to wait before the next attempt: doubling, up to ten seconds, and anywhere in the upper half of that, so that a
 * room full of people does not come back in the same instant. A server that stops or is busy has sent everybody away at
 * once: those come back spread over five seconds at first, then over ten.
 *
 * @param attempt attempts since the last success, from 0
 * @param random from 0 to 1
 * @param code with which the socket was closed; null when the client gave it up by itself
 * @returns milliseconds
 */
export function backoffMs(attempt: number, random: number, code: number | null): number {
  if (code === goingAway || code === closeCodes.tryAgainLater) {
    const ceiling = attempt === 0 ? lastMs / 2 : lastMs
    return Math.round(firstMs + (ceiling - firstMs) * random)
  }
  const ceiling = Math.min(firstMs * 2 ** attempt, lastMs)
  return Math.round(ceiling * (0.5 + random / 2))
}
