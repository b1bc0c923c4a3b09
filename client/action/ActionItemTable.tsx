import { createSignal, Show, type JSX } from 'solid-js'
import Ban from 'lucide-solid/icons/ban'
import Check from 'lucide-solid/icons/check'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import Pencil from 'lucide-solid/icons/pencil'
import { useFormat, useT } from '#client/i18n'
import { Badge, Button, Menu, MenuItem, Table, TimeStamp, type Column } from '#client/ui'
import type { ActionItemView } from '../api/action.ts'
import { ActionItemDialog } from './ActionItemDialog.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { DueDay } from './DueDay.tsx'
import './action.css'

interface Intent {
  readonly act: 'done' | 'drop' | 'edit'
  readonly item: ActionItemView
}

/** Action items with what this person may do about each. */
export function ActionItemTable(props: {
  readonly items: readonly ActionItemView[]
  readonly closed: boolean
  readonly serverNow: number
  /** Where everything is of one group, its name stands nowhere. */
  readonly ofOneGroup?: boolean | undefined
  readonly empty?: JSX.Element | undefined
  readonly onChanged: () => void
}): JSX.Element {
  const t = useT()
  const [intent, setIntent] = createSignal<Intent | null>(null)
  const done = (): void => {
    setIntent(null)
    props.onChanged()
  }
  const what: Column<ActionItemView> = {
    key: 'text',
    header: t('action.text'),
    primary: true,
    cell: item => (
      <div class="action-what">
        <span class="action-what__text">{item.text}</span>
        <span class="ui-small ui-muted">
          <Show when={!props.ofOneGroup}>{item.group.name} · </Show>
          <MeetingLink item={item} />
        </span>
      </div>
    ),
  }
  const who: Column<ActionItemView> = {
    key: 'owner',
    header: t('action.owner'),
    cell: item => (
      <span class="ui-row ui-row--tight">
        {item.owner.label}
        <Show when={item.mine}>
          <Badge tone="accent">{t('action.yours')}</Badge>
        </Show>
      </span>
    ),
  }
  const due: Column<ActionItemView> = {
    key: 'due',
    header: t('action.due'),
    cell: item => <DueDay dueOn={item.dueOn} overdue={item.overdue} />,
  }
  const closed: Column<ActionItemView> = {
    key: 'closed',
    header: t('action.closedHead'),
    cell: item => <Closed item={item} />,
  }
  const acts: Column<ActionItemView> = {
    key: 'acts',
    header: t('action.acts'),
    hideHeader: true,
    align: 'end',
    cell: item => <Acts item={item} onIntent={setIntent} />,
  }
  return (
    <>
      <Table
        caption={t(props.closed ? 'action.caption.closed' : 'action.caption.open')}
        rows={props.items}
        empty={props.empty}
        columns={props.closed ? [what, who, closed] : [what, who, due, acts]}
      />
      <Show when={intent()} keyed>
        {wish =>
          wish.act === 'edit' ? (
            <ActionItemDialog
              open
              meetingId={wish.item.meeting.id}
              itemId={wish.item.item?.id ?? null}
              timeZone={wish.item.meeting.timeZone}
              serverNow={props.serverNow}
              item={wish.item}
              onDone={done}
              onClose={() => setIntent(null)}
            />
          ) : (
            <CloseDialog item={wish.item} as={wish.act} onDone={done} onClose={() => setIntent(null)} />
          )
        }
      </Show>
    </>
  )
}

function MeetingLink(props: { readonly item: ActionItemView }): JSX.Element {
  const format = useFormat()
  const day = (): string => format().inZone(props.item.meeting.timeZone).shortDate(props.item.meeting.startsAt)
  return (
    <a href={`/meetings/${props.item.meeting.id}`}>
      {props.item.meeting.title}, {day()}
    </a>
  )
}

function Closed(props: { readonly item: ActionItemView }): JSX.Element {
  const t = useT()
  return (
    <Show when={props.item.closed}>
      {closed => (
        <div class="action-closed">
          <span class="ui-row ui-row--tight">
            <Badge tone={props.item.state === 'done' ? 'success' : 'waived'}>
              {t(`action.state.${props.item.state}`)}
            </Badge>
            <span class="ui-small ui-muted">
              <TimeStamp at={closed().at} show="shortDate" /> {t('action.closedBy', closed().by)}
            </span>
          </span>
          <Show when={closed().note}>{note => <span class="ui-small">{note()}</span>}</Show>
        </div>
      )}
    </Show>
  )
}

function Acts(props: { readonly item: ActionItemView; readonly onIntent: (intent: Intent) => void }): JSX.Element {
  const t = useT()
  const wish = (act: Intent['act']) => () => props.onIntent({ act, item: props.item })
  return (
    <div class="ui-row ui-row--tight action-acts">
      <Show when={props.item.may.close}>
        <Button size="small" icon={Check} aria-label={t('action.markDoneItem', props.item.text)} onPress={wish('done')}>
          {t('action.markDone')}
        </Button>
      </Show>
      <Show when={props.item.may.close || props.item.may.change}>
        <Menu
          label={t('action.more', props.item.text)}
          trigger={<Ellipsis size={18} aria-hidden="true" />}
          triggerClass="ui-button ui-button--quiet ui-button--small ui-button--icon-only"
        >
          <Show when={props.item.may.change}>
            <MenuItem icon={Pencil} onSelect={wish('edit')}>
              {t('action.edit')}
            </MenuItem>
          </Show>
          <Show when={props.item.may.close}>
            <MenuItem icon={Ban} onSelect={wish('drop')}>
              {t('action.drop')}
            </MenuItem>
          </Show>
        </Menu>
      </Show>
    </div>
  )
}
