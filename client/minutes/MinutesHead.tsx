import { Show, type JSX } from 'solid-js'
import { showsOwnClock, useFormat, useT } from '#client/i18n'
import { DescriptionList, type Description } from '#client/ui'
import type { MeetingOfMinutes, MinutesAnswer } from '../api/minutes.ts'
import { Summary } from './Summary.tsx'

/** What stands above all minutes: which body met, when and where, who presided and who wrote. */
export function MinutesHead(props: {
  readonly meeting: MeetingOfMinutes
  readonly minutes: MinutesAnswer
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  const from = (): number => props.meeting.startedAt ?? props.meeting.startsAt
  const span = (): string => {
    const { adjournedAt } = props.meeting
    const begins = format().time(from())
    const text =
      adjournedAt === null
        ? t('minutes.head.begun', begins)
        : t('minutes.head.span', begins, format().time(adjournedAt))
    const { timeZone } = props.meeting
    return showsOwnClock(timeZone, from()) ? text : `${text} (${format().zoneName(from())})`
  }
  const facts = (): readonly Description[] => [
    { term: t('minutes.head.date'), value: format().date(from()) },
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
