import { Show, type JSX } from 'solid-js'
import { textPage } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { OutcomeTag, tallyFigure, tallyParts } from '#client/motion'
import { textTitle } from '#client/titles'
import { Table, Tally, TimeStamp } from '#client/ui'
import type { DecisionView } from '../api/decision.ts'

/** Decisions with the count of the whole and of the NGO seats side by side. [M6, V9] */
export function DecisionTable(props: {
  readonly decisions: readonly DecisionView[]
  readonly empty: JSX.Element
}): JSX.Element {
  const t = useT()
  return (
    <Table
      caption={t('decision.caption')}
      rows={props.decisions}
      empty={props.empty}
      columns={[
        {
          key: 'text',
          header: t('decision.text'),
          primary: true,
          cell: one => (
            <div class="decision-text">
              <a class="decision-number ui-numeric" href={`/motions/${one.motionId}`}>
                {one.label}
              </a>
              <a href={textPage(one.subject.kind, one.subject.id)}>{textTitle(t, one.subject)}</a>
              <span class="ui-small ui-muted">{one.group.name}</span>
            </div>
          ),
        },
        {
          key: 'outcome',
          header: t('decision.outcome'),
          cell: one => (
            <div class="decision-text">
              <OutcomeTag motion={{ outcome: one.outcome, grade: one.grade, state: 'decided', method: one.method }} />
              <Show when={one.method !== 'BALLOT'}>
                <span class="ui-small ui-muted">{t(`method.name.${one.method}`)}</span>
              </Show>
              <Show when={one.elected}>{name => <strong>{name()}</strong>}</Show>
            </div>
          ),
        },
        {
          key: 'whole',
          header: t('decision.whole'),
          cell: one => <Counts label={t('decision.whole')} counts={one.tally} method={one.method} />,
        },
        {
          key: 'ngo',
          header: t('decision.ngo'),
          cell: one => <Counts label={t('decision.ngo')} counts={one.ngoTally} method={one.method} />,
        },
        { key: 'taken', header: t('decision.taken'), cell: one => <Taken decision={one} /> },
      ]}
    />
  )
}

function Counts(props: {
  readonly label: string
  readonly counts: DecisionView['tally']
  readonly method: DecisionView['method']
}): JSX.Element {
  const t = useT()
  return (
    <div class="decision-counts">
      <strong class="ui-numeric" aria-hidden="true">
        {tallyFigure(props.counts, t, props.method)}
      </strong>
      <Tally
        label={props.label}
        hideLabel
        parts={tallyParts(props.counts, t, props.method)}
        total={props.counts.seats}
        size="small"
        bare
      />
    </div>
  )
}

function Taken(props: { readonly decision: DecisionView }): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <div class="decision-text">
      <Show when={props.decision.meeting} fallback={<TimeStamp at={props.decision.decidedAt} show="shortDate" />}>
        {meeting => (
          <>
            <span>{format().inZone(meeting().timeZone).shortDate(props.decision.decidedAt)}</span>
            <span class="ui-small">
              <a href={`/meetings/${meeting().id}`}>{meeting().title}</a>
              <Show when={meeting().minutes}>
                {' · '}
                <a href={`/meetings/${meeting().id}/minutes`}>{t('decision.minutes')}</a>
              </Show>
            </span>
          </>
        )}
      </Show>
    </div>
  )
}
