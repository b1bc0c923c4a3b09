import { type JSX } from 'solid-js'
import CalendarCheck from 'lucide-solid/icons/calendar-check'
import CalendarPlus from 'lucide-solid/icons/calendar-plus'
import CircleCheckBig from 'lucide-solid/icons/circle-check-big'
import DoorOpen from 'lucide-solid/icons/door-open'
import FileCheck from 'lucide-solid/icons/file-check'
import FilePen from 'lucide-solid/icons/file-pen'
import Send from 'lucide-solid/icons/send'
import type { LucideIcon } from 'lucide-solid'
import { useFormat, useT, type Format, type Translate } from '#client/i18n'
import type { Tone } from '#client/ui'
import { assertNever } from '#shared/core'
import type { MeetingTask } from '#shared/home'
import { TaskRow } from './TaskRow.tsx'
import { whenOf } from './when.ts'

/** What a meeting, its minutes or what it left to do ask of the person. [M1, M5, M6] */
export function MeetingTaskRow(props: { readonly task: MeetingTask }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const { icon, href } = placeOf(props.task)
  return (
    <TaskRow icon={icon} href={href} title={titleOf(t, props.task)} tone={toneOf(props.task)}>
      {textOf(t, format(), props.task)}
    </TaskRow>
  )
}

export function isMeetingTask<T extends { readonly kind: string }>(task: T | MeetingTask): task is MeetingTask {
  return task.kind in places
}

const places = {
  answerInvitation: CalendarCheck,
  enterMeeting: DoorOpen,
  conveneMeeting: CalendarPlus,
  circulateMinutes: Send,
  decideCorrections: FilePen,
  approveMinutes: FileCheck,
  actionItem: CircleCheckBig,
} as const satisfies Record<MeetingTask['kind'], LucideIcon>

function placeOf(task: MeetingTask): { readonly icon: LucideIcon; readonly href: string } {
  const icon = places[task.kind]
  switch (task.kind) {
    case 'enterMeeting':
      return { icon, href: `/meetings/${task.meetingId}/room` }
    case 'answerInvitation':
    case 'conveneMeeting':
      return { icon, href: `/meetings/${task.meetingId}` }
    case 'circulateMinutes':
    case 'decideCorrections':
    case 'approveMinutes':
      return { icon, href: `/meetings/${task.meetingId}/minutes` }
    case 'actionItem':
      return { icon, href: '/action-items' }
    default:
      return assertNever(task)
  }
}

function titleOf(t: Translate, task: MeetingTask): string {
  switch (task.kind) {
    case 'actionItem':
      return task.text
    case 'enterMeeting':
      return t(`home.waiting.enterMeeting.${task.underWay ? 'underWay' : 'today'}`, task.title)
    default:
      return t(`home.waiting.${task.kind}.title`, task.title)
  }
}

function textOf(t: Translate, format: Format, task: MeetingTask): string {
  switch (task.kind) {
    case 'answerInvitation':
      return t('home.waiting.answerInvitation.text', whenOf(t, format, task), format.list(task.seats))
    case 'enterMeeting':
      return t('home.waiting.enterMeeting.text', task.groupName, whenOf(t, format, task))
    case 'conveneMeeting':
      return task.late
        ? t('home.waiting.conveneMeeting.late', whenOf(t, format, task))
        : t('home.waiting.conveneMeeting.text', format.inZone(task.timeZone).dateTime(task.conveneBy))
    case 'circulateMinutes':
      if (task.by === null) return t('home.waiting.circulateMinutes.again', task.groupName)
      return t(`home.waiting.circulateMinutes.${task.late ? 'late' : 'text'}`, task.groupName, format.date(task.by))
    case 'decideCorrections':
      return t('home.waiting.decideCorrections.text', task.groupName, task.count)
    case 'approveMinutes':
      return t('home.waiting.approveMinutes.text', task.groupName, format.date(task.at))
    case 'actionItem':
      return t(
        `home.waiting.actionItem.${task.overdue ? 'overdue' : 'text'}`,
        task.groupName,
        format.calendarDay(task.dueOn),
      )
    default:
      return assertNever(task)
  }
}

function toneOf(task: MeetingTask): Tone | undefined {
  if (task.kind === 'enterMeeting') return task.underWay ? 'voting' : undefined
  const pressing = task.kind === 'actionItem' ? task.overdue : 'late' in task && task.late
  return pressing ? 'alarm' : undefined
}
