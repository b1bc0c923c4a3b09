import { createSignal, createUniqueId, For, Show, type JSX } from 'solid-js'
import './tabs.css'

export interface Tab<T extends string> {
  readonly id: T
  readonly label: string
  /** How many things wait there; shown when above none. */
  readonly count?: number | undefined
  readonly panel: () => JSX.Element
}

export interface TabsProps<T extends string> {
  readonly label: string
  readonly tabs: readonly Tab<T>[]
  /** Leave out to let the tabs keep their own choice, the first one to begin with. */
  readonly selected?: T | undefined
  readonly onSelect?: ((id: T) => void) | undefined
}

/** Views of one thing, of which one is shown. Only the chosen panel exists. */
export function Tabs<T extends string>(props: TabsProps<T>): JSX.Element {
  const id = createUniqueId()
  const [own, setOwn] = createSignal<T | undefined>(props.tabs[0]?.id)
  const selected = (): T | undefined => props.selected ?? own()
  const buttons: Partial<Record<T, HTMLButtonElement>> = {}

  const select = (tab: Tab<T> | undefined): void => {
    if (!tab) return
    setOwn(() => tab.id)
    props.onSelect?.(tab.id)
    buttons[tab.id]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = props.tabs.findIndex(tab => tab.id === selected())
    const moves: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: props.tabs.length - 1 }
    const to = moves[event.key]
    if (to === undefined) return
    event.preventDefault()
    select(props.tabs.at(to % props.tabs.length))
  }

  return (
    <div class="ui-tabs">
      <div role="tablist" aria-label={props.label} class="ui-tabs__list" onKeyDown={onKeyDown}>
        <For each={props.tabs}>
          {tab => (
            <button
              ref={element => (buttons[tab.id] = element)}
              type="button"
              role="tab"
              id={`${id}-tab-${tab.id}`}
              class="ui-tabs__tab"
              aria-selected={selected() === tab.id}
              aria-controls={selected() === tab.id ? `${id}-panel-${tab.id}` : undefined}
              tabIndex={selected() === tab.id ? 0 : -1}
              onClick={() => select(tab)}
            >
              <span>{tab.label} </span>
              <Show when={tab.count}>
                <span class="ui-tabs__count">{tab.count}</span>
              </Show>
            </button>
          )}
        </For>
      </div>
      <Show when={props.tabs.find(tab => tab.id === selected())} keyed>
        {tab => (
          <div
            role="tabpanel"
            id={`${id}-panel-${tab.id}`}
            aria-labelledby={`${id}-tab-${tab.id}`}
            tabIndex={0}
            class="ui-tabs__panel"
          >
            {tab.panel()}
          </div>
        )}
      </Show>
    </div>
  )
}
