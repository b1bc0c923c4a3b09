import { For, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import type { Part } from './part-panel.ts'

interface Props {
  readonly parts: readonly Part[]
  readonly part: Part
  readonly versions: number
  readonly onPart: (part: Part) => void
}

/**
 * The parts of a section on a narrow screen. Unlike Tabs of the kit they only hide what is not chosen: an editor that is
 * taken down would lose its caret and its undo.
 */
export function PartTabs(props: Props): JSX.Element {
  const t = useT()
  const buttons: Partial<Record<Part, HTMLButtonElement>> = {}
  const choose = (part: Part | undefined): void => {
    if (part === undefined) return
    props.onPart(part)
    buttons[part]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = props.parts.indexOf(props.part)
    const moves: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: props.parts.length - 1,
    }
    const to = moves[event.key]
    if (to === undefined) return
    event.preventDefault()
    choose(props.parts.at(to % props.parts.length))
  }
  return (
    <div class="section-tabs" role="tablist" aria-label={t('plan.section.tabs.label')} onKeyDown={onKeyDown}>
      <For each={props.parts}>
        {part => (
          <button
            ref={element => (buttons[part] = element)}
            type="button"
            role="tab"
            id={`tab-${part}`}
            class="section-tabs__tab"
            aria-selected={props.part === part}
            aria-controls={`part-${part}`}
            tabIndex={props.part === part ? 0 : -1}
            onClick={() => choose(part)}
          >
            {t(`plan.section.tabs.${part}`)}
            {part === 'versions' && props.versions > 0 ? (
              <span class="section-tabs__count">{props.versions}</span>
            ) : null}
          </button>
        )}
      </For>
    </div>
  )
}
