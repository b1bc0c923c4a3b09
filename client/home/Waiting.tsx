import { For, Show, type JSX } from 'solid-js'
import BookCheck from 'lucide-solid/icons/book-check'
import Gavel from 'lucide-solid/icons/gavel'
import Eye from 'lucide-solid/icons/eye'
import Layers from 'lucide-solid/icons/layers'
import Send from 'lucide-solid/icons/send'
import Stamp from 'lucide-solid/icons/stamp'
import UserPlus from 'lucide-solid/icons/user-plus'
import Vote from 'lucide-solid/icons/vote'
import type { LucideIcon } from 'lucide-solid'
import { useFormat, useT, type Translate } from '#client/i18n'
import { bodyTitle, planTitle, textTitle, voteTitle } from '#client/titles'
import { StateTag, TimeStamp, type Tone } from '#client/ui'
import { assertNever } from '#shared/core'
import type { FollowUpTask, HomeTask, MeetingTask } from '#shared/home'
import type { ReminderStage } from '#shared/motion'
import type { Me } from '#shared/people'
import { FollowUpTaskRow, isFollowUpTask } from './FollowUpTaskRow.tsx'
import { isMeetingTask, MeetingTaskRow } from './MeetingTaskRow.tsx'
import { TaskRow } from './TaskRow.tsx'

type WriteTask = Extract<HomeTask, { kind: 'write' }>
type CertifyTask = Extract<HomeTask, { kind: 'certify' }>
type Act = Exclude<HomeTask, WriteTask>
type PlanAct = Exclude<Act, MeetingTask | FollowUpTask>

/** Sections to write, and outcomes to certify, that are shown at once; whoever has more goes to their page. */
const shownAtOnce = 6

/** Acts first, each with its page; then outcomes to certify, where there are several, and the sections to write. */
export function Waiting(props: { readonly tasks: readonly HomeTask[]; readonly me: Me }): JSX.Element {
  const t = useT()
  const outcomes = (): readonly CertifyTask[] => {
    const found = props.tasks.filter(task => task.kind === 'certify')
    return found.length > 1 ? found : []
  }
  const acts = (): readonly Act[] =>
    props.tasks.filter(task => task.kind !== 'write').filter(task => task.kind !== 'certify' || outcomes().length === 0)
  const sections = (): readonly WriteTask[] => props.tasks.filter(task => task.kind === 'write')
  const more = (): number => sections().length - shownAtOnce
  return (
    <Show when={props.tasks.length > 0} fallback={<NothingWaits me={props.me} />}>
      <Show when={acts().length > 0}>
        <ul role="list" class="home-tasks">
          <For each={acts()}>{task => <ActRow task={task} />}</For>
        </ul>
      </Show>
      <Show when={outcomes().length > 0}>
        <Outcomes tasks={outcomes()} />
      </Show>
      <Show when={sections().length > 0}>
        <h3 class="home-subhead">{t('home.waiting.write.title')}</h3>
        <ul role="list" class="home-sections">
          <For each={sections().slice(0, shownAtOnce)}>
            {task => (
              <li class="home-section">
                <span class="home-section__code ui-numeric">{task.code}</span>
                <a href={`/sections/${task.sectionId}`}>{task.title}</a>
                <Show when={task.state !== 'working'}>
                  <StateTag state={task.state} plain>
                    {t(`home.waiting.write.${task.state}`)}
                  </StateTag>
                </Show>
              </li>
            )}
          </For>
        </ul>
        <Show when={more() > 0}>
          <p>
            <a href="/plan">{t('home.waiting.write.more', more())}</a>
          </p>
        </Show>
      </Show>
    </Show>
  )
}

/** Votes whose outcome the chair and the Secretariat certify: each leads to its own page. [V9] */
function Outcomes(props: { readonly tasks: readonly CertifyTask[] }): JSX.Element {
  const t = useT()
  const more = (): number => props.tasks.length - shownAtOnce
  return (
    <>
      <h3 class="home-subhead">{t('home.waiting.certify.all')}</h3>
      <ul role="list" class="home-sections">
        <For each={props.tasks.slice(0, shownAtOnce)}>
          {task => (
            <li class="home-outcome">
              <a href={`/motions/${task.motionId}`}>{voteTitle(t, task)}</a>
              <span class="ui-small ui-muted">{task.groupName}</span>
            </li>
          )}
        </For>
      </ul>
      <Show when={more() > 0}>
        <p>
          <a href="/motions?show=toCertify">{t('home.waiting.certify.more', more())}</a>
        </p>
      </Show>
    </>
  )
}

function ActRow(props: { readonly task: Act }): JSX.Element {
  const { task } = props
  if (isMeetingTask(task)) return <MeetingTaskRow task={task} />
  return isFollowUpTask(task) ? <FollowUpTaskRow task={task} /> : <ActItem task={task} />
}

