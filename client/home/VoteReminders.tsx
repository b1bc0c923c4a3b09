import { For, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Deadline } from '#client/motion'
import { voteTitle } from '#client/titles'
import { LinkButton, Notice, type NoticeTone } from '#client/ui'
import type { HomeTask } from '#shared/home'

type BallotTask = Extract<HomeTask, { kind: 'ballot' }>
type Pressing = BallotTask & { readonly stage: 'day' | 'hours' }

const weight = { day: 'notice', hours: 'alarm' } as const satisfies Record<Pressing['stage'], NoticeTone>

/** Votes by correspondence whose time runs out, above everything else; half time is told in their line. [V5, V11] */
export function VoteReminders(props: { readonly tasks: readonly HomeTask[] }): JSX.Element {
  const t = useT()
  return (
    <For each={props.tasks.filter(isPressing)}>
      {task => (
        <Notice
          tone={weight[task.stage]}
          title={t(task.silence ? 'method.reminder.read' : 'method.reminder.cast', voteTitle(t, task))}
          actions={
            <LinkButton variant={task.stage === 'hours' ? 'primary' : 'secondary'} href={`/motions/${task.motionId}`}>
              {t('method.reminder.go')}
            </LinkButton>
          }
        >
          {t(`method.reminder.${task.stage}`)} <Deadline at={task.closesAt} />
        </Notice>
      )}
    </For>
  )
}

function isPressing(task: HomeTask): task is Pressing {
  return task.kind === 'ballot' && (task.stage === 'day' || task.stage === 'hours')
}
