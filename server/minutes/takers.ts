import { can, type Actor } from '#shared/access'
import { err, ok, type MeetingId, type MinutesId, type PersonId, type Result } from '#shared/core'
import type { MeetingProblem } from '#shared/meeting'
import type { MinutesProblem } from '#shared/minutes'
import type { MinuteTakersInput } from '#shared/minutes/schema'
import type { CommonProblem, InputError } from '#shared/problem'
import type { Queries } from '#server/db'
import { loadActor } from '#server/group'
import { mayReadMeeting, placeForAct, type PlacedMeeting } from '#server/meeting'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { minutesSubject } from './access.ts'
import { announceMinutes } from './announce.ts'
import { appointMinuteTaker, endMinuteTaker, minutesOfMeeting, minuteTakersOf } from './store.ts'

type Refusal =
  | Extract<CommonProblem, { type: 'not-found' | 'not-permitted' | 'invalid-input' }>
  | Extract<MeetingProblem, { type: 'meeting-moved-on' }>
  | Extract<MinutesProblem, { type: 'minutes-sealed' }>

interface Change {
  readonly minutesId: MinutesId | null
  readonly appointed: readonly PersonId[]
  readonly ended: readonly PersonId[]
}

/**
 * Sets who writes a meeting's minutes beside the Secretariat; the right begins and ends at once. [M5]
 *
 * - `not-found`, `not-permitted`: for whoever conducts the meeting.
 * - `meeting-moved-on`: it was cancelled. `minutes-sealed`: nobody writes them any more.
 * - `invalid-input`: somebody who could not write them: without an office, a chair or a voting seat, or who does not see
 *   the meeting.
 */
export async function appointMinuteTakers(
  deps: Deps,
  actor: Actor,
  meetingId: MeetingId,
  { personIds }: MinuteTakersInput,
): Promise<Result<void, Refusal>> {
  const changed = await deps.transaction(async (tx): Promise<Result<Change, Refusal>> => {
    const at = deps.now()
    const placed = await placeForAct(tx, actor, 'meeting.conduct', meetingId, at)
    if (!placed.ok) return placed
    const { state } = placed.value.meeting
    if (state === 'cancelled') return err({ type: 'meeting-moved-on', state, move: null })
    const minutes = await minutesOfMeeting(tx, meetingId)
    if (minutes?.state === 'sealed') return err({ type: 'minutes-sealed' })
    const wanted = [...new Set(personIds)]
    const errors = await strangersAmong(tx, placed.value, wanted, at)
    if (errors.length > 0) return err({ type: 'invalid-input', errors })

    const present = await minuteTakersOf(tx, meetingId)
    const appointed = wanted.filter(personId => !present.includes(personId))
    const ended = present.filter(personId => !wanted.includes(personId))
    for (const personId of ended) await endMinuteTaker(tx, meetingId, personId, at)
    for (const personId of appointed) {
      await appointMinuteTaker(tx, { meetingId, personId, appointedBy: actor.personId, appointedAt: at })
    }
    if (appointed.length + ended.length > 0) {
      const facts = { appointed, ended }
      await appendRecord(tx, deps, { act: 'minutes.takersSet', actor: actor.personId, subject: meetingId, facts })
    }
    return ok({ minutesId: minutes?.id ?? null, appointed, ended })
  })
  if (!changed.ok) return changed
  const { minutesId, appointed, ended } = changed.value
  const persons = [...appointed, ...ended]
  if (persons.length === 0) return ok()
  deps.bus.publish({ type: 'accessChanged', persons })
  announceMinutes(deps, meetingId, minutesId)
  return ok()
}

async function strangersAmong(
  queries: Queries,
  placed: PlacedMeeting,
  personIds: readonly PersonId[],
  now: number,
): Promise<readonly InputError[]> {
  const errors: InputError[] = []
  for (const [index, personId] of personIds.entries()) {
    const taker = await loadActor(queries, personId, now)
    const couldWrite = can(taker, 'minutes.write', minutesSubject(placed.group, [personId]))
    if (couldWrite && mayReadMeeting(taker, placed)) continue
    errors.push({ path: `/personIds/${index}`, message: 'not somebody who could write these minutes' })
  }
  return errors
}
