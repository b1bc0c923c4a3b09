import { For, Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { DescriptionList, Meter, Notice, Panel } from '#client/ui'
import { constituencies } from '#shared/group'
import { createFetched } from '../api/fetched.ts'
import { fetchMeetingFigures, type MeetingFiguresAnswer } from '../api/figures.ts'
import { constituencyTone } from './Composition.tsx'

type Year = MeetingFiguresAnswer['years'][number]

/** What is computed of the group's meetings: how many, who came, when next. [G12, M7] */
export function MeetingsPanel(props: { readonly groupId: string }): JSX.Element {
  const t = useT()
  const fetched = createFetched(() => fetchMeetingFigures(props.groupId), ['meeting'])
  return (
    <Panel title={t('group.meetings.title')} level={2}>
      <Show when={fetched.value()}>{figures => <Figures figures={figures()} />}</Show>
    </Panel>
  )
}

function Figures(props: { readonly figures: MeetingFiguresAnswer }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const items = () => [
    {
      term: t('group.meetings.last'),
      value: props.figures.lastMet === null ? t('group.meetings.never') : format().date(props.figures.lastMet),
    },
    {
      term: t('group.meetings.next'),
      value: (
        <Show when={props.figures.next} fallback={t('group.meetings.none')}>
          {next => <a href={`/meetings/${next().id}`}>{format().inZone(next().timeZone).dateTime(next().startsAt)}</a>}
        </Show>
      ),
    },
    { term: t('group.meetings.cadence'), value: t('group.meetings.every', props.figures.cadenceDays) },
  ]
  return (
    <>
      <Show when={props.figures.overdueSince}>
        {since => (
          <Notice tone="notice" standing>
            {t('group.meetings.overdue', format().date(since()))}
          </Notice>
        )}
      </Show>
      <DescriptionList stacked items={items()} />
      <For each={props.figures.years}>{year => <YearFigures year={year} />}</For>
    </>
  )
}

function YearFigures(props: { readonly year: Year }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const shown = () => constituencies.filter(constituency => props.year.attendance[constituency].invited > 0)
  const text = (constituency: (typeof constituencies)[number]): string => {
    const { present, invited, presentSeconds, invitedSeconds } = props.year.attendance[constituency]
    const share = invitedSeconds === 0 ? 0 : presentSeconds / invitedSeconds
    return `${t('group.meetings.seats', present, invited)} · ${t('group.meetings.time', format().percent(share))}`
  }
  return (
    <section class="ui-stack ui-stack--tight">
      <h3 class="group-year">{t('group.meetings.held', props.year.held, props.year.year)}</h3>
      <For each={shown()}>
        {constituency => (
          <Meter
            label={t(`group.constituency.${constituency}`)}
            value={props.year.attendance[constituency].present}
            max={props.year.attendance[constituency].invited}
            text={text(constituency)}
            tone={constituencyTone[constituency]}
          />
        )}
      </For>
      <Show when={shown().length > 0}>
        <p class="ui-small ui-muted">{t('group.meetings.hint')}</p>
      </Show>
    </section>
  )
}
