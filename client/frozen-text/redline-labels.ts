import { useFormat, useT } from '#client/i18n'
import type { ObjectiveReference } from '#shared/plan/framework'
import type { RedlineLabels } from '#shared/redline'

/** The words of a redline in the reader's language. */
export function createRedlineLabels(
  labelOf: (reference: ObjectiveReference) => string | null | undefined,
): () => RedlineLabels {
  const t = useT()
  const format = useFormat()
  return () => ({
    inserted: { begin: t('redline.inserted.begin'), end: t('redline.inserted.end') },
    removed: { begin: t('redline.removed.begin'), end: t('redline.removed.end') },
    title: t('redline.title'),
    footnote: t('redline.footnote'),
    formerly: shape => t('redline.formerly', shape),
    shapes: {
      paragraph: t('redline.shapes.paragraph'),
      heading: level => t('redline.shapes.heading', level),
      bulletList: t('redline.shapes.bulletList'),
      orderedList: t('redline.shapes.orderedList'),
    },
    unchangedBlocks: count => t('redline.unchanged.blocks', count),
    unchangedItems: count => t('redline.unchanged.items', count),
    unchangedElements: count => t('redline.unchanged.elements', count),
    framework: t('plan.framework.title'),
    goal: t('plan.framework.goal'),
    objective: letter => t('redline.objective', letter),
    indicator: t('redline.indicator'),
    blank: t('plan.framework.blank'),
    targetDate: t('plan.framework.targetDate'),
    date: date => format().date(Date.parse(`${date}T12:00:00`)),
    dependsOn: t('plan.framework.dependsOn'),
    reference: reference => {
      const label = labelOf(reference)
      return label === null ? t('plan.framework.lost') : (label ?? '…')
    },
  })
}
