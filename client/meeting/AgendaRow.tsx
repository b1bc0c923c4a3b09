import { Show, type JSX } from 'solid-js'
import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import CornerDownRight from 'lucide-solid/icons/corner-down-right'
import CornerLeftUp from 'lucide-solid/icons/corner-left-up'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import GripVertical from 'lucide-solid/icons/grip-vertical'
import ListPlus from 'lucide-solid/icons/list-plus'
import Pencil from 'lucide-solid/icons/pencil-line'
import Trash from 'lucide-solid/icons/trash'
import { textPage } from '#client/app'
import { useT } from '#client/i18n'
import { itemTitle, textTitle } from '#client/titles'
import { Badge, Digest, Menu, MenuItem, MenuSeparator } from '#client/ui'
import { isFixed } from '#shared/meeting'
import type { FloorItem } from '../api/meeting.ts'
import type { AgendaIntent } from './AgendaDialogs.tsx'
import type { Arranging } from './arranging.ts'
import type { Direction } from './agenda-moves.ts'

interface Props {
  readonly item: FloorItem
  readonly arranging: Arranging
  readonly mayEdit: boolean
  readonly below?: ((item: FloorItem) => JSX.Element) | undefined
  readonly onIntent: (intent: AgendaIntent) => void
}

/** One item of an agenda, with its handle and its menu for those who set it. */
export function AgendaRow(props: Props): JSX.Element {
  const t = useT()
  const movable = (): boolean => props.mayEdit && !isFixed(props.item)
  const dropSide = () => {
    const drop = props.arranging.drop()
    return drop?.target === props.item.id ? drop.side : null
  }
  return (
    <li
      class="meeting-item"
      classList={{
        'meeting-item--sub': props.item.parentId !== null,
        'meeting-item--editable': props.mayEdit,
        'meeting-item--dragged': props.arranging.dragged() === props.item.id,
        'meeting-item--before': dropSide() === 'before',
        'meeting-item--after': dropSide() === 'after',
      }}
      data-item={props.item.id}
    >
      <Show when={props.mayEdit}>
        <span class="meeting-item__grip">
          <Show when={movable()}>
            <Handle item={props.item} arranging={props.arranging} />
          </Show>
        </span>
      </Show>
      <span class="meeting-item__number ui-numeric">{props.item.number}</span>
      <div class="meeting-item__body">
        <div class="meeting-item__title">{itemTitle(t, props.item)}</div>
        <ItemFacts item={props.item} />
        <Show when={props.item.note}>
          <p class="meeting-item__note">{props.item.note}</p>
        </Show>
        {props.below?.(props.item)}
      </div>
      <Show when={movable()}>
        <ItemMenu {...props} />
      </Show>
    </li>
  )
}

const keys: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'indent',
  ArrowLeft: 'outdent',
}

/** Moves the item by arrow keys, or by dragging with mouse, pen or finger. */
function Handle(props: Pick<Props, 'item' | 'arranging'>): JSX.Element {
  const t = useT()
  return (
    <button
      type="button"
      class="meeting-item__handle"
      aria-label={t('meeting.agenda.handle', props.item.title)}
      title={t('meeting.agenda.handleHint')}
      aria-description={t('meeting.agenda.handleHint')}
      onKeyDown={event => {
        const direction = keys[event.key]
        if (direction === undefined) return
        event.preventDefault()
        props.arranging.step(props.item.id, direction)
      }}
      onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={event => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) props.arranging.drag(props.item.id, event)
      }}
      onPointerUp={() => props.arranging.endDrag(true)}
      onPointerCancel={() => props.arranging.endDrag(false)}
    >
      <GripVertical size={18} aria-hidden="true" />
    </button>
  )
}

function ItemFacts(props: { readonly item: FloorItem }): JSX.Element {
  const t = useT()
  return (
    <div class="meeting-item__facts">
      <Badge tone={props.item.type === 'decision' || props.item.type === 'election' ? 'voting' : 'neutral'}>
        {t(`meeting.agenda.type.${props.item.type}`)}
      </Badge>
      <Show when={props.item.plannedMinutes > 0}>
        <span>{t('meeting.agenda.minutes', props.item.plannedMinutes)}</span>
      </Show>
      <Show when={props.item.presenter}>
        {presenter => <span>{t('meeting.agenda.presents', presenter().label)}</span>}
      </Show>
      <Show when={props.item.secondCall}>
        <Badge tone="notice">{t('meeting.agenda.secondCall')}</Badge>
      </Show>
      <Show when={props.item.carried}>
        <span>{t('meeting.agenda.carried')}</span>
      </Show>
      <Show when={props.item.state !== 'planned'}>
        <Badge tone={props.item.state === 'open' ? 'success' : 'neutral'}>
          {t(`meeting.agenda.state.${props.item.state}`)}
        </Badge>
      </Show>
      <Show
        when={props.item.subject}
        fallback={
          <Show when={props.item.type === 'decision'}>
            <Badge tone="notice">{t('meeting.agenda.noSubject')}</Badge>
          </Show>
        }
      >
        {subject => (
          <span class="meeting-item__subject">
            <a href={textPage(subject().kind, subject().id)}>{textTitle(t, subject())}</a>{' '}
            <Digest value={subject().digest} />
          </span>
        )}
      </Show>
    </div>
  )
}

function ItemMenu(props: Props): JSX.Element {
  const t = useT()
  const taken = (): boolean => props.item.state !== 'planned'
  const step = (direction: Direction) => ({
    disabled: !props.arranging.canStep(props.item.id, direction),
    onSelect: () => props.arranging.step(props.item.id, direction),
  })
  return (
    <Menu
      label={t('meeting.agenda.acts', props.item.title)}
      triggerClass="ui-button ui-button--quiet ui-button--small meeting-item__menu"
      trigger={<Ellipsis size={18} aria-hidden="true" />}
    >
      <MenuItem icon={Pencil} onSelect={() => props.onIntent({ kind: 'edit', item: props.item })}>
        {t('meeting.agenda.edit')}
      </MenuItem>
      <Show when={props.item.parentId === null}>
        <MenuItem icon={ListPlus} onSelect={() => props.onIntent({ kind: 'add', below: props.item })}>
          {t('meeting.agenda.addBelow')}
        </MenuItem>
      </Show>
      <MenuSeparator />
      <MenuItem icon={ArrowUp} {...step('up')}>
        {t('meeting.agenda.up')}
      </MenuItem>
      <MenuItem icon={ArrowDown} {...step('down')}>
        {t('meeting.agenda.down')}
      </MenuItem>
      <Show
        when={props.item.parentId === null}
        fallback={
          <MenuItem icon={CornerLeftUp} {...step('outdent')}>
            {t('meeting.agenda.outdent')}
          </MenuItem>
        }
      >
        <MenuItem icon={CornerDownRight} {...step('indent')}>
          {t('meeting.agenda.indent')}
        </MenuItem>
      </Show>
      <MenuSeparator />
      <MenuItem
        icon={Trash}
        danger
        disabled={taken()}
        onSelect={() => props.onIntent({ kind: 'strike', item: props.item })}
      >
        {t('meeting.agenda.strike')}
      </MenuItem>
    </Menu>
  )
}
