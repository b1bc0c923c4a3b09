import { For, Show, type JSX } from 'solid-js'
import Check from 'lucide-solid/icons/check'
import CornerUpRight from 'lucide-solid/icons/corner-up-right'
import { useT } from '#client/i18n'
import { itemTitle } from '#client/titles'
import { useRoom } from '../room/room.ts'
import { createFit } from './fit.ts'
import { agendaWindow } from './scene.ts'

/** As many rows as are legible from ten metres. */
const rows = 6

/** The agenda around what comes next. */
export function ScreenAgenda(props: { readonly title: string }): JSX.Element {
  const t = useT()
  const room = useRoom()
  const items = () => room.floor().items.filter(item => item.parentId === null)
  const window = () => agendaWindow(items(), rows)
  const fit = createFit(() =>
    window()
      .shown.map(item => item.title)
      .join(),
  )
  return (
    <section ref={fit.box} class="screen-agenda" aria-labelledby="screen-agenda">
      <h2 id="screen-agenda" class="screen__small">
        {props.title}
      </h2>
      <ol role="list" class="screen-agenda__items">
        <For each={window().shown}>
          {item => (
            <li
              class="screen-agenda__item"
              classList={{ 'screen-agenda__item--done': item.state === 'finished' || item.state === 'postponed' }}
            >
              <span class="screen-agenda__number">{item.number}</span>
              <span class="screen-agenda__title">{itemTitle(t, item)}</span>
              <span class="screen-agenda__sign">
                <Show when={item.state === 'finished'}>
                  <Check aria-hidden="true" />
                </Show>
                <Show when={item.state === 'postponed'}>
                  <CornerUpRight aria-hidden="true" />
                </Show>
                <span class="ui-visually-hidden">{t(`meeting.agenda.state.${item.state}`)}</span>
              </span>
            </li>
          )}
        </For>
      </ol>
      <Show when={window().after > 0}>
        <p class="screen__small screen__quiet">{t('room.screen.more', window().after)}</p>
      </Show>
    </section>
  )
}
