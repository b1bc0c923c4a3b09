import { can, type Actor } from '#shared/access'
import { err, ok, type Result } from '#shared/core'
import { readGroups } from '#server/group'
import { alarmsOf, tasksFor } from '#shared/home'
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
    })),
    plans,
  )
  return ok({ tasks: tasksFor(actor, plans, votes), plans, alarms })
}
