import { For, Show, type JSX } from 'solid-js'
import CircleCheck from 'lucide-solid/icons/circle-check'
import OctagonAlert from 'lucide-solid/icons/octagon-alert'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { useT, type Translate } from '#client/i18n'
import { toneClass } from '#client/ui'
import type { HomeAlarm } from '#shared/home'

/** What is wrong with texts and groups, the gravest first, each leading to what it is about. [G6, G7, G8, G9] */
export function Alarms(props: { readonly alarms: readonly HomeAlarm[] }): JSX.Element {
  const t = useT()
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
                <a href={placeOf(alarm)}>{alarmText(t, alarm)}</a>
              </li>
            )
          }}
        </For>
      </ul>
    </Show>
  )
}

function isGrave(alarm: HomeAlarm): boolean {
  return alarm.kind === 'damagedText' ? alarm.mine : alarm.kind === 'notConstituted' || alarm.kind === 'noChair'
}

function placeOf(alarm: HomeAlarm): string {
  return alarm.kind === 'damagedText' ? `/sections/${alarm.sectionId}` : `/groups/${alarm.groupId}`
}

function alarmText(t: Translate, alarm: HomeAlarm): string {
  switch (alarm.kind) {
    case 'damagedText':
      return t(`home.alarms.damagedText.${alarm.mine ? 'mine' : 'chair'}`, alarm.code, alarm.title)
    case 'notConstituted':
      return t('home.alarms.notConstituted', alarm.groupName, alarm.accredited, alarm.required)
    case 'noChair':
      return t(alarm.nwg ? 'home.alarms.noCoordinator' : 'home.alarms.noChair', alarm.groupName)
    default:
      return t(`home.alarms.${alarm.kind}`, alarm.groupName, alarm.count)
  }
}
