import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import type { SectionContent } from '#shared/plan'
import { compareSections, renderRedline } from '#shared/redline'
import { createLabels } from './labels.ts'
import { createRedlineLabels } from './redline-labels.ts'

/** What separates two frozen sections, word by word, worked out in this browser from their exact texts. [E9] */
export function Redline(props: {
  readonly before: SectionContent
  readonly after: SectionContent
  readonly headingShift?: number
}): JSX.Element {
  const t = useT()
  const labels = createRedlineLabels(createLabels())
  const redline = () => compareSections(props.before, props.after)
  return (
    <Show when={redline()}>
      {found => (
        <>
          <p class="ui-small ui-muted">
            {found().distance === 0 ? t('redline.same') : t('redline.distance', found().distance)}
          </p>
          {/* Escaped by renderRedline. */}
          <div
            class="redline-sheet"
            innerHTML={renderRedline(found(), { labels: labels(), headingShift: props.headingShift ?? 0 })}
          />
        </>
      )}
    </Show>
  )
}
