import { createUniqueId, Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { setTargetDate, type Goal } from '#shared/plan/framework'
import type { FrameworkPart } from './framework-part.ts'

/** By when the goal shall be reached. */
export function TargetDate(props: { readonly part: FrameworkPart; readonly goal: Goal }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const id = createUniqueId()
  const set = (value: string): void =>
    setTargetDate(props.part.model.doc, props.goal.id, value === '' ? null : value, props.part.model.origin)
  // Noon, so that no time zone makes it the day before.
  const shown = (date: string): string => format().date(Date.parse(`${date}T12:00:00`))
  return (
    <div class="framework__date">
      <Show
        when={props.part.editable()}
        fallback={
          <span>
            {props.goal.targetDate
              ? `${t('plan.framework.targetDate')}: ${shown(props.goal.targetDate)}`
              : t('plan.framework.noDate')}
          </span>
        }
      >
        <label for={id}>{t('plan.framework.targetDate')}</label>
        <span class="framework__date-place">
          <input
            id={id}
            type="date"
            class="framework__date-field"
            value={props.goal.targetDate ?? ''}
            onChange={event => set(event.currentTarget.value)}
          />
          <span class="framework__date-words" classList={{ 'ui-muted': !props.goal.targetDate }} aria-hidden="true">
            {props.goal.targetDate ? shown(props.goal.targetDate) : t('plan.framework.dateUnset')}
          </span>
        </span>
      </Show>
    </div>
  )
}
