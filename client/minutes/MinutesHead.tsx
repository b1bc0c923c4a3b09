import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { DescriptionList, type Description } from '#client/ui'
import type { MeetingOfMinutes, MinutesAnswer } from '../api/minutes.ts'
import type { MeetingTime } from './meeting-time.ts'
import { Summary } from './Summary.tsx'

/** What stands above all minutes: which body met, when and where, who presided and who wrote. */
export function MinutesHead(props: {
  readonly meeting: MeetingOfMinutes
  readonly minutes: MinutesAnswer
  readonly time: MeetingTime
}): JSX.Element {
  const t = useT()
  const from = (): number => props.meeting.startedAt ?? props.meeting.startsAt
  const span = (): string => {
    const { adjournedAt } = props.meeting
    const begins = props.time.time(from())
    const text =
      adjournedAt === null
        ? t('minutes.head.begun', begins)
        : t('minutes.head.span', begins, props.time.time(adjournedAt))
    const zone = props.time.zoneFor(from())
    return zone === null ? text : `${text} (${zone})`
  }
  const facts = (): readonly Description[] => [
    { term: t('minutes.head.date'), value: props.time.day(from()) },
    { term: t('minutes.head.time'), value: span() },
    ...(props.meeting.place === '' ? [] : [{ term: t('minutes.head.place'), value: props.meeting.place }]),
    ...(props.meeting.chair === null ? [] : [{ term: t('minutes.head.chair'), value: props.meeting.chair.name }]),
    ...(props.minutes.takers.length === 0
      ? []
      : [{ term: t('minutes.head.takers'), value: props.minutes.takers.map(taker => taker.name).join(', ') }]),
  ]
  return (
    <header class="minutes-head">
      <p class="minutes-head__body">{props.meeting.bodies.map(body => body.name).join(' · ')}</p>
      <p class="minutes-head__title">{props.meeting.title}</p>
      <DescriptionList items={facts()} />
      <Show when={props.minutes.version}>
        {version => <p class="ui-small ui-muted">{t('minutes.head.version', version().number)}</p>}
      </Show>
      <Summary minutes={props.minutes} />
    </header>
  )
}
