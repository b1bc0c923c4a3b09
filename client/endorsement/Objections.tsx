import { For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import type { Objection } from '#shared/endorsement'
import { GradeMark, TallyMark } from './Marks.tsx'

/** Every vote in which NGO seats were against or silent: part of what is signed. [E4] */
export function Objections(props: { readonly objections: readonly Objection[] }): JSX.Element {
  const t = useT()
  return (
    <Show when={props.objections.length > 0} fallback={<p class="ui-muted">{t('endorsement.objections.none')}</p>}>
      <p class="ui-muted">{t('endorsement.objections.some', props.objections.length)}</p>
      <ul role="list" class="endorsement-objections">
        <For each={props.objections}>
          {objection => (
            <li>
              <span>{t('endorsement.objections.line', objection.code, objection.title)}</span>
              <span class="ui-row ui-row--tight ui-small">
                {t('endorsement.page.ngo')} <TallyMark tally={objection.ngoTally} ngo />
                <GradeMark grade={objection.grade} />
              </span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
