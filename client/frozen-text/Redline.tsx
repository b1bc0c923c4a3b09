import type { JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { renderRedline, type RedlineLabels, type TextRedline } from '#shared/redline'

/** What separates two frozen texts, word by word, worked out in this browser from their exact words. [E9] */
export function Redline(props: {
  readonly redline: TextRedline
  readonly labels: RedlineLabels
  readonly headingShift?: number | undefined
}): JSX.Element {
  const t = useT()
  return (
    <>
      <p class="ui-small ui-muted">
        {props.redline.distance === 0 ? t('redline.same') : t('redline.distance', props.redline.distance)}
      </p>
      {/* Escaped by renderRedline. */}
      <div
        class="redline-sheet"
        innerHTML={renderRedline(props.redline, { labels: props.labels, headingShift: props.headingShift ?? 0 })}
      />
    </>
  )
}
