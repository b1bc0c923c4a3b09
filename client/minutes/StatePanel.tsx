import { For, Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { Button, Panel, StateTag } from '#client/ui'
import Send from 'lucide-solid/icons/send'
import PenLine from 'lucide-solid/icons/pen-line'
import type { MinutesAnswer } from '../api/minutes.ts'
import { correctionsOf, course, standingOf, stateTone, stepsDone } from './standing.ts'

/** Where the minutes stand, what comes next, and the one act that moves them on. */
export function StatePanel(props: {
  readonly minutes: MinutesAnswer
  readonly onCirculate: () => void
  readonly onTakeUp: () => void
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  const standing = () => standingOf(props.minutes, t, instant => format().dateTime(instant))
  const isNextStepCirculation = (): boolean => props.minutes.mayCirculate
  const takingUpHelps = (): boolean => correctionsOf(props.minutes).toWrite > 0
  return (
    <Panel title={t('minutes.standing.title')} tone={standing().tone}>
      <Show when={props.minutes.state}>
        {state => (
          <div class="ui-row ui-row--tight">
            <StateTag state={stateTone[state()]}>{t(`minutes.state.${state()}`)}</StateTag>
          </div>
        )}
      </Show>
      <p>{standing().now}</p>
      <For each={standing().next}>{sentence => <p class="ui-small ui-muted">{sentence}</p>}</For>
      <Course state={props.minutes.state} />
      <Show when={isNextStepCirculation() || props.minutes.mayCorrect}>
        <div class="ui-row ui-no-print">
          <Show when={isNextStepCirculation()}>
            <Button variant="primary" icon={Send} onPress={() => props.onCirculate()}>
              {t(props.minutes.version === null ? 'minutes.act.circulate' : 'minutes.act.circulateAgain')}
            </Button>
          </Show>
          <Show when={props.minutes.mayCorrect}>
            <Button variant={takingUpHelps() ? 'primary' : 'secondary'} icon={PenLine} onPress={() => props.onTakeUp()}>
              {t('minutes.act.takeUp')}
            </Button>
          </Show>
        </div>
      </Show>
    </Panel>
  )
}

function Course(props: { readonly state: MinutesAnswer['state'] }): JSX.Element {
  const t = useT()
  const done = (): number => stepsDone(props.state)
  return (
    <ol class="minutes-course" role="list" aria-label={t('minutes.course.label')}>
      <For each={course}>
        {(step, index) => (
          <li
            class="minutes-course__step"
            classList={{ 'minutes-course__step--done': index() < done() }}
            aria-current={index() === done() && props.state !== null ? 'step' : undefined}
          >
            {t(`minutes.course.${step}`)}
            <Show when={index() < done()}>
              <span class="ui-visually-hidden"> ({t('minutes.course.done')})</span>
            </Show>
          </li>
        )}
      </For>
    </ol>
  )
}
