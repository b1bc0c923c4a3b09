import { useLocation } from '@solidjs/router'
import { createEffect, createMemo, createSignal, For, onCleanup, Show, type JSX } from 'solid-js'
import Link from 'lucide-solid/icons/link-2'
import Plus from 'lucide-solid/icons/plus'
import type * as Y from 'yjs'
import { useT } from '#client/i18n'
import { Button, EmptyState, MenuItem, showToast } from '#client/ui'
import {
  addElement,
  moveElement,
  removeElement,
  type Goal,
  type Indicator,
  type Objective,
} from '#shared/plan/framework'
import { DependsOn } from './DependsOn.tsx'
import { DependsOnDialog } from './DependsOnDialog.tsx'
import { ElementRow } from './ElementRow.tsx'
import { FrameworkFaults } from './FrameworkFaults.tsx'
import { createFrameworkModel, newElementId } from './framework-model.ts'
import type { FrameworkPart } from './framework-part.ts'
import { createObjectiveIndex } from './objective-index.ts'
import { TargetDate } from './TargetDate.tsx'
import './framework.css'

interface Props {
  /** Synchronised. Another document needs another panel. */
  readonly doc: Y.Doc
  readonly section: { readonly id: string; readonly code: string }
  readonly editable: boolean
}

/** Goals, objectives and indicators of a section, read or written together with others. [P3] */
export function FrameworkPanel(props: Props): JSX.Element {
  const t = useT()
  const model = createFrameworkModel(props.doc)
  const [wanted, setWanted] = createSignal<string | null>(null)
  const location = useLocation()
  const [found, setFound] = createSignal<string | null>(null)
  createEffect(() => {
    const { hash } = location
    if (!hash.startsWith('#element-')) return
    const id = hash.slice('#element-'.length)
    // After the layout of this frame, or the row is not where it will be.
    const frame = requestAnimationFrame(() => {
      setFound(id)
      document.getElementById(`element-${id}`)?.scrollIntoView({ block: 'center' })
    })
    onCleanup(() => cancelAnimationFrame(frame))
  })
  const index = createObjectiveIndex(() => props.section, model)
  const part: FrameworkPart = {
    model,
    index,
    get section() {
      return props.section
    },
    editable: () => props.editable,
    wanted,
    found,
    add(kind, parent) {
      const id = newElementId()
      setWanted(id)
      addElement(model.doc, { id, kind, parent }, model.origin)
    },
    move(id, direction) {
      setWanted(null)
      moveElement(model.doc, id, direction, model.origin)
      setWanted(id)
    },
    remove(id, what) {
      removeElement(model.doc, id, model.origin)
      panel?.focus()
      showToast(t('plan.framework.removed', what), 'info')
    },
  }
  let panel: HTMLElement | undefined
  const undo = (event: KeyboardEvent): void => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'z'
    const isRedo = event.ctrlKey && !event.altKey && event.key.toLowerCase() === 'y'
    if (!props.editable || (!isUndo && !isRedo)) return
    // The browser's own undo knows nothing of what others typed into the same field.
    event.preventDefault()
    if (isRedo || event.shiftKey) model.redo()
    else model.undo()
  }
  return (
    <section
      class="framework"
      aria-labelledby="framework-title"
      tabIndex={-1}
      ref={element => (panel = element)}
      onKeyDown={undo}
    >
      <h2 id="framework-title" class="framework__title">
        {t('plan.framework.title')}
      </h2>
      <FrameworkFaults part={part} />
      <For
        each={model.tree.goals}
        fallback={<EmptyState title={t('plan.framework.empty.title')}>{t('plan.framework.empty.text')}</EmptyState>}
      >
        {goal => <GoalBlock part={part} goal={goal} />}
      </For>
      <Show when={props.editable}>
        <AddButton label={t('plan.framework.addGoal')} onPress={() => part.add('goal', null)} />
      </Show>
    </section>
  )
}

