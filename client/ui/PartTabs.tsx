import { For, Show, type JSX } from 'solid-js'
import './part-tabs.css'

export interface PagePart<T extends string> {
  readonly id: T
  readonly label: string
  /** How many things wait there; shown when above none. */
  readonly count?: number | undefined
}

interface Props<T extends string> {
  readonly label: string
  readonly parts: readonly PagePart<T>[]
  readonly part: T
  readonly onPart: (part: T) => void
}

/**
 * The parts of a page, of which one is in sight. Unlike Tabs they only hide what is not chosen: an editor that is taken
 * down would lose its caret and its undo. One to a page; its panels are marked with `partPanel`.
 */
export function PartTabs<T extends string>(props: Props<T>): JSX.Element {
  const buttons: Partial<Record<T, HTMLButtonElement>> = {}
  const choose = (part: T | undefined): void => {
    if (part === undefined) return
    props.onPart(part)
    buttons[part]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = props.parts.findIndex(({ id }) => id === props.part)
    const moves: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: props.parts.length - 1,
    }
    const to = moves[event.key]
    if (to === undefined) return
    event.preventDefault()
    choose(props.parts.at(to % props.parts.length)?.id)
  }
  return (
    <div class="part-tabs" role="tablist" aria-label={props.label} onKeyDown={onKeyDown}>
      <For each={props.parts}>
        {part => (
          <button
            ref={element => (buttons[part.id] = element)}
            type="button"
            role="tab"
            id={`tab-${part.id}`}
            class="part-tabs__tab"
            aria-selected={props.part === part.id}
            aria-controls={`part-${part.id}`}
            tabIndex={props.part === part.id ? 0 : -1}
            onClick={() => choose(part.id)}
          >
            {part.label}
            <Show when={part.count}>
              <span class="part-tabs__count">{part.count}</span>
            </Show>
          </button>
        )}
      </For>
    </div>
  )
}
