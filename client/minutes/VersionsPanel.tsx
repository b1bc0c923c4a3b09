import { createSignal, For, Show, type JSX } from 'solid-js'
import FileDiff from 'lucide-solid/icons/file-diff'
import { MinutesComparison } from '#client/frozen-text'
import { useFormat, useT } from '#client/i18n'
import { Button, Dialog, Digest, Notice, Panel } from '#client/ui'
import type { MinutesAnswer } from '../api/minutes.ts'
import { createUnchanged } from './unchanged.ts'

/** What was circulated: each version for good, by its digest. */
export function VersionsPanel(props: { readonly versions: MinutesAnswer['versions'] }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const [compared, setCompared] = createSignal<string | null>(null)
  const versions = createUnchanged(() => props.versions.toSorted((one, other) => other.number - one.number))
  return (
    <Panel title={t('minutes.versions.title')} variant="plain">
      <Show when={versions().length > 0} fallback={<p class="ui-small ui-muted">{t('minutes.versions.empty')}</p>}>
        <ol class="minutes-versions" role="list">
          <For each={versions()}>
            {version => (
              <li class="minutes-versions__item">
                <strong>{t('minutes.versions.number', version.number)}</strong>
                <span class="ui-small ui-muted">
                  {t('minutes.versions.circulated', format().dateTime(version.circulatedAt), version.circulatedBy.name)}
                </span>
                <Digest value={version.digest} />
                <Show when={version.number > 1}>
                  <Button size="small" variant="quiet" icon={FileDiff} onPress={() => setCompared(version.id)}>
                    {t('redline.compare')}
                  </Button>
                </Show>
                <Show when={!version.intact}>
                  <Notice tone="alarm" when={t('minutes.versions.altered')} standing />
                </Show>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <Show when={compared()} keyed>
        {id => (
          <Dialog open size="large" title={t('redline.compare')} onClose={() => setCompared(null)}>
            <MinutesComparison id={id} />
          </Dialog>
        )}
      </Show>
    </Panel>
  )
}
