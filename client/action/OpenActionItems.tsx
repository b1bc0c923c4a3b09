import { createMemo, For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Badge, Panel } from '#client/ui'
import { fetchActionItems, type ActionItemView } from '../api/action.ts'
import { createFetched } from '../api/fetched.ts'
import { DueDay } from './DueDay.tsx'
import { sameItems } from './same-items.ts'
import './action.css'

/** What earlier meetings of a group left to do: it stands on the page of every meeting until it is closed. [M6] */
export function OpenActionItems(props: { readonly groupId: string; readonly level?: 2 | 3 }): JSX.Element {
  const t = useT()
  const fetched = createFetched(() => fetchActionItems({ group: props.groupId, state: 'open' }), ['actionItem'])
  const items = createMemo<readonly ActionItemView[]>(before => sameItems(before, fetched.value()?.items ?? []), [])
  const overdue = (): number => items().filter(item => item.overdue).length
  return (
    <Panel title={t('action.left.title')} level={props.level ?? 2} variant="plain">
      <Show when={fetched.value()}>
        <Show when={items().length > 0} fallback={<p class="ui-muted">{t('action.left.none')}</p>}>
          <p class="ui-small ui-muted">{t('action.left.count', items().length, overdue())}</p>
          <ul role="list" class="action-left">
            <For each={items()}>{item => <Left item={item} />}</For>
          </ul>
        </Show>
        <p class="ui-small">
          <a href="/action-items">{t('action.left.all')}</a>
        </p>
      </Show>
    </Panel>
  )
}

function Left(props: { readonly item: ActionItemView }): JSX.Element {
  const t = useT()
  return (
    <li class="action-left__item">
      <span>{props.item.text}</span>
      <span class="ui-row ui-row--tight ui-small ui-muted">
        {props.item.owner.label}
        <Show when={props.item.mine}>
          <Badge tone="accent">{t('action.yours')}</Badge>
        </Show>
        <span aria-hidden="true">·</span>
        <DueDay dueOn={props.item.dueOn} overdue={props.item.overdue} />
      </span>
    </li>
  )
}