function ActItem(props: { readonly task: PlanAct }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const { icon, href } = placeOf(props.task)
  return (
    <TaskRow icon={icon} href={href} title={titleOf(t, props.task)} tone={toneOf(props.task)}>
      {textOf(t, props.task, seats => format().list(seats))}
      <Show when={props.task.kind === 'ballot' && props.task.closesAt}>
        {closesAt => (
          <>
            {' · '}
            {t('home.waiting.closes')} <TimeStamp at={closesAt()} show="relative" />
            <Show when={props.task.kind === 'ballot' && props.task.stage}>
              {stage => <strong class="home-task__stage">{t(`method.reminder.${stage()}`)}</strong>}
            </Show>
          </>
        )}
      </Show>
    </TaskRow>
  )
}

/** Growing in weight as the time of a vote by correspondence runs out. */
const stageTone = { half: 'accent', day: 'notice', hours: 'alarm' } as const satisfies Record<ReminderStage, Tone>

function toneOf(task: PlanAct): Tone | undefined {
  return task.kind === 'ballot' && task.stage !== null ? stageTone[task.stage] : undefined
}

function placeOf(task: PlanAct): { readonly icon: LucideIcon; readonly href: string } {
  switch (task.kind) {
    case 'ballot':
      return { icon: Vote, href: `/motions/${task.motionId}` }
    case 'closeVote':
      return { icon: Gavel, href: `/motions/${task.motionId}` }
    case 'openVote':
      return { icon: Gavel, href: `/versions/${task.versionId}` }
    case 'proposeCandidate':
      return { icon: UserPlus, href: `/elections/${task.electionId}` }
    case 'openTermsVote':
      return { icon: Gavel, href: `/terms-versions/${task.versionId}` }
    case 'cosignRecord':
      return { icon: Eye, href: '/record/witnesses' }
    case 'assemble':
      return { icon: Layers, href: '/plan-versions' }
    case 'openPlanVote':
      return { icon: Gavel, href: `/plan-versions/${task.planVersionId}` }
    case 'note':
      return { icon: BookCheck, href: `/plan-versions/${task.planVersionId}` }
    case 'endorse':
      return { icon: Stamp, href: `/plan-versions/${task.planVersionId}` }
    case 'publish':
      return { icon: Send, href: `/plan-versions/${task.planVersionId}` }
    default:
      return assertNever(task)
  }
}

function titleOf(t: Translate, task: PlanAct): string {
  switch (task.kind) {
    case 'ballot':
      return task.silence
        ? t('method.reminder.read', voteTitle(t, task))
        : t('home.waiting.ballot.title', voteTitle(t, task))
    case 'closeVote':
      return t('home.waiting.closeVote.title', voteTitle(t, task))
    case 'openVote':
      return t('home.waiting.openVote.title', task.code, task.title)
    case 'openTermsVote':
      return t('home.waiting.openTermsVote.title', bodyTitle(t, { kind: task.body, name: task.name }))
    case 'proposeCandidate':
      return t('home.waiting.proposeCandidate.title', textTitle(t, { ...task, kind: 'election' }))
    case 'cosignRecord':
      return t('home.waiting.cosignRecord.title')
    default:
      return t(`home.waiting.${task.kind}.title`, planTitle(t, task.planKind))
  }
}

function textOf(t: Translate, task: PlanAct, list: (items: readonly string[]) => string): string {
  switch (task.kind) {
    case 'ballot':
      return t('home.waiting.ballot.text', task.groupName, list(task.seats))
    case 'proposeCandidate':
      return t('home.waiting.proposeCandidate.text', task.groupName, list(task.seats))
    case 'closeVote':
    case 'openVote':
      return t(`home.waiting.${task.kind}.text`, task.groupName)
    case 'openTermsVote':
      return t('home.waiting.openTermsVote.text', task.groupName, task.number)
    case 'cosignRecord':
      return t(`home.waiting.cosignRecord.${task.lastSignedAt === null ? 'first' : 'text'}`, task.seat)
    case 'assemble':
      return t('home.waiting.assemble.text')
    default:
      return t(`home.waiting.${task.kind}.text`, task.number)
  }
}

/** Teaches each what will stand here for them. */
function NothingWaits(props: { readonly me: Me }): JSX.Element {
  const t = useT()
  return (
    <div class="home-nothing">
      <p>
        <strong>{t('home.waiting.nothing.title')}</strong>
      </p>
      <p class="ui-muted">{t(`home.waiting.nothing.${mainRole(props.me)}`)}</p>
    </div>
  )
}

function mainRole(me: Me) {
  if (me.offices.includes('nationalCoordinator')) return 'coordinator'
  if (me.offices.includes('secretariat')) return 'secretariat'
  if (me.chairs.length > 0) return 'chair'
  if (me.seats.some(seat => seat.constituency !== 'OBSERVER')) return 'representative'
  return me.seats.length > 0 ? 'observer' : 'rapporteur'
}
