import { can, type Actor } from '#shared/access'
import { err, ok, sha256Hex, type MeetingId, type MinutesId, type Result, type StatementId } from '#shared/core'
import type { MeetingProblem } from '#shared/meeting'
import { statementsPerItem, statementsPerMeeting, type MinutesProblem } from '#shared/minutes'
import type { StatementInput } from '#shared/minutes/schema'
import type { CommonProblem } from '#shared/problem'
import { mayReadMeeting, placeMeeting, seatsInvited } from '#server/meeting'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { announceMinutes } from './announce.ts'
import { insertStatement, statementsOf } from './facts-store.ts'
import { itemProblem } from './items.ts'
import { minutesOfMeeting } from './store.ts'

type Refusal =
  | Extract<CommonProblem, { type: 'not-found' | 'not-permitted' | 'invalid-input' }>
  | Extract<MeetingProblem, { type: 'item-removed' | 'meeting-not-under-way' | 'seat-not-invited' }>
  | Extract<MinutesProblem, { type: 'minutes-moved-on' | 'minutes-sealed' | 'too-many-statements' }>

/**
 * Files a seat's own words for the minutes, an observer's too; they stand as filed. [M5, workflow "Minutes"]
 *
 * - `not-found`: missing or hidden. `not-permitted`: not the person's seat. `seat-not-invited`: not of this meeting.
 * - `meeting-not-under-way`: the session has not begun. `minutes-moved-on`, `minutes-sealed`: circulated already.
 * - `too-many-statements`: the seat has filed as many as it may under this item, or in this meeting.
 * - `invalid-input`, `item-removed`: not an item of this meeting, or one that was struck.
 */
export async function fileStatement(
  deps: Deps,
  actor: Actor,
  meetingId: MeetingId,
  { itemId, seatId, text }: StatementInput,
): Promise<Result<StatementId, Refusal>> {
  const filed = await deps.transaction(
    async (tx): Promise<Result<{ id: StatementId; minutesId: MinutesId }, Refusal>> => {
      const at = deps.now()
      const placed = await placeMeeting(tx, meetingId, at)
      if (!placed || !mayReadMeeting(actor, placed)) return err({ type: 'not-found' })
      if (!can(actor, 'meeting.takePart', { seatId })) return err({ type: 'not-permitted' })
      if (!seatsInvited(placed).some(seat => seat.id === seatId)) return err({ type: 'seat-not-invited', seatId })
      const minutes = await minutesOfMeeting(tx, meetingId)
      if (!minutes) return err({ type: 'meeting-not-under-way', state: placed.meeting.state })
      if (minutes.state === 'sealed') return err({ type: 'minutes-sealed' })
      if (minutes.state !== 'live') return err({ type: 'minutes-moved-on', state: minutes.state, move: null })
      const misplaced = await itemProblem(tx, meetingId, itemId)
      if (misplaced) return err(misplaced)
      const before = (await statementsOf(tx, meetingId)).filter(one => one.seat.seatId === seatId)
      if (before.length >= statementsPerMeeting)
        return err({ type: 'too-many-statements', limit: statementsPerMeeting })
      if (before.filter(one => one.itemId === itemId).length >= statementsPerItem) {
        return err({ type: 'too-many-statements', limit: statementsPerItem })
      }
      const id = deps.newId<StatementId>()
      await insertStatement(tx, { id, meetingId, itemId, seatId, personId: actor.personId, text, at })
      await appendRecord(tx, deps, {
        act: 'statement.filed',
        actor: actor.personId,
        seat: seatId,
        subject: id,
        facts: { meeting: meetingId, agendaItem: itemId, textDigest: sha256Hex(text) },
      })
      return ok({ id, minutesId: minutes.id })
    },
  )
  if (!filed.ok) return filed
  announceMinutes(deps, meetingId, filed.value.minutesId)
  return ok(filed.value.id)
}
