/** What the chair wants to know before the session is opened. It may be opened all the same: it cannot vote. [M3, V6] */
import { minuteMs } from '#shared/core'
import type { FloorAnswer } from '#shared/meeting/schema'

export interface Opening {
  /** Those invited were told a later time. */
  readonly isEarly: boolean
  /** The groups whose seats make no quorum yet. */
  readonly inquorate: FloorAnswer['quorum']
}

type Seen = Pick<FloorAnswer, 'startsAt' | 'quorum'>

/** @param now the server's time; less than a minute early is in time */
export function openingOf({ startsAt, quorum }: Seen, now: number): Opening {
  return { isEarly: startsAt - now >= minuteMs, inquorate: quorum.filter(one => !one.quorate) }
}

/** Whether everything is as the notice said, and nothing is to be asked. */
export function isAsConvened({ isEarly, inquorate }: Opening): boolean {
  return !isEarly && inquorate.length === 0
}
