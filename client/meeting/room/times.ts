/** Times of a meeting that runs, all by the server's clock. [M2, M4] */
import type { FloorAnswer, FloorItem, FloorRequestView } from '#shared/meeting/schema'

const minuteMs = 60_000

/** Milliseconds that an item has used by now; time of suspension is not counted. */
export function usedMs(item: Pick<FloorItem, 'usedMs' | 'openedAt'>, now: number): number {
  return item.usedMs + (item.openedAt === null ? 0 : Math.max(0, now - item.openedAt))
}

/** How an item's time stands: `soon` in the last tenth of it; one without a planned time is always `within`. */
export type Pace = 'within' | 'soon' | 'over'

export function paceOf(spentMs: number, plannedMs: number | null): Pace {
  if (plannedMs === null || plannedMs === 0) return 'within'
  if (spentMs > plannedMs) return 'over'
  return spentMs >= plannedMs * 0.9 ? 'soon' : 'within'
}

export function itemPace(item: Pick<FloorItem, 'usedMs' | 'openedAt' | 'plannedMinutes'>, now: number): Pace {
  return paceOf(usedMs(item, now), item.plannedMinutes * minuteMs)
}

/** Milliseconds that a speech has taken by now, or took. */
export function speechMs(request: Pick<FloorRequestView, 'startedAt' | 'endedAt'>, now: number): number {
  return request.startedAt === null ? 0 : Math.max(0, (request.endedAt ?? now) - request.startedAt)
}

/** `4:07`, `1:04:07`: a time that has passed, to the second below. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  const two = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3_600)
  const minutes = Math.floor(seconds / 60) % 60
  const rest = two(seconds % 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`
}

export type SpokenMs = FloorAnswer['spokenMs']

/** Time by constituency with the speech that runs, which the floor counts only once it is finished. [M4] */
export function spokenBy(floor: Pick<FloorAnswer, 'spokenMs' | 'floor'>, now: number): SpokenMs {
  const spoken = { ...floor.spokenMs }
  for (const request of floor.floor) {
    if (request.state === 'speaking' && request.constituency !== null) {
      spoken[request.constituency] += speechMs(request, now)
    }
  }
  return spoken
}
