import { useParams } from '@solidjs/router'
import { Show, type JSX } from 'solid-js'
import { Fetched, textPage } from '#client/app'
import { DecisionNote } from '#client/decision'
import { SubjectText } from '#client/frozen-text'
import { useT } from '#client/i18n'
import { textTitle } from '#client/titles'
import { DescriptionList, Digest, LinkButton, Notice, Page, PageHeader, Panel, TimeStamp } from '#client/ui'
import type { MotionView } from '../api/motion.ts'
import { AfterVote } from './after/AfterVote.tsx'
import { BallotForm } from './BallotForm.tsx'
import { ChairPanel } from './ChairPanel.tsx'
import { Count } from './Count.tsx'
import { Countdown } from './Countdown.tsx'
import { Deadline } from './Deadline.tsx'
import { DecisionPanel } from './DecisionPanel.tsx'
import { DeliveryPanel } from './DeliveryPanel.tsx'
import { OutcomeTag } from './OutcomeTag.tsx'
import { Quorum } from './Quorum.tsx'
import { Room } from './Room.tsx'
import { RuleSetNote } from './RuleSetNote.tsx'
import { createVoteAlone } from './vote.ts'
import { WhyPanel } from './WhyPanel.tsx'
import './motion.css'

/** One vote: the text, the seats, the reader's ballot, and in the end why it came out as it did. */
export function MotionPage(): JSX.Element {
  const params = useParams()
  const t = useT()
  return (
    <Page>
      <Show when={params['id']} keyed fallback={<PageHeader title={t('motion.title')} />}>
        {id => <Vote id={id} />}
      </Show>
    </Page>
  )
}

function Vote(props: { readonly id: string }): JSX.Element {
  // The page is made anew for another vote, so that its id stands still here.
  const { id } = props
  const t = useT()
  const vote = createVoteAlone(id)

  return (
    <Fetched of={vote}>
      {motion => (
        <>
          <VoteHeader motion={motion()} now={vote.now()} />
          <div class="motion-page" classList={{ 'motion-page--acting': isActing(motion()) }}>
            <Show when={isActing(motion())}>
              <div class="ui-stack motion-page__act">
                <Show when={motion().dueAt !== null && motion().mySeats.length > 0}>
                  <BallotForm motion={motion()} onCast={vote.refetch} />
                </Show>
                <Show when={conducts(motion())}>
                  <ChairPanel motion={motion()} onChange={vote.refetch} />
                </Show>
              </div>
            </Show>
            <div class="ui-stack ui-stack--loose motion-page__main">
              <Show when={motion().trace}>
                <DecisionPanel motion={motion()} />
              </Show>
              <Notice tone="notice" when={motion().paused ? t('afterVote.paused') : undefined} />
              <Show when={motion().dueAt === null}>
                <AfterVote motion={motion()} onChange={vote.refetch} />
              </Show>
              <Show when={motion().trace}>{trace => <WhyPanel trace={trace()} />}</Show>
              <Count motion={motion()} />
              <Room motion={motion()} />
              {/* What may stop a vote that runs comes after the vote itself. */}
              <Show when={motion().dueAt !== null}>
                <AfterVote motion={motion()} onChange={vote.refetch} />
              </Show>
              <Show when={motion().reminders}>
                {reminders => <DeliveryPanel motion={motion()} reminders={reminders()} />}
              </Show>
            </div>
            <aside class="ui-stack motion-page__rules">
              <Show when={motion().dueAt !== null && !isActing(motion())}>
                <Watching />
              </Show>
              <Show when={motion().numbered}>
                <Panel title={t('decision.note.heading')} variant="plain">
                  <DecisionNote motionId={motion().id} />
                </Panel>
              </Show>
              <Rules motion={motion()} />
            </aside>
          </div>
        </>
      )}
    </Fetched>
  )
}

/** Whether there is something for this reader to do here: it comes first on a telephone. */
function isActing(motion: MotionView): boolean {
  return (motion.dueAt !== null && motion.mySeats.length > 0) || conducts(motion)
}

