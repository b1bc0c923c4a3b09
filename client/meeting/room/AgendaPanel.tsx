import { createSignal, For, lazy, Show, Suspense, type JSX } from 'solid-js'
import Check from 'lucide-solid/icons/check'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import CornerUpRight from 'lucide-solid/icons/corner-up-right'
import Plus from 'lucide-solid/icons/plus'
import Vote from 'lucide-solid/icons/vote'
import { useT } from '#client/i18n'
import { itemTitle } from '#client/titles'
import { Button, EmptyState, VisuallyHidden } from '#client/ui'
import { isAhead, isUnderWay } from '#shared/meeting'
import type { FloorItem } from '../../api/room.ts'
import { useRoom } from './room.ts'
import { clock, itemPace, usedMs } from './times.ts'

// Few of those who follow a meeting set its agenda.
const AgendaDialogs = lazy(async () => ({ default: (await import('../AgendaDialogs.tsx')).AgendaDialogs }))

/** The agenda as it stands: what the meeting is at, what is done, and each item's time. A press looks at an item. [M2] */
export function AgendaPanel(props: {
  /** After an item was chosen: where it does not stand beside. */
  readonly onChosen?: () => void
}): JSX.Element {
  const t = useT()
  const room = useRoom()
  return (
    <nav class="room-agenda" aria-label={t('meeting.agenda.title')}>
      <div class="room-agenda__head">
        <h2 class="room-agenda__title">{t('meeting.agenda.title')}</h2>
        <AddItem />
      </div>
      <Show
        when={room.floor().items.length > 0}
        fallback={<EmptyState title={t('room.agenda.empty')}>{t('room.agenda.emptyText')}</EmptyState>}
      >
        <ol role="list" class="room-agenda__items">
          <For each={room.floor().items}>{item => <Row item={item} onChosen={props.onChosen} />}</For>
        </ol>
      </Show>
    </nav>
  )
}

/** What comes up on the day, put on the agenda by who conducts the meeting. [M2] */
function AddItem(): JSX.Element {
  const t = useT()
  const room = useRoom()
  const [isAdding, setAdding] = createSignal(false)
  const mayAdd = (): boolean => {
    const { state } = room.floor()
    return room.mine().mayConduct && (isAhead(state) || isUnderWay(state))
  }
  return (
    <Show when={mayAdd()}>
      <Button size="small" variant="quiet" icon={Plus} onPress={() => setAdding(true)}>
        {t('meeting.agenda.add')}
      </Button>
      <Show when={isAdding()}>
        <Suspense>
          <AgendaDialogs
            floor={room.floor()}
            intent={{ kind: 'add', below: null, type: 'anyOtherBusiness' }}
            onChanged={room.refetch}
            onClose={() => setAdding(false)}
          />
        </Suspense>
      </Show>
    </Show>
  )
}

function Row(props: { readonly item: FloorItem; readonly onChosen: (() => void) | undefined }): JSX.Element {
  const t = useT()
  const room = useRoom()
  const isCurrent = (): boolean => room.floor().currentItemId === props.item.id
  const isSeen = (): boolean => room.view().item?.id === props.item.id
  const hasOpenVote = (): boolean =>
    props.item.motions.some(motion => motion.state === 'open' || motion.state === 'held')
  const spent = (): number => usedMs(props.item, room.now())
  const time = (): string => {
    const { plannedMinutes } = props.item
    if (spent() === 0) return plannedMinutes === 0 ? '' : t('room.time.planned', plannedMinutes)
    return plannedMinutes === 0 ? clock(spent()) : t('room.time.used', clock(spent()), plannedMinutes)
  }
  return (
    <li>
      <button
        type="button"
        class="room-agenda__row"
        classList={{
          'room-agenda__row--current': isCurrent(),
          'room-agenda__row--seen': isSeen(),
          'room-agenda__row--sub': props.item.parentId !== null,
          'room-agenda__row--done': props.item.state === 'finished' || props.item.state === 'postponed',
        }}
        aria-current={isCurrent() ? 'step' : undefined}
        aria-pressed={isSeen()}
        onClick={() => {
          room.look(isCurrent() ? null : props.item.id)
          props.onChosen?.()
        }}
      >
        <span class="room-agenda__number">{props.item.number}</span>
        <span class="room-agenda__text">
          <span class="room-agenda__name">{itemTitle(t, props.item)}</span>
          <span class="room-agenda__facts">
            <Show when={isCurrent()}>
              <strong class="room-agenda__now">{t('room.agenda.now')}</strong>
            </Show>
            <span>{t(`meeting.agenda.type.${props.item.type}`)}</span>
            <Show when={time()}>
              {text => (
                <span class={`ui-numeric ${isCurrent() ? `room-time--${itemPace(props.item, room.now())}` : ''}`}>
                  {text()}
                </span>
              )}
            </Show>
            <Show when={props.item.secondCall}>
              <span>{t('meeting.agenda.secondCall')}</span>
            </Show>
            <Show when={hasOpenVote()}>
              <strong class="room-agenda__vote">
                <Vote size={14} aria-hidden="true" /> {t('room.agenda.vote')}
              </strong>
            </Show>
          </span>
        </span>
        <Sign item={props.item} isCurrent={isCurrent()} />
      </button>
    </li>
  )
}

function Sign(props: { readonly item: FloorItem; readonly isCurrent: boolean }): JSX.Element {
  const t = useT()
  return (
    <span class="room-agenda__sign">
      <Show when={props.item.state === 'finished'}>
        <Check size={17} aria-hidden="true" />
      </Show>
      <Show when={props.item.state === 'postponed'}>
        <CornerUpRight size={17} aria-hidden="true" />
      </Show>
      <Show when={props.isCurrent}>
        <ChevronRight size={17} aria-hidden="true" />
      </Show>
      <VisuallyHidden>{t(`meeting.agenda.state.${props.item.state}`)}</VisuallyHidden>
    </span>
  )
}
