import type { HomeAlarm, HomeGroup } from './home.ts'

/** What is wrong with the groups, the gravest first. [G6, G7, G9] */
export function alarmsOf(groups: readonly HomeGroup[]): readonly HomeAlarm[] {
  const of = (alarm: (group: HomeGroup) => HomeAlarm | null) => groups.flatMap(group => alarm(group) ?? [])
  return [
    ...of(notConstituted),
    ...of(({ id, name, kind, hasChair }) =>
      hasChair ? null : { kind: 'noChair', groupId: id, groupName: name, nwg: kind === 'nwg' },
    ),
    ...of(({ id, name, unaccredited }) =>
      unaccredited === 0 ? null : { kind: 'unaccredited', groupId: id, groupName: name, count: unaccredited },
    ),
    ...of(({ id, name, vacancies }) =>
      vacancies === 0 ? null : { kind: 'vacancies', groupId: id, groupName: name, count: vacancies },
    ),
  ]
}

function notConstituted(group: HomeGroup): HomeAlarm | null {
  if (group.properlyConstituted) return null
  const { id, name, ngoSeatsAccredited, ngoMinimum } = group
  return { kind: 'notConstituted', groupId: id, groupName: name, accredited: ngoSeatsAccredited, required: ngoMinimum }
}
