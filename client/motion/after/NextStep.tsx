import { For, Show, type JSX } from 'solid-js'
import { textPage } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { LinkButton, Notice } from '#client/ui'
import type { AfterVote } from '../../api/after-vote.ts'
import type { MotionSummary } from '../../api/motion.ts'
import { nextStepOf, type NextStep as Step, type Part } from './next-step.ts'
import type { TextVotes } from './text-votes.ts'

interface Props {
  readonly votes: TextVotes
  /** The version that was voted on. */
  readonly subjectId: string
  /** The reader writes the text that it is a version of. */
  readonly mayWrite: boolean
}

/** On the page of a text: what its last vote asks for now, until when, and what of it is the reader's. [V9] */
export function NextStep(props: Props): JSX.Element {
  const last = () => props.votes.on(props.subjectId)[0]
  return (
    <Show when={last()?.id} keyed>
      {id => <After votes={props.votes} motionId={id} motion={last()} mayWrite={props.mayWrite} />}
    </Show>
  )
}

function After(props: {
  readonly votes: TextVotes
  readonly motionId: string
  readonly motion: MotionSummary | undefined
  readonly mayWrite: boolean
}): JSX.Element {
  const fetched = props.votes.after(props.motionId)
  const step = () => {
    const after: AfterVote | undefined = fetched?.value()
    const { motion } = props
    const next = after && motion ? nextStepOf(motion, after, props.mayWrite) : null
    return next && motion ? { next, motion } : undefined
  }
  return <Show when={step()}>{found => <Told step={found().next} motion={found().motion} />}</Show>
}

function Told(props: { readonly step: Step; readonly motion: MotionSummary }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const title = (): string => t(`afterVote.nextStep.${props.step.step}.title`)
  const text = (): string => {
    const { step } = props
    switch (step.step) {
      case 'held':
      case 'reconcile':
        return t(`afterVote.nextStep.${step.step}.text`, format().dateTime(step.until))
      case 'secondRound':
        return t(`afterVote.nextStep.secondRound.${step.recorded ? 'recorded' : 'over'}`)
      case 'dissent':
        return t('afterVote.nextStep.dissent.text', format().list(step.names), format().dateTime(step.until))
      case 'certify':
        return t('afterVote.nextStep.certify.text')
    }
  }
  const isAsked = (): boolean => props.step.parts.some(({ part }) => part !== 'none' && part !== 'write')
  const sentence = (part: Part): string =>
    part.part === 'confirm' ? t('afterVote.nextStep.part.confirm', part.by) : t(`afterVote.nextStep.part.${part.part}`)
  return (
    <Notice
      tone={isAsked() ? 'notice' : 'info'}
      title={title()}
      standing
      actions={<Way step={props.step} motion={props.motion} />}
    >
      <p>{text()}</p>
      <For each={props.step.parts}>{part => <p>{sentence(part)}</p>}</For>
    </Notice>
  )
}

/** To where the reader does their part; else to the vote. */
function Way(props: { readonly step: Step; readonly motion: MotionSummary }): JSX.Element {
  const t = useT()
  const act = () => props.step.parts.flatMap(({ part }) => (isDone(part) ? [part] : []))[0]
  const href = (): string => {
    const { id, subject } = props.motion
    const opens = act() === 'openMeeting' || act() === 'openByPost'
    return opens ? textPage(subject.kind, subject.id) : `/motions/${id}`
  }
  return (
    <LinkButton href={href()}>
      <Show when={act()} fallback={t('afterVote.nextStep.toVote')}>
        {part => t(`afterVote.nextStep.act.${part()}`)}
      </Show>
    </LinkButton>
  )
}

type Done = Exclude<Part['part'], 'asked' | 'secretariat' | 'write' | 'none'>

function isDone(part: Part['part']): part is Done {
  return part !== 'asked' && part !== 'secretariat' && part !== 'write' && part !== 'none'
}
