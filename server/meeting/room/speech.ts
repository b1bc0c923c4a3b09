import type { PersonId } from '#shared/core'
import { floorAfter } from '#shared/meeting'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { standingRequestsOf, updateFloorRequest, type FloorRequest } from '../floor-store.ts'
import type { Scene } from './act.ts'

/**
 * Whoever speaks has spoken: somebody else is called, the meeting leaves the item, or the session stands still.
 *
 * @param by none where it follows from another act
 */
export async function endSpeech(
  { tx, meeting, now }: Scene,
  deps: Pick<Deps, 'now'>,
  by: PersonId | null = null,
): Promise<void> {
  for (const request of await standingRequestsOf(tx, meeting.id)) {
    const state = request.state === 'speaking' ? floorAfter(request.state, 'end') : null
    if (state === null) continue
    await updateFloorRequest(tx, { ...request, state, endedAt: now })
    await appendRecord(tx, deps, {
      act: 'floorRequest.ended',
      at: now,
      actor: by,
      seat: request.seatId,
      subject: request.id,
      facts: factsOf(request),
    })
  }
}

/** What the record keeps of a wish to speak: the meeting, the item it was made on, whose it is. */
export function factsOf({ meetingId, itemId, personId, kind }: FloorRequest) {
  return { meeting: meetingId, agendaItem: itemId, person: personId, kind }
}
