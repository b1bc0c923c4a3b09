import { Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { Button, Notice, Skeleton } from '#client/ui'
import type { Fetched } from './live.ts'
import { motionProblem } from './words.ts'

/** What was fetched, its skeleton before, and a way to try again when it fails. A newer failure keeps what is shown. */
export function Loading<T>(props: {
  readonly of: Fetched<T>
  readonly children: (value: () => T) => JSX.Element
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <Show when={props.of.problem()}>
        {problem => (
          <Notice
            tone="alarm"
            title={t('motion.loadFailed.title')}
            actions={<Button onPress={() => void props.of.refetch()}>{t('motion.loadFailed.retry')}</Button>}
          >
            {motionProblem(problem(), t, format())}
          </Notice>
        )}
      </Show>
      <Show when={props.of.value()} fallback={<Show when={!props.of.problem()}>{<Skeleton title lines={6} />}</Show>}>
        {value => props.children(value)}
      </Show>
    </>
  )
}
