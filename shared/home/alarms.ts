import { can, type Actor } from '#shared/access'
import type { HomeAlarm, HomeGroup, HomePlan } from './home.ts'
import { meetingAlarms } from './meeting-tasks.ts'
import type { HomeMeetings } from './meetings.ts'

/**
 * What is wrong with texts, for those who see to it, with the groups and with their meetings; the gravest first.
 * [G6, G7, G8, G9, M7]
 */
export function alarmsOf(
  actor: Actor,
  groups: readonly HomeGroup[],
  plans: readonly HomePlan[],
  meetings: HomeMeetings,
): readonly HomeAlarm[] {
  const of = (alarm: (group: HomeGroup) => HomeAlarm | null) => groups.flatMap(group => alarm(group) ?? [])
  const texts = damagedTexts(actor, plans)
  return [
    ...texts.filter(text => text.mine),
    ...of(notConstituted),
    ...of(({ id, name, kind, hasChair }) =>
      hasChair ? null : { kind: 'noChair', groupId: id, groupName: name, nwg: kind === 'nwg' },
    ),
    ...meetingAlarms(meetings),
    ...of(({ id, name, cadence }) =>
      cadence.overdueSince === null
        ? null
        : { kind: 'cadence', groupId: id, groupName: name, lastMet: cadence.lastMet, days: cadence.days },
    ),
    ...texts.filter(text => !text.mine),
    ...of(({ id, name, unaccredited }) =>
      unaccredited === 0 ? null : { kind: 'unaccredited', groupId: id, groupName: name, count: unaccredited },
    ),
    ...of(({ id, name, vacancies }) =>
      vacancies === 0 ? null : { kind: 'vacancies', groupId: id, groupName: name, count: vacancies },
    ),
  ]
}

/** Told to the Secretariat, and more quietly to the chair of the group that owns the text. */
function damagedTexts(
  actor: Actor,
  plans: readonly HomePlan[],
): readonly Extract<HomeAlarm, { kind: 'damagedText' }>[] {
  return plans.flatMap(plan =>
    plan.sections.flatMap(({ id: sectionId, code, title, damaged, group }) => {
      if (!damaged) return []
      const mine = can(actor, 'section.resumeText', { groupId: group.id, groupKind: group.kind, planKind: plan.kind })
      const told = mine || actor.chairs.includes(group.id)
      return told ? [{ kind: 'damagedText', sectionId, code, title, mine }] : []
    }),
  )
}

function notConstituted(group: HomeGroup): HomeAlarm | null {
  if (group.properlyConstituted) return null
  const { id, name, ngoSeatsAccredited, ngoMinimum } = group
  return { kind: 'notConstituted', groupId: id, groupName: name, accredited: ngoSeatsAccredited, required: ngoMinimum }
}
