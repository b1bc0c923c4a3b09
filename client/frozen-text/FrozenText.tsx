import { For, Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { renderNarrative } from '#shared/narrative'
import type { FrozenIndicator, FrozenObjective, SectionContent } from '#shared/plan'
import { partsOf, type ObjectiveReference } from '#shared/plan/framework'
import './frozen-text.css'

/** A frozen section exactly as it is digested: running text and results framework, nothing left out. */
export function FrozenText(props: {
  readonly content: SectionContent
  /** Put before ids, so that two texts can stand on one page. */
  readonly idPrefix?: string
  /** Added to heading levels where the page's own headings stand above. */
  readonly headingShift?: number
  readonly labelOf: (reference: ObjectiveReference) => string | null | undefined
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  const html = (): string =>
    renderNarrative(props.content.narrative, {
      idPrefix: props.idPrefix ?? '',
      headingShift: props.headingShift ?? 0,
    })
  const goals = () => props.content.framework.goals
  const words = (text: string): string => (text.trim() === '' ? t('plan.framework.blank') : text)
  return (
    <div class="frozen">
      {/* Escaped by renderNarrative, the one place that writes narrative as HTML. */}
      <div class="ui-prose" innerHTML={html()} />
      <Show when={goals().length > 0}>
        <section class="frozen__framework" aria-label={t('plan.framework.title')}>
          <p class="ui-eyebrow">{t('plan.framework.title')}</p>
          <For each={goals()}>
            {(goal, index) => (
              <div class="frozen__goal">
                <p class="frozen__goal-text">
                  <span class="ui-eyebrow">
                    {goals().length > 1 ? t('plan.framework.goalNumber', index() + 1) : t('plan.framework.goal')}
                  </span>
                  {words(goal.text)}
                </p>
                <Show when={goal.targetDate}>
                  {date => (
                    <p class="ui-small ui-muted">
                      {t('plan.framework.targetDate')}: {format().date(Date.parse(`${date()}T12:00:00`))}
                    </p>
                  )}
                </Show>
                <Indicators indicators={goal.indicators} words={words} />
                <ol class="frozen__objectives" role="list">
                  <For each={goal.objectives}>
                    {objective => <Objective objective={objective} words={words} labelOf={props.labelOf} />}
                  </For>
                </ol>
              </div>
            )}
          </For>
        </section>
      </Show>
    </div>
  )
}

function Objective(props: {
  readonly objective: FrozenObjective
  readonly words: (text: string) => string
  readonly labelOf: (reference: ObjectiveReference) => string | null | undefined
}): JSX.Element {
  const t = useT()
  return (
    <li class="frozen__objective">
      <span class="frozen__letter">{props.objective.letter}</span>
      <div>
        <p class="frozen__words">{props.words(props.objective.text)}</p>
        <Indicators indicators={props.objective.indicators} words={props.words} />
        <Show when={props.objective.dependsOn.length > 0}>
          <p class="ui-small ui-muted">
            {t('plan.framework.dependsOn')}{' '}
            <For each={props.objective.dependsOn}>
              {(reference, index) => (
                <>
                  {index() > 0 ? ', ' : ''}
                  <a href={`/sections/${partsOf(reference).sectionId}#element-${partsOf(reference).elementId}`}>
                    {props.labelOf(reference) === null ? t('plan.framework.lost') : (props.labelOf(reference) ?? '…')}
                  </a>
                </>
              )}
            </For>
          </p>
        </Show>
      </div>
    </li>
  )
}

function Indicators(props: {
  readonly indicators: readonly FrozenIndicator[]
  readonly words: (text: string) => string
}): JSX.Element {
  const t = useT()
  return (
    <Show when={props.indicators.length > 0}>
      <ul class="frozen__indicators" role="list" aria-label={t('plan.framework.indicators')}>
        <For each={props.indicators}>{indicator => <li>{props.words(indicator.text)}</li>}</For>
      </ul>
    </Show>
  )
}
