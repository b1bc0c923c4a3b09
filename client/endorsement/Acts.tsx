import { For, Match, Show, Switch, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Digest, Panel, TimeStamp } from '#client/ui'
import type { PlanVersionAnswer } from '../api/endorsement.ts'

type Act = PlanVersionAnswer['acts'][number]

/** What the National Co-ordinator did with it, and how it was confirmed. [E3, E4] */
export function Acts(props: { readonly acts: readonly Act[] }): JSX.Element {
  const t = useT()
  return (
    <Show when={props.acts.length > 0}>
      <Panel title={t('endorsement.page.acts')}>
        <For each={props.acts}>
          {act => (
            <Switch>
              <Match when={act.act === 'endorsed' && act} keyed>
                {given => (
                  <div class="ui-stack ui-stack--tight">
                    <p>
                      <strong>{t('endorsement.page.actEndorsed', given.by)}</strong>, <TimeStamp at={given.at} />
                    </p>
                    <p>{t(`endorsement.page.methods.${given.method}`)}</p>
                    <p class="ui-small ui-muted">
                      {t('endorsement.page.statement')} <Digest value={given.statement} />
                    </p>
                  </div>
                )}
              </Match>
              <Match when={act.act === 'sentBack' && act} keyed>
                {sent => (
                  <div class="ui-stack ui-stack--tight">
                    <p>
                      <strong>{t('endorsement.page.actSentBack', sent.by)}</strong>, <TimeStamp at={sent.at} />
                    </p>
                    <blockquote class="endorsement-reasons">{sent.reasons}</blockquote>
                  </div>
                )}
              </Match>
            </Switch>
          )}
        </For>
      </Panel>
    </Show>
  )
}
