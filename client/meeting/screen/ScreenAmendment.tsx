import { createEffect, For, Show, type JSX } from 'solid-js'
import { ChangedSentence } from '#client/frozen-text'
import { useT } from '#client/i18n'
import type { ChangeInSentence } from '#shared/amendment'
import { fetchAmendment } from '../../api/amendment.ts'
import { createFetched } from '../../api/fetched.ts'
import type { Fit } from './fit.ts'

/** The words of an amendment, each change in its sentence; of more than the picture holds, how many are out of sight. [A2] */
export function ScreenAmendment(props: {
  readonly id: string
  readonly fit: Fit
  readonly onChanges: (changes: readonly ChangeInSentence[]) => void
}): JSX.Element {
  const t = useT()
  const amendment = createFetched(() => fetchAmendment(props.id))
  const changes = (): readonly ChangeInSentence[] => amendment.value()?.changes ?? []
  createEffect(() => props.onChanges(changes()))
  return (
    <div class="screen-redline">
      <ul role="list" class="screen-redline__changes" ref={props.fit.rows}>
        <For each={changes()}>
          {change => (
            <li class="screen-redline__change">
              <ChangedSentence change={change} />
            </li>
          )}
        </For>
      </ul>
      <p class="screen__small screen__quiet screen-redline__rest">
        <Show when={props.fit.rowsOut() > 0} fallback={t('room.screen.rest')}>
          {t('room.screen.moreChanges', props.fit.rowsOut())}
        </Show>
      </p>
    </div>
  )
}
