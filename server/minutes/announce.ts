import type { MeetingId, MinutesId } from '#shared/core'
import type { Deps } from '../deps.ts'

/** Tells pages that minutes have changed, and that their meeting shows it. After the commit. */
export function announceMinutes({ bus }: Pick<Deps, 'bus'>, meetingId: MeetingId, minutesId: MinutesId | null): void {
  if (minutesId !== null) bus.publish({ type: 'changed', topic: 'minutes', id: minutesId })
  bus.publish({ type: 'changed', topic: 'meeting', id: meetingId })
}

/**
 * Has the sockets of the texts asked again who may write them now. Right after the commit: what is on its way to be
 * stored is held back from here on, so that nothing is written in minutes once they are circulated.
 */
export function announceWriters({ bus }: Pick<Deps, 'bus'>): void {
  bus.publish({ type: 'accessChanged', persons: 'everyone' })
}
