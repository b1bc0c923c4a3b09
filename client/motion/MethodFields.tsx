import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Notice, RadioGroup } from '#client/ui'
import { hourMs } from '#shared/core'
import type { Preflight } from '../api/motion.ts'

/** What may be chosen; persons are elected by secret ballot and nothing is chosen then. [V12] */
export type OpenedMethod = 'BALLOT' | 'CONSENSUS' | 'SILENCE'

/** How the seats decide, each way with what it takes. Silence is offered where it is allowed, and else says why not. [V10, V11] */
export function MethodFields(props: {
  readonly preflight: Preflight
  readonly value: OpenedMethod
  readonly onChange: (method: OpenedMethod) => void
  /** In a room, where nothing is decided by silence. */
  readonly inMeeting?: boolean
}): JSX.Element {
  const t = useT()
  const hours = (): number => Math.round((props.preflight.silence.earliest - props.preflight.serverNow) / hourMs)
  const silenceRefusal = (): string | null => {
    if (!props.preflight.silence.allowed) return t('method.open.silenceRefused')
    return props.inMeeting ? t('method.open.meetingRefused') : null
  }
  return (
    <Show
      when={props.preflight.rulesKind !== 'election'}
      fallback={
        <Notice tone="info" title={t('method.open.secretTitle')} standing>
          {t('method.open.secret')}
        </Notice>
      }
    >
      <RadioGroup
        legend={t('method.open.legend')}
        variant="cards"
        options={[
          { value: 'BALLOT', label: t('method.name.BALLOT'), hint: t('method.open.ballot') },
          { value: 'CONSENSUS', label: t('method.name.CONSENSUS'), hint: t('method.open.consensus') },
          {
            value: 'SILENCE',
            label: t('method.name.SILENCE'),
            hint: silenceRefusal() ?? t('method.open.silence', hours()),
            disabled: silenceRefusal() !== null,
          },
        ]}
        value={props.value}
        onChange={props.onChange}
      />
    </Show>
  )
}
