import { Show, type JSX } from 'solid-js'
import { showsOwnClock, useFormat, useT } from '#client/i18n'

/** Says once, for a page whose times are those of another zone, which; nothing where the reader's clock shows the same. */
export function ZoneNote(props: {
  /** IANA name. */
  readonly timeZone: string
  /** The clocks are compared at this instant. */
  readonly at: number
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <Show when={!showsOwnClock(props.timeZone, props.at)}>
      <span class="ui-muted">{t('ui.zone', format().inZone(props.timeZone).zoneName(props.at))}</span>
    </Show>
  )
}
