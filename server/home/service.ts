import { can, type Actor } from '#shared/access'
import { err, ok, type Result } from '#shared/core'
import { readGroups } from '#server/group'
import { alarmsOf, isNear, nextMeetingOf, recordAlarms, recordTasks, tasksFor, type HomeGroup } from '#shared/home'
import type { HomeAnswer } from '#shared/home/schema'
import type { Problem } from '#shared/problem'
import type { Deps } from '../deps.ts'
import type { HomeSources } from './sources.ts'

/** The home page of one person. Fails with `not-permitted`. */
export async function readHome(deps: Deps, sources: HomeSources, actor: Actor): Promise<Result<HomeAnswer, Problem>> {
  if (!can(actor, 'workspace.read')) return err({ type: 'not-permitted' })
  const groups = await readGroups(deps, actor)
  if (!groups.ok) return groups
  const plans = await sources.plans(actor)
  const votes = await sources.openVotes(actor)
  const followUps = await sources.followUps(actor)
  const terms = await sources.terms(actor)
  const elections = await sources.elections(actor)
  const meetings = await sources.meetings(actor)
  const cadences = await sources.cadences()
  const record = await sources.record()
  const alarms = alarmsOf(
    actor,
    groups.value.map(({ id, kind, name, chair, composition }) => ({
      id,
      kind,
      name,
      hasChair: chair !== null,
      vacancies: composition.vacancies,
      unaccredited: composition.unaccredited,
      properlyConstituted: composition.properlyConstituted,
      ngoSeatsAccredited: composition.ngoSeatsAccredited,
      ngoMinimum: composition.ngoMinimum,
      cadence: cadences.get(id) ?? notAsked,
    })),
    plans,
    meetings,
  )
  const next = nextMeetingOf(actor, meetings)
  return ok({
    tasks: [...tasksFor(actor, plans, votes, meetings, followUps, terms, elections), ...recordTasks(actor, record)],
    plans,
    alarms: [...recordAlarms(actor, record), ...alarms],
    nextMeeting: next && { ...next, groupName: next.group.name, near: isNear(next, meetings.now) },
  })
}

/** Of a group that was made between two questions. */
const notAsked: HomeGroup['cadence'] = { lastMet: null, days: 0, overdueSince: null }
