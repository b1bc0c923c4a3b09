import { For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Quorum } from '#client/motion'
import { Badge, Panel } from '#client/ui'
import { useRoom } from './room.ts'

/** Quorum of all seats and of NGO seats, of each group whose seats vote here. [M3, V6] */
export function QuorumPanel(): JSX.Element {
  const t = useT()
  const room = useRoom()
  return (
    <Show when={room.floor().quorum.length > 0}>
      <Panel title={t('room.quorum.title')} level={2}>
        <For each={room.floor().quorum}>
          {quorum => (
            <div class="ui-stack ui-stack--tight">
              <Show when={room.floor().quorum.length > 1}>
                <h3 class="room-pane__part">{quorum.group.name}</h3>
              </Show>
              <p aria-live="polite">
                <Badge tone={quorum.quorate ? 'success' : 'notice'}>
                  {quorum.quorate ? t('room.quorum.met') : t('room.quorum.missed')}
                </Badge>
              </p>
              <Quorum quorum={quorum} />
            </div>
          )}
        </For>
      </Panel>
    </Show>
  )
}
