import { For, Show, type JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { useT } from '#client/i18n'
import { VisuallyHidden } from '#client/ui'
import type { ChangeInSentence } from '#shared/amendment'
import { fetchAmendment } from '../api/amendment.ts'
import { createFetched } from '../api/fetched.ts'

/** What an amendment changes, why, and for which seat. [A2] */
export function AmendmentWords(props: { readonly id: string }): JSX.Element {
  const t = useT()
  const amendment = createFetched(() => fetchAmendment(props.id))
  return (
    <Fetched of={amendment} lines={3}>
      {found => (
        <div class="ui-stack">
          <ChangedSentences changes={found().changes} />
          <p>{t('amendment.because', found().reason)}</p>
        </div>
      )}
    </Fetched>
  )
}

export function ChangedSentences(props: { readonly changes: readonly ChangeInSentence[] }): JSX.Element {
  return <For each={props.changes}>{change => <ChangedSentence change={change} />}</For>
}

/** A change in its sentence: what goes struck through, what comes underlined. */
export function ChangedSentence(props: { readonly change: ChangeInSentence }): JSX.Element {
  const t = useT()
  return (
    <p class="redline">
      {props.change.before}
      <Show when={props.change.goes}>
        <del>
          <VisuallyHidden>{t('redline.removed.begin')} </VisuallyHidden>
          {props.change.goes}
          <VisuallyHidden> {t('redline.removed.end')}</VisuallyHidden>
        </del>
      </Show>
      <Show when={props.change.comes}>
        <ins>
          <VisuallyHidden>{t('redline.inserted.begin')} </VisuallyHidden>
          {props.change.comes}
          <VisuallyHidden> {t('redline.inserted.end')}</VisuallyHidden>
        </ins>
      </Show>
      {props.change.after}
    </p>
  )
}