function conducts({ may }: MotionView): boolean {
  return may.close || may.extend
}

function VoteHeader(props: { readonly motion: MotionView; readonly now: number }): JSX.Element {
  const t = useT()
  const about = (): string =>
    [
      props.motion.group.name,
      t(`motion.mode.${props.motion.mode}`),
      ...(props.motion.method === 'BALLOT' ? [] : [t(`method.name.${props.motion.method}`)]),
      ...(props.motion.round === 2 ? [t('motion.round')] : []),
      ...(props.motion.afterTie ? [t('motion.afterTie')] : []),
    ].join(' · ')
  return (
    <PageHeader
      title={textTitle(t, props.motion.subject)}
      eyebrow={about()}
      trail={[{ label: t('motion.page.trail'), href: '/motions' }]}
      actions={
        <Show
          when={props.motion.subject.kind === 'election'}
          fallback={
            // Beside a ballot it stands with the ballot.
            <Show when={props.motion.dueAt === null || props.motion.mySeats.length === 0}>
              <SubjectText subject={props.motion.subject} comparedWith={props.motion.comparedWith} />
            </Show>
          }
        >
          <LinkButton href={textPage('election', props.motion.subject.id)}>{t('election.see')}</LinkButton>
        </Show>
      }
    >
      <div class="ui-row motion-lead">
        <OutcomeTag motion={props.motion} />
        <Countdown motion={props.motion} now={props.now} />
        <Digest value={props.motion.subject.digest} />
      </div>
    </PageHeader>
  )
}

function Watching(): JSX.Element {
  const t = useT()
  return (
    <Panel title={t('motion.watch.title')}>
      <p class="ui-muted">{t('motion.watch.text')}</p>
    </Panel>
  )
}

/** What it takes, who took part so far, and the times. */
function Rules(props: { readonly motion: MotionView }): JSX.Element {
  const t = useT()
  const times = () => [
    { term: t('motion.page.opened'), value: <TimeStamp at={props.motion.openedAt} /> },
    { term: t('motion.page.closes'), value: <Deadline at={props.motion.hold?.closesAt ?? props.motion.closesAt} /> },
    ...(props.motion.decidedAt === null
      ? []
      : [{ term: t('motion.page.decided'), value: <TimeStamp at={props.motion.decidedAt} /> }]),
    { term: t('motion.page.snapshot'), value: <Digest value={props.motion.snapshotDigest} /> },
    { term: t('terms.vote.rules'), value: <RuleSetNote motion={props.motion} /> },
  ]
  return (
    <Panel title={t('motion.page.rules')}>
      <div class="ui-stack ui-stack--tight">
        <Show
          when={props.motion.method !== 'BALLOT' && props.motion.method !== 'SECRET' && props.motion.method}
          fallback={
            <>
              <strong>{t(`motion.majority.${props.motion.majority}`)}</strong>
              <Show
                when={props.motion.method === 'SECRET'}
                fallback={<span class="ui-small ui-muted">{t(`motion.ngoPolicy.${props.motion.ngoPolicy}`)}</span>}
              >
                <span class="ui-small ui-muted">{t('method.open.secret')}</span>
              </Show>
            </>
          }
        >
          {method => (
            <>
              <strong>{t(`method.name.${method()}`)}</strong>
              <span class="ui-small ui-muted">{t(`method.rule.${method()}`)}</span>
            </>
          )}
        </Show>
      </div>
      <Show when={props.motion.method !== 'SILENCE'}>
        <Quorum quorum={props.motion.quorum} />
      </Show>
      <DescriptionList stacked items={times()} />
      <p class="ui-small ui-muted">
        {t('motion.page.openedBy', props.motion.openedBy)}.{' '}
        <Show when={props.motion.presiding}>{name => t('motion.page.presides', name())}</Show>
      </p>
    </Panel>
  )
}
