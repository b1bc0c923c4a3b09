import { For, Show, type JSX } from 'solid-js'
import FileText from 'lucide-solid/icons/file-text'
import { textPage } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { paperTitle } from '#client/titles'
import { paperFileUrl } from '../../api/paper.ts'
import type { FloorItem } from '../../api/room.ts'

type Paper = FloorItem['papers'][number]

/** What an item is worked on with: versions, and files as they were handed in. */
export function Papers(props: { readonly papers: readonly Paper[] }): JSX.Element {
  const t = useT()
  return (
    <Show when={props.papers.length > 0}>
      <section aria-labelledby="room-papers">
        <h3 id="room-papers" class="room-pane__part">
          {t('room.item.papers')}
        </h3>
        <ul role="list" class="room-papers">
          <For each={props.papers}>
            {paper => (
              <li>
                <FileText size={18} strokeWidth={1.75} aria-hidden="true" />
                <PaperLink paper={paper} />
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

function PaperLink(props: { readonly paper: Paper }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const page = (): string | null => {
    const { subjectKind, subjectId } = props.paper
    return subjectKind === null || subjectId === null ? null : textPage(subjectKind, subjectId)
  }
  return (
    <Show
      when={props.paper.kind === 'version'}
      fallback={
        <a href={paperFileUrl(props.paper.id)} rel="external">
          {paperTitle(t, props.paper)}
          <Show when={props.paper.bytes}>
            {bytes => <span class="ui-muted ui-small"> · {format().number(Math.ceil(bytes() / 1024))} kB</span>}
          </Show>
        </a>
      }
    >
      <Show when={page()} fallback={<span>{paperTitle(t, props.paper)}</span>}>
        {href => <a href={href()}>{paperTitle(t, props.paper)}</a>}
      </Show>
    </Show>
  )
}
