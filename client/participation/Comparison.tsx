import { Show, type JSX } from 'solid-js'
import Check from 'lucide-solid/icons/check'
import OctagonAlert from 'lucide-solid/icons/octagon-alert'
import { useFormat, useT } from '#client/i18n'
import { Badge, Panel, Table } from '#client/ui'
import { inLineWith, ngoShareOf, type TextShare } from '#shared/participation'
import type { GroupParticipation } from '../api/participation.ts'
import { attendedShare, spokenShare } from './shares.ts'

/** All groups of a year, a line each. */
export function Comparison(props: {
  readonly year: number
  readonly groups: readonly GroupParticipation[]
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  const dash = (): string => t('participation.compare.none')
  const percent = (share: number | null): string => (share === null ? dash() : format().percent(share))
  const textShare = ({ sections, letters }: { readonly sections: number; readonly letters: TextShare }): string =>
    sections === 0 ? dash() : percent(ngoShareOf(letters))
  const attendance = ({ meetings: { attendance: seats } }: GroupParticipation): string => {
    const ngo = attendedShare([seats.NGO])
    const others = attendedShare([seats.STATE, seats.PARTNER])
    return ngo === null && others === null
      ? dash()
      : t('participation.compare.attendanceText', percent(ngo), percent(others))
  }
  const agreed = ({ votes }: GroupParticipation): string => {
    const { agreed: inLine, decided } = inLineWith(votes.stands)
    return decided === 0 ? dash() : t('participation.compare.votesText', inLine, decided)
  }
  return (
    <Panel title={t('participation.compare.title')} variant="plain">
      <div class="participation-compare">
        <Table
          caption={t('participation.compare.caption', props.year)}
          rows={props.groups}
          columns={[
            {
              key: 'group',
              header: t('participation.compare.group'),
              primary: true,
              cell: one => <a href={`/participation/${props.year}/${one.group.id}`}>{one.group.name}</a>,
            },
            { key: 'seats', header: t('participation.compare.seats'), cell: one => <Seats figures={one} /> },
            { key: 'attendance', header: t('participation.compare.attendance'), cell: attendance },
            {
              key: 'speaking',
              header: t('participation.compare.speaking'),
              cell: one => percent(spokenShare(one.meetings.spokenMs)),
            },
            {
              key: 'amendments',
              header: t('participation.compare.amendments'),
              cell: ({ amendments: { ngo } }) =>
                ngo.proposed === 0 ? dash() : t('participation.compare.amendmentsText', ngo.adopted, ngo.proposed),
            },
            { key: 'votes', header: t('participation.compare.votes'), cell: agreed },
            {
              key: 'adopted',
              header: t('participation.compare.adopted'),
              cell: one => textShare(one.texts.adopted),
            },
            {
              key: 'working',
              header: t('participation.compare.working'),
              cell: one => textShare(one.texts.working),
            },
          ]}
        />
      </div>
    </Panel>
  )
}

function Seats(props: { readonly figures: GroupParticipation }): JSX.Element {
  const t = useT()
  const short = (): boolean => props.figures.seats.shortfalls.length > 0
  return (
    <Show when={props.figures.existed} fallback={t('participation.compare.none')}>
      <div class="participation-cell">
        <span>{t('participation.compare.seatsText', props.figures.seats.ngo, props.figures.seats.voting)}</span>
        <Badge tone={short() ? 'alarm' : 'success'} icon={short() ? OctagonAlert : Check} plain>
          {t(short() ? 'participation.compare.short' : 'participation.compare.held')}
        </Badge>
      </div>
    </Show>
  )
}
