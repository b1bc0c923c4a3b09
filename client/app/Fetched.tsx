import { createEffect, Show, type JSX } from 'solid-js'
import RotateCw from 'lucide-solid/icons/rotate-cw'
import { useT } from '#client/i18n'
import { Button, Notice, Skeleton } from '#client/ui'
import type { Fetched as FetchedValue } from '../api/fetched.ts'
import { sentenceFor } from '../api/sentence.ts'
import { useSession } from './session.tsx'

/** What a page fetches: its place held while it comes, the reason and a way on when it does not. */
export function Fetched<T extends object>(props: {
  readonly of: FetchedValue<T>
  /** Lines of the placeholder. */
  readonly lines?: number
  readonly children: (value: () => NonNullable<T>) => JSX.Element
}): JSX.Element {
  const t = useT()
  const session = useSession()
  // The shell leads to the door, which says why.
  createEffect(() => {
    if (props.of.problem()?.type === 'access-suspended') void session.refetch()
  })
  return (
    <>
      <Show when={props.of.problem()}>
        {problem => (
          <Notice
            tone={props.of.value() === undefined ? 'alarm' : 'notice'}
            when={sentenceFor(t, problem())}
            actions={
              <Button size="small" icon={RotateCw} busy={props.of.loading()} onPress={() => void props.of.refetch()}>
                {t('app.unreachable.retry')}
              </Button>
            }
          />
        )}
      </Show>
      <Show when={props.of.value()} fallback={props.of.problem() ? null : <Skeleton title lines={props.lines ?? 6} />}>
        {value => props.children(value)}
      </Show>
    </>
  )
}
