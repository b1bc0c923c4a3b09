import { can, type Actor } from '#shared/access'
import { err, ok, type MeetingId, type MinutesId, type MinutesVersionId, type Result } from '#shared/core'
import { erratumFormat, freezeContent, type MinutesProblem } from '#shared/minutes'
import type { ErratumInput } from '#shared/minutes/schema'
import type { CommonProblem } from '#shared/problem'
import { mayReadMeeting, placeMeeting } from '#server/meeting'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { minutesSubject } from './access.ts'
import { announceMinutes } from './announce.ts'
import { frozenMeeting } from './freezing.ts'
import type { Minutes } from './minutes.ts'
import { findMinutes, insertMinutes, insertMinutesVersion, latestVersion } from './store.ts'

type Refusal =
  | Extract<MinutesProblem, { type: 'minutes-moved-on' }>
  | Extract<CommonProblem, { type: 'not-found' | 'not-permitted' }>

/**
 * Adds an erratum to sealed minutes: a text of its own, circulated at once, that goes before the group's next meeting as
 * minutes do and is sealed as the next link of the chain. What it adds to stays as it is. [M5]
 *
 * - `not-found`: missing, hidden, or itself an erratum. `not-permitted`: for the Secretariat.
 * - `minutes-moved-on`: not sealed yet; they can still be corrected.
 */
export async function addErratum(
  deps: Deps,
  actor: Actor,
  minutesId: MinutesId,
  { text }: ErratumInput,
): Promise<Result<MinutesId, Refusal>> {
  const added = await deps.transaction(
    async (tx): Promise<Result<{ id: MinutesId; meetingId: MeetingId }, Refusal>> => {
      const at = deps.now()
      const amended = await findMinutes(tx, minutesId)
      const placed = amended?.kind === 'minutes' ? await placeMeeting(tx, amended.meetingId, at) : null
      if (!amended || !placed || !mayReadMeeting(actor, placed)) return err({ type: 'not-found' })
      if (!can(actor, 'minutes.circulate', minutesSubject(placed.group))) return err({ type: 'not-permitted' })
      const version = await latestVersion(tx, minutesId)
      if (amended.seal === null || !version) {
        return err({ type: 'minutes-moved-on', state: amended.state, move: null })
      }
      const { text: content, digest } = freezeContent({
        format: erratumFormat,
        meeting: frozenMeeting(placed),
        amends: { minutes: minutesId, digest: version.digest, seal: amended.seal },
        text,
      })
      const erratum: Minutes = {
        id: deps.newId<MinutesId>(),
        kind: 'erratum',
        meetingId: amended.meetingId,
        groupId: amended.groupId,
        amendsId: minutesId,
        state: 'circulated',
        approvalItemId: null,
        approvedAt: null,
        sealedAt: null,
        chainNumber: null,
        approval: null,
        seal: null,
        createdAt: at,
      }
      await insertMinutes(tx, erratum)
      const id = deps.newId<MinutesVersionId>()
      await insertMinutesVersion(tx, {
        id,
        minutesId: erratum.id,
        number: 1,
        content,
        digest,
        circulatedAt: at,
        circulatedBy: actor.personId,
        // A text of one piece: it takes no corrections.
        correctionsUntil: at,
      })
      await appendRecord(tx, deps, {
        act: 'minutes.erratumCirculated',
        actor: actor.personId,
        subject: erratum.id,
        facts: { meeting: amended.meetingId, amends: minutesId, version: id, number: 1, digest },
        at,
      })
      return ok({ id: erratum.id, meetingId: amended.meetingId })
    },
  )
  if (!added.ok) return added
  announceMinutes(deps, added.value.meetingId, added.value.id)
  return ok(added.value.id)
}
