import { For, Show, type JSX } from 'solid-js'
import CircleCheck from 'lucide-solid/icons/circle-check'
import OctagonAlert from 'lucide-solid/icons/octagon-alert'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { useFormat, useT, type Format, type Translate } from '#client/i18n'
import { toneClass } from '#client/ui'
import type { HomeAlarm } from '#shared/home'
import { whenOf } from './when.ts'

/** What is wrong with texts, groups and meetings, the gravest first, each leading to what it is about. [G6–G9, M7] */
export function Alarms(props: { readonly alarms: readonly HomeAlarm[] }): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <Show
      when={props.alarms.length > 0}
      fallback={
        <p class={`home-alarm ${toneClass('success')}`}>
          <CircleCheck size={18} aria-hidden="true" />
          <span>{t('home.alarms.none')}</span>
        </p>
      }
    >
      <ul role="list" class="home-alarms">
        <For each={props.alarms}>
          {alarm => {
            const grave = isGrave(alarm)
            return (
              <li class={`home-alarm ${toneClass(grave ? 'alarm' : 'notice')}`}>
                {grave ? <OctagonAlert size={18} aria-hidden="true" /> : <TriangleAlert size={18} aria-hidden="true" />}
                <a href={placeOf(alarm)}>{alarmText(t, format(), alarm)}</a>
              </li>
            )
          }}
        </For>
      </ul>
    </Show>
  )
}

const graveKinds = [
  'notConstituted',
  'noChair',
  'noNgoComing',
  'recordRefused',
] as const satisfies readonly HomeAlarm['kind'][]

function isGrave(alarm: HomeAlarm): boolean {
  return alarm.kind === 'damagedText' ? alarm.mine : graveKinds.some(kind => kind === alarm.kind)
}

function placeOf(alarm: HomeAlarm): string {
  switch (alarm.kind) {
    case 'damagedText':
      return `/sections/${alarm.sectionId}`
    case 'noNgoComing':
    case 'noNgoYet':
      return `/meetings/${alarm.meetingId}`
    case 'recordRefused':
    case 'recordUnwitnessed':
      return '/record'
    case 'minutesLate':
      return `/meetings/${alarm.meetingId}/minutes`
    default:
      return `/groups/${alarm.groupId}`
  }
}

function alarmText(t: Translate, format: Format, alarm: HomeAlarm): string {
  switch (alarm.kind) {
    case 'damagedText':
      return t(`home.alarms.damagedText.${alarm.mine ? 'mine' : 'chair'}`, alarm.code, alarm.title)
    case 'notConstituted':
      return t('home.alarms.notConstituted', alarm.groupName, alarm.accredited, alarm.required)
    case 'noChair':
      return t(alarm.nwg ? 'home.alarms.noCoordinator' : 'home.alarms.noChair', alarm.groupName)
    case 'cadence':
      return alarm.lastMet === null
        ? t('home.alarms.neverMet', alarm.groupName, alarm.days)
        : t('home.alarms.cadence', alarm.groupName, alarm.days, format.date(alarm.lastMet))
    case 'recordRefused':
      return t('home.alarms.recordRefused')
    case 'recordUnwitnessed':
      return t('home.alarms.recordUnwitnessed', format.date(alarm.since))
    case 'minutesLate':
      return t('home.alarms.minutesLate', alarm.title, format.date(alarm.by))
    case 'noNgoComing':
      return t(
        alarm.answered < alarm.ngoSeats ? 'home.alarms.noNgoSaid' : 'home.alarms.noNgoComing',
        alarm.title,
        whenOf(t, format, alarm),
      )
    case 'noNgoYet':
      return t(
        alarm.answered > 0 ? 'home.alarms.noNgoYet' : 'home.alarms.noNgoAnswered',
        alarm.title,
        whenOf(t, format, alarm),
      )
    default:
      return t(`home.alarms.${alarm.kind}`, alarm.groupName, alarm.count)
  }
}
