import { For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import type { ManifestEntryAnswer, PlanVersionAnswer } from '../api/endorsement.ts'

const kinds = ['changed', 'added', 'removed'] as const

/** What separates this version from the one endorsed before it, by the codes of the sections. [E4] */
export function Changes(props: {
  readonly since: PlanVersionAnswer['since']
  readonly entries: readonly Pick<ManifestEntryAnswer, 'code' | 'change'>[]
  readonly removed: readonly string[]
}): JSX.Element {
  const t = useT()
  const codes = (kind: (typeof kinds)[number]): readonly string[] =>
    kind === 'removed' ? props.removed : props.entries.filter(entry => entry.change === kind).map(entry => entry.code)
  const some = (): boolean => kinds.some(kind => codes(kind).length > 0)
  return (
    <Show when={props.since} fallback={<p class="ui-muted">{t('endorsement.changes.first')}</p>}>
      {since => (
        <div class="endorsement-changes">
          <p class="ui-muted">{t(`endorsement.changes.${some() ? 'since' : 'none'}`, since().number)}</p>
          <For each={kinds.filter(kind => codes(kind).length > 0)}>
            {kind => (
              <p>
                <strong>{t(`endorsement.changes.${kind}`)}</strong> {codes(kind).join(', ')}
              </p>
            )}
          </For>
        </div>
      )}
    </Show>
  )
}
