import { For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Meter, Notice, Table } from '#client/ui'
import { inLineWith, ngoStands, voteEnds } from '#shared/participation'
import type { GroupParticipation } from '../api/participation.ts'
import { Figure } from './Figure.tsx'

type Votes = GroupParticipation['votes']

const untold = ['secret', 'silence', 'noSeat', 'voided'] as const

/** How the NGO seats stood in the votes of the group, and what came of these. [V9, V12] */
export function VoteFigure(props: {
  readonly votes: Votes
  readonly source: { readonly href: string; readonly label: string }
}): JSX.Element {
  const t = useT()
  const inLine = (): ReturnType<typeof inLineWith> => inLineWith(props.votes.stands)
  const told = (): boolean => props.votes.ngo.seats > 0
  return (
    <Figure
      title={t('participation.votes.title')}
      how={t('participation.votes.how')}
      source={props.votes.ended > 0 ? props.source : undefined}
    >
      <Show when={props.votes.ended > 0} fallback={<p>{t('participation.votes.none')}</p>}>
        <Show when={told()} fallback={<p>{t('participation.votes.noPosition')}</p>}>
          <Show when={inLine().decided > 0}>
            <p>{t('participation.votes.agreed', inLine().agreed, inLine().decided)}</p>
          </Show>
          <Show when={props.votes.stands.OPPOSED.adopted > 0}>
            <Notice tone="alarm" standing>
              {t('participation.votes.over', props.votes.stands.OPPOSED.adopted)}
            </Notice>
          </Show>
          <Stands stands={props.votes.stands} />
          <Turnout label={t('participation.votes.ngo')} tone="ngo" of={props.votes.ngo} />
          <Turnout label={t('participation.votes.others')} tone="neutral" of={props.votes.others} />
        </Show>
        <ul class="participation-list">
          <For each={untold.filter(why => props.votes.untold[why] > 0)}>
            {why => <li>{t(`participation.votes.untold.${why}`, props.votes.untold[why])}</li>}
          </For>
        </ul>
      </Show>
      <Show when={props.votes.underWay > 0}>
        <p class="ui-muted">{t('participation.votes.underWay', props.votes.underWay)}</p>
      </Show>
    </Figure>
  )
}

function Stands(props: { readonly stands: Votes['stands'] }): JSX.Element {
  const t = useT()
  return (
    <div class="participation-stands">
      <Table
        caption={t('participation.votes.caption')}
        dense
        rows={ngoStands}
        columns={[
          {
            key: 'position',
            header: t('participation.votes.position'),
            primary: true,
            cell: stand => t(`participation.votes.stand.${stand}`),
          },
          ...voteEnds.map(end => ({
            key: end,
            header: t(`participation.votes.end.${end}`),
            align: 'end' as const,
            cell: (stand: (typeof ngoStands)[number]) => props.stands[stand][end],
          })),
        ]}
      />
    </div>
  )
}

function Turnout(props: {
  readonly label: string
  readonly tone: 'ngo' | 'neutral'
  readonly of: Votes['ngo']
}): JSX.Element {
  const t = useT()
  return (
    <Meter
      label={`${t('participation.votes.turnout')}: ${props.label}`}
      tone={props.tone}
      value={props.of.cast}
      max={props.of.seats}
      text={t('participation.votes.cast', props.of.cast, props.of.seats)}
    />
  )
}
