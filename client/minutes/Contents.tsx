import { For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { itemTitle } from '#client/titles'
import { Badge } from '#client/ui'
import type { MinutesAnswer } from '../api/minutes.ts'
import { createUnchanged } from './unchanged.ts'

/** The way to each part, and where corrections wait for a decision. */
export function Contents(props: { readonly minutes: MinutesAnswer }): JSX.Element {
  const t = useT()
  const entries = createUnchanged(() =>
    props.minutes.parts.map(({ item, documentId }) => ({
      documentId,
      number: item?.number ?? '',
      title: item ? itemTitle(t, item) : t('minutes.general'),
      undecided: props.minutes.corrections.filter(
        correction => correction.itemId === (item?.id ?? null) && correction.state === 'proposed',
      ).length,
    })),
  )
  return (
    <ol class="minutes-contents" role="list">
      <For each={entries()}>
        {entry => (
          <li class="minutes-contents__entry">
            <span class="minutes-contents__number">{entry.number}</span>
            <a href={`#part-${entry.documentId}`}>{entry.title}</a>
            <Show when={entry.undecided > 0}>
              <Badge tone="notice">{t('minutes.contents.undecided', entry.undecided)}</Badge>
            </Show>
          </li>
        )}
      </For>
    </ol>
  )
}
