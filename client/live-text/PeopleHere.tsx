import { createMemo, createSignal, For, onCleanup, createEffect, Show, type JSX } from 'solid-js'
import type { Awareness } from 'y-protocols/awareness'
import { useMe } from '#client/app'
import { cursorColour } from '#client/editor'
import { useT } from '#client/i18n'
import { Avatar } from '#client/ui'
import { peopleIn, type PersonHere } from './people-here.ts'
import './people-here.css'

const shownAtMost = 6

/** Who has this text open, each person once. */
export function PeopleHere(props: { readonly awareness: Awareness }): JSX.Element {
  const t = useT()
  const me = useMe()
  const [people, setPeople] = createSignal<readonly PersonHere[]>([])
  createEffect(() => {
    const { awareness } = props
    const look = (): void => void setPeople(peopleIn(awareness.getStates().values()))
    look()
    awareness.on('change', look)
    onCleanup(() => awareness.off('change', look))
  })
  const others = createMemo(() => people().filter(person => person.name !== me().person.name))
  return (
    <Show when={others().length > 0}>
      <ul class="people-here" role="list" aria-label={t('sync.here')}>
        <For each={others().slice(0, shownAtMost)}>
          {person => (
            <li>
              <Avatar
                name={person.name}
                detail={person.organisation}
                size="small"
                color={person.color ?? cursorColour(person.name)}
              />
            </li>
          )}
        </For>
        <Show when={others().length > shownAtMost}>
          <li class="ui-small ui-muted">{t('sync.others', others().length - shownAtMost)}</li>
        </Show>
      </ul>
    </Show>
  )
}
