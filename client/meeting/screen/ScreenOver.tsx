import { For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { closedVotesOf } from '../room/open-votes.ts'
import { useRoom } from '../room/room.ts'
import { outcomeWord, voteTitle } from '../room/words.ts'

/** After the meeting: what was decided. */
export function ScreenOver(): JSX.Element {
  const t = useT()
  const room = useRoom()
  const decided = () => closedVotesOf(room.floor())
  return (
    <section class="screen-pause">
      <p class="screen__big">{t('room.item.over')}</p>
      <Show when={decided().length > 0}>
        <h2 class="screen__small">{t('room.screen.decisions')}</h2>
        <ul role="list" class="screen-agenda__items">
          <For each={decided()}>
            {decision => (
              <li class="screen-agenda__item screen-agenda__item--decision">
                <span class="screen-agenda__title">{voteTitle(decision, t)}</span>
                <strong>{outcomeWord(decision.outcome, t)}</strong>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
