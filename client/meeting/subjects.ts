import { createMemo } from 'solid-js'
import { useT } from '#client/i18n'
import { bodyTitle, planTitle, textTitle } from '#client/titles'
import { fetchElections } from '../api/election.ts'
import { fetchPlanVersions } from '../api/endorsement.ts'
import { createFetched } from '../api/fetched.ts'
import type { FloorItem } from '../api/meeting.ts'
import { fetchPlans } from '../api/plan.ts'
import { fetchTermsList } from '../api/terms.ts'

export interface SubjectChoice {
  readonly kind: 'sectionVersion' | 'planVersion' | 'termsVersion' | 'election'
  readonly id: string
  readonly label: string
}

/** Texts of these groups that a decision can be on: sections as submitted, candidate plans, terms of reference, and the one it is on now. */
export function createSubjects(
  bodies: () => readonly string[],
  present: FloorItem['subject'],
): () => readonly SubjectChoice[] {
  const t = useT()
  const plans = createFetched(fetchPlans)
  const planVersions = createFetched(fetchPlanVersions)
  const terms = createFetched(fetchTermsList)
  return createMemo(() => {
    const sections = (plans.value() ?? []).flatMap(plan =>
      plan.sections.flatMap(({ code, title, group, standing, version }) =>
        version && bodies().includes(group.id) && standing.state !== 'adopted'
          ? [
              {
                kind: 'sectionVersion' as const,
                id: version.id,
                label: t('meeting.item.version', `${code} ${title}`, version.number),
              },
            ]
          : [],
      ),
    )
    const candidates = (planVersions.value() ?? [])
      .filter(({ state, plan }) => state === 'candidate' && bodies().includes(plan.group.id))
      .map(({ id, plan, number }) => ({
        kind: 'planVersion' as const,
        id,
        label: t('meeting.item.version', planTitle(t, plan.kind), number),
      }))
    const rules = (terms.value() ?? []).flatMap(({ kind, name, group, pending }) =>
      pending && bodies().includes(group.id)
        ? [
            {
              kind: 'termsVersion' as const,
              id: pending.id,
              label: t('meeting.item.version', t('titles.terms', bodyTitle(t, { kind, name })), pending.number),
            },
          ]
        : [],
    )
    const found = [...sections, ...candidates, ...rules]
    if (
      !present ||
      present.kind === 'minutesVersion' ||
      present.kind === 'election' ||
      found.some(one => one.id === present.id)
    )
      return found
    return [{ kind: present.kind, id: present.id, label: textTitle(t, present) }, ...found]
  })
}

/** Closed lists of these groups, which an item of type election can put to secret ballot, and the one it is on now. [V12] */
export function createElections(
  bodies: () => readonly string[],
  present: FloorItem['subject'],
): () => readonly SubjectChoice[] {
  const t = useT()
  const elections = createFetched(() => fetchElections())
  return createMemo((): readonly SubjectChoice[] => {
    const found: readonly SubjectChoice[] = (elections.value()?.elections ?? [])
      .filter(({ state, group }) => state === 'closed' && bodies().includes(group.id))
      .map(({ id, title, name }) => ({
        kind: 'election' as const,
        id,
        label: textTitle(t, { kind: 'election', title, name }),
      }))
    if (present?.kind !== 'election' || found.some(one => one.id === present.id)) return found
    return [{ kind: 'election', id: present.id, label: textTitle(t, present) }, ...found]
  })
}
