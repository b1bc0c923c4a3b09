import { Match, Show, Switch, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { itemTitle } from '#client/titles'
import { Badge, EmptyState } from '#client/ui'
import type { FloorItem } from '../../api/room.ts'
import type { Conduct } from './conduct.ts'
import { areWaiting, createItemAmendments } from './item-amendments.ts'
import { ItemAmendments } from './ItemAmendments.tsx'
import { ItemConduct } from './ItemConduct.tsx'
import { ItemText } from './ItemText.tsx'
import { Over } from './Over.tsx'
import { Papers } from './Papers.tsx'
import { useRoom } from './room.ts'

/** The item that the reader looks at: what it is about, its papers, and the exact text that it decides on. [M2, V4] */
export function ItemPane(props: {
  readonly conduct: Conduct
  /** Stands between what the item is about and its text: the votes on it. */
  readonly children?: JSX.Element
}): JSX.Element {
  const room = useRoom()
  return (
    <Show when={room.view().item} fallback={<NoItem />}>
      {item => (
        <Item item={item()} conduct={props.conduct}>
          {props.children}
        </Item>
      )}
    </Show>
  )
}

function Item(props: {
  readonly item: FloorItem
  readonly conduct: Conduct
  readonly children: JSX.Element
}): JSX.Element {
  const t = useT()
  const room = useRoom()
  const amendments = createItemAmendments(() => props.item)
  return (
    <section class="room-pane" aria-labelledby="room-item-title">
      <p class="ui-eyebrow">{t('room.item.eyebrow', props.item.number, t(`meeting.agenda.type.${props.item.type}`))}</p>
      <h2 id="room-item-title" class="room-pane__title" tabIndex={-1}>
        {itemTitle(t, props.item)}
      </h2>
      <p class="ui-row ui-row--tight ui-small">
        <Badge tone={props.item.state === 'open' ? 'accent' : 'neutral'}>
          {t(`meeting.agenda.state.${props.item.state}`)}
        </Badge>
        <Show when={props.item.carried}>
          <Badge tone="notice">{t('meeting.agenda.carried')}</Badge>
        </Show>
        <Show when={props.item.secondCall}>
          <Badge tone="notice">{t('meeting.agenda.secondCall')}</Badge>
        </Show>
        <Show when={props.item.presenter}>
          {presenter => <span class="ui-muted">{t('meeting.agenda.presents', presenter().label)}</span>}
        </Show>
      </p>
      <Show when={props.item.note}>
        <p class="room-pane__note">{props.item.note}</p>
      </Show>
      <Show when={room.mine().mayConduct}>
        <ItemConduct item={props.item} conduct={props.conduct} textWaits={areWaiting(amendments())} />
      </Show>
      <Papers papers={props.item.papers} />
      {props.children}
      <ItemAmendments item={props.item} amendments={amendments()} />
      <Show when={props.item.subject?.digest} keyed>
        <Show when={props.item.subject}>{subject => <ItemText subject={subject()} />}</Show>
      </Show>
    </section>
  )
}

function NoItem(): JSX.Element {
  const t = useT()
  const room = useRoom()
  return (
    <Switch>
      <Match when={room.floor().state === 'draft' || room.floor().state === 'convened'}>
        <EmptyState title={t('room.item.notBegun')}>{t('room.item.notBegunText')}</EmptyState>
      </Match>
      <Match when={room.floor().state === 'inSession' || room.floor().state === 'suspended'}>
        <EmptyState title={t('room.item.between')}>{t('room.item.betweenText')}</EmptyState>
      </Match>
      <Match when={room.floor().state === 'cancelled'}>
        <EmptyState title={t('meeting.state.cancelled')}>{t('room.lead.cancelled')}</EmptyState>
      </Match>
      <Match when={true}>
        <Over />
      </Match>
    </Switch>
  )
}
