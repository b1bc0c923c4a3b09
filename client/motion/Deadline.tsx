import { Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'

/** A deadline as the reader's clock has it, and in UTC, which is what counts for everybody. [V5, V11] */
export function Deadline(props: { readonly at: number }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const local = (): string => format().dateTime(props.at)
  const utc = (): string => format().inZone('UTC').dateTime(props.at)
  return (
    <time class="motion-deadline" dateTime={new Date(props.at).toISOString()}>
      <Show when={local() !== utc()} fallback={t('method.deadline.utc', utc())}>
        {local()} <span class="motion-deadline__utc">{t('method.deadline.utc', utc())}</span>
      </Show>
    </time>
  )
}
