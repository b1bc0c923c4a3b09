import { For, Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { Digest, StateTag } from '#client/ui'
import type { ErratumEntry } from '../api/minutes.ts'
import { stateTone } from './standing.ts'
import { createUnchanged } from './unchanged.ts'

/** What was added to sealed minutes. The original above stays as it was approved. */
export function Errata(props: { readonly errata: readonly ErratumEntry[] }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const errata = createUnchanged(() => props.errata)
  return (
    <Show when={errata().length > 0}>
      <section class="minutes-errata" aria-labelledby="errata">
        <h2 id="errata">{t('minutes.errata.title')}</h2>
        <ol role="list" class="minutes-errata__list">
          <For each={errata()}>
            {erratum => (
              <li class="minutes-errata__item">
                <div class="ui-row ui-row--tight ui-row--between">
                  <span class="ui-small ui-muted">
                    {t('minutes.errata.by', erratum.by, format().dateTime(erratum.circulatedAt))}
                  </span>
                  <StateTag state={stateTone[erratum.state]} plain>
                    {t(`minutes.state.${erratum.state}`)}
                  </StateTag>
                </div>
                <p class="minutes-errata__words">{erratum.text}</p>
                <Show when={erratum.seal}>
                  {seal => <p class="ui-small ui-muted">{t('minutes.chain.number', seal().number)}</p>}
                </Show>
                <Digest value={erratum.digest} />
              </li>
            )}
          </For>
        </ol>
      </section>
    </Show>
  )
}
