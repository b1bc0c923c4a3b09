import { For, Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { Meter, Notice } from '#client/ui'
import type { GroupParticipation } from '../api/participation.ts'
import { Figure } from './Figure.tsx'

type Seats = GroupParticipation['seats']

/** NGO seats over the time, and whether the rules' minimum of them held at every moment. [G7, G12] */
export function SeatFigure(props: {
  readonly seats: Seats
  readonly until: number
  readonly source: { readonly href: string; readonly label: string }
}): JSX.Element {
  const t = useT()
  return (
    <Figure title={t('participation.seats.title')} how={t('participation.seats.how')} source={props.source}>
      <Meter
        label={t('participation.seats.meter')}
        tone="ngo"
        value={props.seats.ngo}
        max={props.seats.voting}
        threshold={Math.min(props.seats.minimum, props.seats.voting)}
        text={t('participation.seats.meterText', props.seats.ngo, props.seats.voting)}
      />
      <p>
        {props.seats.most === 0
          ? t('participation.seats.noSeat')
          : t('participation.seats.range', props.seats.least, props.seats.most)}{' '}
        <Show when={props.seats.shortfalls.length === 0}>{t('participation.seats.held', props.seats.minimum)}</Show>
      </p>
      <Show when={props.seats.shortfalls.length > 0}>
        <Notice tone="alarm" standing>
          {t('participation.seats.short', props.seats.shortDays, props.seats.minimum)}
        </Notice>
        <Shortfalls seats={props.seats} until={props.until} />
      </Show>
    </Figure>
  )
}

function Shortfalls(props: { readonly seats: Seats; readonly until: number }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const text = ({ from, until, seats, minimum }: Seats['shortfalls'][number]): string =>
    until === props.until
      ? t('participation.seats.stillShort', format().dateTime(from), seats, minimum)
      : t('participation.seats.shortfall', format().dateTime(from), format().dateTime(until), seats, minimum)
  return (
    <ul class="participation-list" aria-label={t('participation.seats.shortfalls')}>
      <For each={props.seats.shortfalls}>{shortfall => <li>{text(shortfall)}</li>}</For>
    </ul>
  )
}
