import { For, Show, type JSX } from 'solid-js'
import Vote from 'lucide-solid/icons/vote'
import { useT } from '#client/i18n'
import { Button } from '#client/ui'
import { openVotesOf } from './open-votes.ts'
import { useRoom } from './room.ts'
import { voteTitle } from './words.ts'

/** Calls to a vote that is open and not in sight. The call is heard through the news; here it is for the eye. */
export function VoteCall(props: { readonly onGo: () => void; readonly always?: boolean }): JSX.Element {
  const t = useT()
  const room = useRoom()
  const calls = () =>
    openVotesOf(room.floor()).filter(vote => props.always === true || vote.itemId !== room.view().item?.id)
  return (
    <Show when={calls().length > 0}>
      <div class="room-call ui-tone-voting">
        <Vote size={22} aria-hidden="true" />
        <div>
          <For each={calls()}>{vote => <p>{t('room.vote.open', voteTitle(vote, t))}</p>}</For>
        </div>
        <Button variant="primary" size="small" onPress={() => props.onGo()}>
          {t('room.vote.go')}
        </Button>
      </div>
    </Show>
  )
}
