import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import type { CorrectionEntry } from '../api/minutes.ts'

/** The words as they stand and those proposed in their place, told apart by line, word and colour. */
export function ProposedChange(props: { readonly correction: CorrectionEntry }): JSX.Element {
  const t = useT()
  return (
    <div class="proposed-change">
      <Show when={props.correction.quote !== ''}>
        <p>
          <span class="proposed-change__label">{t('minutes.correction.from')}</span>
          <del>{props.correction.quote}</del>
        </p>
      </Show>
      <p>
        <span class="proposed-change__label">
          {t(props.correction.quote === '' ? 'minutes.correction.add' : 'minutes.correction.to')}
        </span>
        <Show when={props.correction.proposal !== ''} fallback={<em>{t('minutes.correction.nothing')}</em>}>
          <ins>{props.correction.proposal}</ins>
        </Show>
      </p>
    </div>
  )
}
