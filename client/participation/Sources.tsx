import { Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { OutcomeTag } from '#client/motion'
import { voteTitle } from '#client/titles'
import { Table, TimeStamp } from '#client/ui'
import { ngoShareOf, type TextShare } from '#shared/participation'
import type { ParticipationDetail } from '../api/participation.ts'
import type { SourceName } from './GroupFigures.tsx'

type Detail = { readonly detail: ParticipationDetail }

/** The meetings, votes, amendments and sections that a group's figures are computed from. */
export function Sources(props: Detail): JSX.Element {
  const t = useT()
  return (
    <section class="participation-sources" aria-labelledby="sources">
      <h2 id="sources">{t('participation.sources.heading')}</h2>
      <Sessions detail={props.detail} />
      <Amendments detail={props.detail} />
      <Votes detail={props.detail} />
      <Texts detail={props.detail} />
    </section>
  )
}

function Source(props: { readonly name: SourceName; readonly children: JSX.Element }): JSX.Element {
  const t = useT()
  return (
    <section class="ui-stack ui-stack--tight" aria-labelledby={props.name}>
      <h3 id={props.name}>{t(`participation.sources.${props.name}`)}</h3>
      {props.children}
    </section>
  )
}

function Sessions(props: Detail): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <Source name="sessions">
      <Table
        caption={t('participation.sources.sessions')}
        dense
        rows={props.detail.sessions}
        empty={<p class="ui-muted">{t('participation.sources.noSessions')}</p>}
        columns={[
          {
            key: 'meeting',
            header: t('participation.sources.meeting'),
            primary: true,
            cell: one => <a href={`/meetings/${one.id}`}>{one.title}</a>,
          },
          {
            key: 'began',
            header: t('participation.sources.began'),
            cell: one => format().inZone(one.timeZone).dateTime(one.startedAt),
          },
          {
            key: 'represented',
            header: t('participation.sources.represented'),
            cell: one => t('participation.sources.of', one.ngoPresent, one.ngoInvited),
          },
        ]}
      />
    </Source>
  )
}

function Votes(props: Detail): JSX.Element {
  const t = useT()
  return (
    <Source name="votes">
      <Show when={props.detail.votes} fallback={<Hidden />}>
        {votes => (
          <Table
            caption={t('participation.sources.votes')}
            dense
            rows={votes()}
            empty={<p class="ui-muted">{t('participation.sources.noVotes')}</p>}
            columns={[
              {
                key: 'vote',
                header: t('participation.sources.vote'),
                primary: true,
                cell: one => <a href={`/motions/${one.id}`}>{voteTitle(t, one)}</a>,
              },
              {
                key: 'position',
                header: t('participation.sources.position'),
                cell: one =>
                  one.position === null
                    ? t('participation.sources.untold')
                    : t(`participation.votes.stand.${one.position}`),
              },
              {
                key: 'outcome',
                header: t('participation.sources.outcome'),
                cell: one => (
                  <OutcomeTag motion={{ outcome: one.outcome, grade: null, state: 'decided', method: one.method }} />
                ),
              },
              {
                key: 'decided',
                header: t('participation.sources.decided'),
                cell: one => <TimeStamp at={one.decidedAt} show="shortDate" />,
              },
            ]}
          />
        )}
      </Show>
    </Source>
  )
}

function Amendments(props: Detail): JSX.Element {
  const t = useT()
  return (
    <Source name="amendments">
      <Show when={props.detail.amendments} fallback={<Hidden />}>
        {amendments => (
          <Table
            caption={t('participation.sources.amendments')}
            dense
            rows={amendments()}
            empty={<p class="ui-muted">{t('participation.sources.noAmendments')}</p>}
            columns={[
              {
                key: 'amendment',
                header: t('participation.sources.amendment'),
                primary: true,
                cell: one => <a href={`/amendments/${one.id}`}>{one.section}</a>,
              },
              { key: 'seat', header: t('participation.sources.seat'), cell: one => one.seat },
              {
                key: 'state',
                header: t('participation.sources.state'),
                cell: one => t(`amendment.state.${one.state}`),
              },
              {
                key: 'proposed',
                header: t('participation.sources.proposed'),
                cell: one => <TimeStamp at={one.at} show="shortDate" />,
              },
            ]}
          />
        )}
      </Show>
    </Source>
  )
}

function Texts(props: Detail): JSX.Element {
  const t = useT()
  const format = useFormat()
  const share = (letters: TextShare | null): string => {
    if (letters === null) return t('participation.sources.uncounted')
    const part = ngoShareOf(letters)
    return part === null
      ? t('participation.texts.author.TEMPLATE')
      : t('participation.sources.ngoOf', format().percent(part))
  }
  return (
    <Source name="texts">
      <Table
        caption={t('participation.sources.texts')}
        dense
        rows={props.detail.sections}
        empty={<p class="ui-muted">{t('participation.sources.noTexts')}</p>}
        columns={[
          {
            key: 'section',
            header: t('participation.sources.section'),
            primary: true,
            cell: one => (
              <a href={`/sections/${one.id}`}>
                {one.code} {one.title}
              </a>
            ),
          },
          {
            key: 'adopted',
            header: t('participation.sources.adopted'),
            cell: one => (
              <Show when={one.adopted} fallback={t('participation.compare.none')}>
                {adopted => (
                  <>
                    <a href={`/versions/${adopted().versionId}`}>
                      {t('participation.sources.version', adopted().number)}
                    </a>
                    {` · ${share(adopted().letters)}`}
                  </>
                )}
              </Show>
            ),
          },
          { key: 'working', header: t('participation.texts.working'), cell: one => share(one.working) },
        ]}
      />
    </Source>
  )
}

function Hidden(): JSX.Element {
  const t = useT()
  return <p class="ui-muted">{t('participation.sources.hidden')}</p>
}
