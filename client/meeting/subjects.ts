import { createMemo } from 'solid-js'
import { useT } from '#client/i18n'
import { fetchPlanVersions } from '../api/endorsement.ts'
import { createFetched } from '../api/fetched.ts'
import type { FloorItem } from '../api/meeting.ts'
import { fetchPlans } from '../api/plan.ts'
import { fetchTermsList } from '../api/terms.ts'

export interface SubjectChoice {
  readonly kind: 'sectionVersion' | 'planVersion' | 'termsVersion'
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
        label: t('meeting.item.version', plan.title, number),
      }))
    const rules = (terms.value() ?? []).flatMap(({ name, group, pending }) =>
      pending && bodies().includes(group.id)
        ? [
            {
              kind: 'termsVersion' as const,
              id: pending.id,
              label: t('meeting.item.version', `${t('terms.title')}: ${name}`, pending.number),
            },
          ]
        : [],
    )
    const found = [...sections, ...candidates, ...rules]
    if (!present || present.kind === 'minutesVersion' || found.some(one => one.id === present.id)) return found
    return [{ kind: present.kind, id: present.id, label: present.title }, ...found]
  })
}
