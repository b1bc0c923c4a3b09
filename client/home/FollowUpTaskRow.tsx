import { type JSX } from 'solid-js'
import FileCheck from 'lucide-solid/icons/file-check'
import Handshake from 'lucide-solid/icons/handshake'
import PenLine from 'lucide-solid/icons/pen-line'
import RotateCcw from 'lucide-solid/icons/rotate-ccw'
import UserCheck from 'lucide-solid/icons/user-check'
import type { LucideIcon } from 'lucide-solid'
import { textPage } from '#client/app'
import { useFormat, useT, type Format, type Translate } from '#client/i18n'
import { voteTitle } from '#client/titles'
import { assertNever } from '#shared/core'
import type { FollowUpTask } from '#shared/home'
import { TaskRow } from './TaskRow.tsx'

/** What a vote that is over asks of the person, or somebody who needs a second person. [V9, V13] */
export function FollowUpTaskRow(props: { readonly task: FollowUpTask }): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <TaskRow
      icon={icons[props.task.kind]}
      href={placeOf(props.task)}
      title={titleOf(t, props.task)}
      tone={props.task.kind === 'confirmAct' ? 'notice' : undefined}
    >
      {textOf(t, format(), props.task)}
    </TaskRow>
  )
}

export function isFollowUpTask<T extends { readonly kind: string }>(task: T | FollowUpTask): task is FollowUpTask {
  return task.kind in icons
}

const icons = {
  confirmAct: UserCheck,
  reconcile: Handshake,
  secondRound: RotateCcw,
  dissent: PenLine,
  certify: FileCheck,
} as const satisfies Record<FollowUpTask['kind'], LucideIcon>

function placeOf(task: FollowUpTask): string {
  if (task.kind === 'secondRound') return textPage(task.subject.kind, task.subject.id)
  return `/motions/${task.motionId}`
}

function titleOf(t: Translate, task: FollowUpTask): string {
  switch (task.kind) {
    case 'confirmAct':
      return t(`home.waiting.confirmAct.title.${task.act}`, voteTitle(t, task))
    case 'reconcile':
    case 'secondRound':
    case 'dissent':
    case 'certify':
      return t(`home.waiting.${task.kind}.title`, voteTitle(t, task))
    default:
      return assertNever(task)
  }
}

function textOf(t: Translate, format: Format, task: FollowUpTask): string {
  switch (task.kind) {
    case 'confirmAct':
      return t('home.waiting.confirmAct.text', task.groupName, task.askedBy, format.dateTime(task.until))
    case 'reconcile':
      return t('home.waiting.reconcile.text', task.groupName, format.dateTime(task.until))
    case 'dissent':
      return t('home.waiting.dissent.text', format.list(task.seats), format.dateTime(task.until))
    case 'secondRound':
    case 'certify':
      return t(`home.waiting.${task.kind}.text`, task.groupName)
    default:
      return assertNever(task)
  }
}
