import { For, Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { Meter, Tally, type TallyPart } from '#client/ui'
import { constituencies, type Constituency } from '#shared/group'
import type { GroupParticipation } from '../api/participation.ts'
import { Figure } from './Figure.tsx'
import { minutesOf, spokenShare } from './shares.ts'
import { constituencyTone } from './tones.ts'

/** Who came to the group's meetings, and who spoke how long. [G12, M3, M4] */
export function AttendanceFigure(props: {
  readonly meetings: GroupParticipation['meetings']
  readonly source: { readonly href: string; readonly label: string }
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  const shown = (): readonly Constituency[] =>
    constituencies.filter(one => one === 'NGO' || props.meetings.attendance[one].invited > 0)
  const text = (of: Constituency): string => {
    const { present, invited, presentSeconds, invitedSeconds } = props.meetings.attendance[of]
    const share = format().percent(invitedSeconds === 0 ? 0 : presentSeconds / invitedSeconds)
    return t('participation.attendance.meter', present, invited, share)
  }
  const finding = (): string | null => {
    const { invited, present } = props.meetings.attendance.NGO
    if (invited === 0) return t('participation.attendance.notInvited')
    return present === 0 ? t('participation.attendance.never') : null
  }
  const spoken = (): readonly TallyPart[] =>
    shown().map(one => ({
      key: one,
      label: t(`group.constituency.${one}`),
      value: minutesOf(props.meetings.spokenMs[one]),
      tone: constituencyTone[one],
    }))
  return (
    <Figure
      title={t('participation.attendance.title')}
      how={t('participation.attendance.how')}
      source={props.meetings.held > 0 ? props.source : undefined}
    >
      <Show when={props.meetings.held > 0} fallback={<p>{t('participation.attendance.none')}</p>}>
        <p>{finding() ?? t('participation.attendance.held', props.meetings.held, props.meetings.withNgo)}</p>
        <For each={shown()}>
          {one => (
            <Meter
              label={t(`group.constituency.${one}`)}
              tone={constituencyTone[one]}
              value={props.meetings.attendance[one].present}
              max={props.meetings.attendance[one].invited}
              text={text(one)}
            />
          )}
        </For>
        <Show
          when={spokenShare(props.meetings.spokenMs) !== null}
          fallback={<p class="ui-muted">{t('participation.attendance.nobodySpoke')}</p>}
        >
          <Tally label={t('participation.attendance.speaking')} parts={spoken()} size="small" />
        </Show>
      </Show>
    </Figure>
  )
}
