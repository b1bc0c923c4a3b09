import { For, Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { Panel, Table } from '#client/ui'
import type { MotionView, RosterSeatView } from '../api/motion.ts'

/**
 * Evidence, for chair and Secretariat, that seats know of a vote by correspondence: which were reached, which opened the
 * text, and which reminders went out. [V11]
 */
export function DeliveryPanel(props: {
  readonly motion: MotionView
  readonly reminders: NonNullable<MotionView['reminders']>
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  const count = (which: 'delivered' | 'textOpened'): number =>
    props.motion.roster.filter(seat => seat[which] === true).length
  /** An election has candidates, and no text to be opened. */
  const isOfText = (): boolean => props.motion.method !== 'SECRET'
  const word = (done: boolean | null): string => {
    if (done === true) return t('method.delivery.yes')
    return t(props.motion.state === 'open' ? 'method.delivery.no' : 'method.delivery.never')
  }
  return (
    <Panel title={t('method.delivery.title')}>
      <p class="ui-muted">
        {isOfText()
          ? t('method.delivery.lead', count('delivered'), count('textOpened'), props.motion.seats)
          : t('method.delivery.leadElection', count('delivered'), props.motion.seats)}
        <Show when={props.motion.method === 'SILENCE'}> {t('method.delivery.silenceNote')}</Show>
      </p>
      <Table<RosterSeatView>
        caption={t('method.delivery.title')}
        rows={props.motion.roster}
        dense
        columns={[
          { key: 'seat', header: t('method.delivery.seat'), primary: true, cell: seat => seat.organisationName },
          { key: 'reached', header: t('method.delivery.reached'), cell: seat => word(seat.delivered) },
          ...(isOfText()
            ? [
                {
                  key: 'opened',
                  header: t('method.delivery.opened'),
                  cell: (seat: RosterSeatView) => word(seat.textOpened),
                },
              ]
            : []),
        ]}
      />
      <h3 class="motion-benches__title">{t('method.delivery.reminders')}</h3>
      <Show when={props.reminders.sent.length > 0} fallback={<p class="ui-small">{t('method.delivery.none')}</p>}>
        <ul class="motion-reminders">
          <For each={props.reminders.sent}>
            {one => <li>{t('method.delivery.reminded', format().dateTime(one.at), one.seats)}</li>}
          </For>
        </ul>
      </Show>
      <Show when={props.reminders.nextAt}>
        {at => <p class="ui-small ui-muted">{t('method.delivery.next', format().dateTime(at()))}</p>}
      </Show>
    </Panel>
  )
}
