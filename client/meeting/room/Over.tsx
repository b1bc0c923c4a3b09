import { For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Panel } from '#client/ui'
import { closedVotesOf, type ClosedVote } from './open-votes.ts'
import { useRoom } from './room.ts'
import { outcomeWord, voteTitle } from './words.ts'

/** The room after the meeting: what was decided, and what waits for the next one. [M2, M6] */
export function Over(): JSX.Element {
  const t = useT()
  const room = useRoom()
  const closed = () => closedVotesOf(room.floor())
  const postponed = (): number => room.floor().items.filter(item => item.state === 'postponed').length
  return (
    <Panel title={t('room.over.title')} level={2}>
      <Show when={closed().length > 0} fallback={<p class="ui-muted">{t('room.over.none')}</p>}>
        <ul role="list" class="room-over">
          <For each={closed()}>
            {vote => (
              <li class="room-over__row">
                <a href={`/motions/${vote.motionId}`}>{voteTitle(vote, t)}</a>
                <strong>{outcomeWord(vote.outcome, t)}</strong>
                <span class="ui-small ui-muted room-over__number">{numberOf(vote)}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={postponed() > 0}>
        <p class="ui-muted">{t('room.over.postponed', postponed())}</p>
      </Show>
      <p class="ui-small ui-muted">{t('room.item.overText')}</p>
    </Panel>
  )

  function numberOf({ decision }: ClosedVote): string {
    const { code } = room.floor().group
    return decision === null ? '' : t('room.item.decision', code.toUpperCase(), decision.year, decision.number)
  }
}
