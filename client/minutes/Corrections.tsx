import { For, Show, type JSX } from 'solid-js'
import Check from 'lucide-solid/icons/check'
import X from 'lucide-solid/icons/x'
import { useFormat, useT } from '#client/i18n'
import { Button, StateTag } from '#client/ui'
import type { CorrectionState } from '#shared/minutes'
import type { CorrectionEntry } from '../api/minutes.ts'
import { seatName } from './part-name.ts'
import { ProposedChange } from './ProposedChange.tsx'
import { createUnchanged } from './unchanged.ts'

const tone = { proposed: 'submitted', accepted: 'adopted', refused: 'rejected' } as const satisfies Record<
  CorrectionState,
  string
>

export interface CorrectionsProps {
  readonly corrections: readonly CorrectionEntry[]
  /** The minutes are sealed: what was proposed on the way there is kept out of sight, and at hand. */
  readonly isPast: boolean
  /** Absent for whoever does not decide on them. */
  readonly onDispose?: ((correction: CorrectionEntry, accept: boolean) => void) | undefined
}

/** What was proposed to one part, and what became of it. */
export function Corrections(props: CorrectionsProps): JSX.Element {
  const t = useT()
  const corrections = createUnchanged(() => props.corrections)
  return (
    <Show when={corrections().length > 0}>
      <details class="corrections ui-no-print" open={!props.isPast}>
        <summary class="corrections__title">{t('minutes.correction.count', corrections().length)}</summary>
        <ol class="corrections__list" role="list">
          <For each={corrections()}>{correction => <Correction {...props} correction={correction} />}</For>
        </ol>
      </details>
    </Show>
  )
}

function Correction(props: CorrectionsProps & { readonly correction: CorrectionEntry }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const from = (): string =>
    t(
      'minutes.correction.by',
      props.correction.person.name,
      seatName(props.correction.seat),
      format().dateTime(props.correction.at),
    )
  return (
    <li class="corrections__item">
      <div class="ui-row ui-row--tight ui-row--between">
        <span class="ui-small">{from()}</span>
        <StateTag state={tone[props.correction.state]} plain>
          {t(`minutes.correction.state.${props.correction.state}`)}
        </StateTag>
      </div>
      <ProposedChange correction={props.correction} />
      <p class="ui-small">{t('minutes.correction.because', props.correction.reason)}</p>
      <Show when={props.correction.disposition}>
        {decision => (
          <p class="ui-small ui-muted">
            {t('minutes.correction.decided', decision().by, format().dateTime(decision().at))}{' '}
            <Show when={decision().reason !== ''}>{t('minutes.correction.because', decision().reason)}</Show>
          </p>
        )}
      </Show>
      <Show when={props.correction.state === 'proposed' && props.onDispose}>
        {dispose => (
          <div class="ui-row ui-row--tight ui-no-print">
            <Button size="small" icon={Check} onPress={() => dispose()(props.correction, true)}>
              {t('minutes.correction.accept')}
            </Button>
            <Button size="small" icon={X} onPress={() => dispose()(props.correction, false)}>
              {t('minutes.correction.refuse')}
            </Button>
          </div>
        )}
      </Show>
    </li>
  )
}
