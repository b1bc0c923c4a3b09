import { createMemo, For, Show, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import ListOrdered from 'lucide-solid/icons/list-ordered'
import MessagesSquare from 'lucide-solid/icons/messages-square'
import NotebookPen from 'lucide-solid/icons/notebook-pen'
import Vote from 'lucide-solid/icons/vote'
import { useT } from '#client/i18n'

const tabs = [
  { id: 'agenda', icon: ListOrdered },
  { id: 'floor', icon: MessagesSquare },
  { id: 'vote', icon: Vote },
  { id: 'minutes', icon: NotebookPen },
] as const

export type PhoneTab = (typeof tabs)[number]['id']

interface Props {
  readonly selected: PhoneTab
  readonly onSelect: (tab: PhoneTab) => void
  /** A part that this meeting has no use for any more. */
  readonly without: PhoneTab | null
  readonly openVotes: number
  readonly panels: Readonly<Record<PhoneTab, () => JSX.Element>>
}

/**
 * The parts of the room on a telephone, one at a time, with their tabs at the thumb. Parts not in sight stay as they are:
 * a ballot half filled in, a sentence half written.
 */
export function PhoneTabs(props: Props): JSX.Element {
  const t = useT()
  const buttons: Partial<Record<PhoneTab, HTMLButtonElement>> = {}
  // A part is made when it is first gone to, the vote at once: it is what one is in a hurry for.
  const made = createMemo<ReadonlySet<PhoneTab>>(last => new Set([...last, props.selected]), new Set(['vote']))
  const there = () => tabs.filter(tab => tab.id !== props.without)
  const select = (tab: PhoneTab): void => {
    props.onSelect(tab)
    // Another part begins at its beginning.
    scrollTo({ top: 0 })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = there().findIndex(tab => tab.id === props.selected)
    const last = there().length - 1
    const moves: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }
    const move = moves[event.key]
    const to = move === undefined ? undefined : there().at(move % there().length)
    if (!to) return
    event.preventDefault()
    select(to.id)
    buttons[to.id]?.focus()
  }
  return (
    <>
      <For each={there()}>
        {tab => (
          <div
            role="tabpanel"
            id={`room-panel-${tab.id}`}
            aria-labelledby={`room-tab-${tab.id}`}
            class="room-panel"
            hidden={props.selected !== tab.id}
          >
            <Show when={made().has(tab.id)}>{props.panels[tab.id]()}</Show>
          </div>
        )}
      </For>
      <div role="tablist" aria-label={t('room.tab.label')} class="room-tabs" onKeyDown={onKeyDown}>
        <For each={there()}>
          {tab => (
            <button
              ref={element => (buttons[tab.id] = element)}
              type="button"
              role="tab"
              id={`room-tab-${tab.id}`}
              aria-controls={`room-panel-${tab.id}`}
              aria-selected={props.selected === tab.id}
              tabIndex={props.selected === tab.id ? 0 : -1}
              class="room-tabs__tab"
              classList={{ 'room-tabs__tab--calls': tab.id === 'vote' && props.openVotes > 0 }}
              onClick={() => select(tab.id)}
            >
              <Dynamic component={tab.icon} size={22} strokeWidth={1.75} aria-hidden="true" />
              <span>
                {t(`room.tab.${tab.id}`)}
                <Show when={tab.id === 'vote' && props.openVotes > 0}> · {t('room.tab.voteOpen')}</Show>
              </span>
            </button>
          )}
        </For>
      </div>
    </>
  )
}
