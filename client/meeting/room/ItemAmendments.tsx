import { createSignal, Show, type JSX } from 'solid-js'
import { AmendmentList } from '#client/amendment'
import { useT } from '#client/i18n'
import { Button, Panel } from '#client/ui'
import type { AmendmentEntry } from '../../api/amendment.ts'
import type { FloorItem } from '../../api/room.ts'
import { OpenItemVoteDialog } from './OpenItemVoteDialog.tsx'
import { useRoom } from './room.ts'

/** Amendments to the text that the item decides on; they are voted on before it, in their order. [V4] */
export function ItemAmendments(props: {
  readonly item: FloorItem
  readonly amendments: readonly AmendmentEntry[]
}): JSX.Element {
  const t = useT()
  const room = useRoom()
  const [asking, setAsking] = createSignal<string | null>(null)
  const mayOpen = (): boolean =>
    room.floor().state === 'inSession' && room.mine().mayPreside && room.floor().currentItemId === props.item.id
  return (
    <Show when={props.amendments.length > 0}>
      <Panel title={t('amendment.count', props.amendments.length)} level={3}>
        <AmendmentList
          amendments={props.amendments}
          versionId={props.item.subject?.id ?? ''}
          acts={amendment => (
            <Show when={amendment.next && mayOpen()}>
              <Button size="small" variant="primary" onPress={() => setAsking(amendment.id)}>
                {t('amendment.openVote')}
              </Button>
            </Show>
          )}
        />
      </Panel>
      <Show when={asking()} keyed>
        {id => <OpenItemVoteDialog open item={props.item} amendmentId={id} onClose={() => setAsking(null)} />}
      </Show>
    </Show>
  )
}
