/** Who has the floor, who waits for it, and who had it for how long. [M4] */
import type { Instant } from '#shared/core'
import type { FloorKind, FloorState } from './kinds.ts'

interface Request {
  readonly kind: FloorKind
  readonly state: FloorState
  readonly askedAt: Instant
}

/** In the order of being called: points of order before speeches, then whoever asked first. */
export function queueOf<T extends Request>(requests: readonly T[]): readonly T[] {
  return requests
    .filter(request => request.state === 'waiting')
    .toSorted((a, b) => rank(a.kind) - rank(b.kind) || a.askedAt - b.askedAt)
}

function rank(kind: FloorKind): number {
  return kind === 'pointOfOrder' ? 0 : 1
}

interface Span {
  readonly constituency: 'STATE' | 'NGO' | 'PARTNER' | 'OBSERVER' | null
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
}

/** Milliseconds of finished speeches by constituency; who speaks by office is of none. */
export function spokenMs(spans: readonly Span[]): Readonly<Record<'STATE' | 'NGO' | 'PARTNER' | 'OBSERVER', number>> {
  const spoken = { STATE: 0, NGO: 0, PARTNER: 0, OBSERVER: 0 }
  for (const { constituency, startedAt, endedAt } of spans) {
    if (constituency !== null && startedAt !== null && endedAt !== null) spoken[constituency] += endedAt - startedAt
  }
  return spoken
}
