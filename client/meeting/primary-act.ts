import { isUnderWay, localMinuteIn, type MeetingState } from '#shared/meeting'

interface Meeting {
  readonly floor: {
    readonly state: MeetingState
    readonly startsAt: number
    readonly timeZone: string
    readonly serverNow: number
  }
  readonly mine: { readonly mayConvene: boolean }
}

/** The one act that a meeting waits for from this reader; none where it only takes its time. */
export function primaryAct({ floor, mine }: Meeting): 'convene' | 'enter' | 'minutes' | null {
  const { state, startsAt, timeZone, serverNow } = floor
  if (state === 'draft') return mine.mayConvene ? 'convene' : null
  if (isUnderWay(state)) return 'enter'
  if (state === 'adjourned' || state === 'recorded') return 'minutes'
  // The room opens on the day, by the calendar of the place; a chair who is late finds it open still.
  const day = (at: number): string => localMinuteIn(timeZone, at).slice(0, 10)
  return state === 'convened' && day(serverNow) >= day(startsAt) ? 'enter' : null
}
