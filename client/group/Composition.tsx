import { Show, type JSX } from 'solid-js'
import Check from 'lucide-solid/icons/check'
import OctagonAlert from 'lucide-solid/icons/octagon-alert'
import { useT } from '#client/i18n'
import { Badge, Meter, Tally, type TallyPart } from '#client/ui'
import { constituencies, type Constituency } from '#shared/group'
import type { GroupSummary } from '../api/group.ts'

export const constituencyTone = {
  STATE: 'state',
  NGO: 'ngo',
  PARTNER: 'partner',
  OBSERVER: 'observer',
} as const satisfies Record<Constituency, TallyPart['tone']>

type Props = { readonly composition: GroupSummary['composition'] }

/** The seats of a group as one bar by constituency. */
export function ConstituencyBar(props: Props & { readonly bare?: boolean }): JSX.Element {
  const t = useT()
  // That there is no NGO seat is news; that there is no observer is not.
  const isWorthTelling = (constituency: Constituency): boolean =>
    constituency === 'NGO' || props.composition.seatsByConstituency[constituency] > 0
  const parts = (): TallyPart[] =>
    constituencies.filter(isWorthTelling).map(constituency => ({
      key: constituency,
      label: t(`group.constituency.${constituency}`),
      value: props.composition.seatsByConstituency[constituency],
      tone: constituencyTone[constituency],
    }))
  return <Tally label={t('group.seatsByConstituency')} parts={parts()} hideLabel bare={props.bare} size="small" />
}

/** NGO voting seats among the voting seats. [G12] */
export function NgoShare(props: Props): JSX.Element {
  const t = useT()
  const text = (): string => {
    const { ngoSeats, votingSeats, ngoSharePercent } = props.composition
    return t('group.ngoShareText', ngoSeats, votingSeats, ngoSharePercent)
  }
  return (
    <Meter
      label={t('group.ngoShare')}
      tone="ngo"
      value={props.composition.ngoSeats}
      max={props.composition.votingSeats}
      text={text()}
    />
  )
}

/** Whether the group may open a vote, as far as its composition goes. [G7] */
export function ConstitutedBadge(props: Props): JSX.Element {
  const t = useT()
  return (
    <Show
      when={props.composition.properlyConstituted}
      fallback={
        <Badge tone="alarm" icon={OctagonAlert}>
          {t('group.alarm.badge')}
        </Badge>
      }
    >
      <Badge tone="success" icon={Check} plain>
        {t('group.ok')}
      </Badge>
    </Show>
  )
}