function GoalBlock(props: { readonly part: FrameworkPart; readonly goal: Goal }): JSX.Element {
  const t = useT()
  const several = (): boolean => props.part.model.tree.goals.length > 1
  const name = (): string => (several() ? t('plan.framework.goalNumber', props.goal.number) : t('plan.framework.goal'))
  return (
    <article class="framework__goal" aria-label={name()}>
      <ElementRow
        part={props.part}
        element={props.goal}
        name={name()}
        siblings={props.part.model.tree.goals}
        sign={<span class="framework__eyebrow">{name()}</span>}
        onAdd={() => props.part.add('goal', null)}
        acts={
          <MenuItem icon={Plus} onSelect={() => props.part.add('indicator', props.goal.id)}>
            {t('plan.framework.addIndicator')}
          </MenuItem>
        }
      />
      <TargetDate part={props.part} goal={props.goal} />
      <Indicators
        part={props.part}
        parent={props.goal.id}
        indicators={props.goal.indicators}
        name={number => t('plan.framework.indicatorOfGoal', number)}
      />
      <ol class="framework__objectives" role="list" aria-label={t('plan.framework.objectives')}>
        <For each={props.goal.objectives}>
          {objective => <ObjectiveBlock part={props.part} objective={objective} goal={props.goal} />}
        </For>
      </ol>
      <Show when={props.part.editable()}>
        <AddButton
          label={t('plan.framework.addObjective')}
          onPress={() => props.part.add('objective', props.goal.id)}
        />
      </Show>
    </article>
  )
}

function ObjectiveBlock(props: {
  readonly part: FrameworkPart
  readonly objective: Objective
  readonly goal: Goal
}): JSX.Element {
  const t = useT()
  const name = createMemo(() => t('plan.framework.objective', props.objective.letter))
  const [choosing, setChoosing] = createSignal(false)
  return (
    <li class="framework__objective">
      <ElementRow
        part={props.part}
        element={props.objective}
        name={name()}
        siblings={props.goal.objectives}
        sign={<span class="framework__letter">{props.objective.letter}</span>}
        onAdd={() => props.part.add('objective', props.goal.id)}
        acts={
          <>
            <MenuItem icon={Plus} onSelect={() => props.part.add('indicator', props.objective.id)}>
              {t('plan.framework.addIndicator')}
            </MenuItem>
            <MenuItem icon={Link} onSelect={() => setChoosing(true)}>
              {t('plan.framework.addLink')}
            </MenuItem>
          </>
        }
      />
      <div class="framework__under">
        <Indicators
          part={props.part}
          parent={props.objective.id}
          indicators={props.objective.indicators}
          name={number => t('plan.framework.indicator', props.objective.letter, number)}
        />
        <DependsOn part={props.part} objective={props.objective} />
      </div>
      <Show when={choosing()}>
        <DependsOnDialog part={props.part} objective={props.objective} onClose={() => setChoosing(false)} />
      </Show>
    </li>
  )
}

function Indicators(props: {
  readonly part: FrameworkPart
  readonly parent: string
  readonly indicators: readonly Indicator[]
  readonly name: (number: number) => string
}): JSX.Element {
  const t = useT()
  const add = (): void => props.part.add('indicator', props.parent)
  return (
    <Show when={props.indicators.length > 0}>
      <ul class="framework__indicators" role="list" aria-label={t('plan.framework.indicators')}>
        <For each={props.indicators}>
          {indicator => (
            <li>
              <ElementRow
                part={props.part}
                element={indicator}
                name={props.name(indicator.number)}
                siblings={props.indicators}
                sign={<span class="framework__bullet" aria-hidden="true" />}
                onAdd={add}
              />
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

function AddButton(props: { readonly label: string; readonly onPress: () => void }): JSX.Element {
  return (
    <div class="framework__add ui-no-print">
      <Button variant="quiet" size="small" icon={Plus} onPress={props.onPress}>
        {props.label}
      </Button>
    </div>
  )
}
