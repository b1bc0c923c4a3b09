import { createSignal, Show, type JSX } from 'solid-js'
import { FormDialog, textPage } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { Button, DescriptionList, Panel, TimeStamp, type Description } from '#client/ui'
import { publishVote, type AfterVote, type JointActView } from '../../api/after-vote.ts'
import type { MotionView } from '../../api/motion.ts'

/** Where the outcome goes from here: reconciliation and second round, certification, publication. [V9] */
export function WhatFollows(props: {
  readonly motion: MotionView
  readonly after: AfterVote
  readonly onChange: () => void
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  const [publishing, setPublishing] = createSignal(false)
  const isAhead = (at: number | null): boolean => at !== null && at > props.after.serverNow
  const confirmed = (act: JointActView['act']): JointActView | undefined =>
    props.after.jointActs.find(one => one.act === act && one.state === 'confirmed')
  const byWhom = (act: JointActView['act']): JSX.Element => (
    <Show when={confirmed(act)}>
      {one => (
        <>
          <span class="ui-small ui-muted">
            {' '}
            {t('afterVote.together.confirmed', one().askedBy, one().answeredBy ?? '')}
          </span>
          <Show when={one().text}>
            <q class="after-words">{one().text}</q>
          </Show>
        </>
      )}
    </Show>
  )
  const fact = (term: string, at: number | null, act: JointActView['act'] | null): readonly Description[] =>
    at === null
      ? []
      : [
          {
            term,
            value: (
              <>
                <TimeStamp at={at} />
                {act && byWhom(act)}
              </>
            ),
          },
        ]
  const facts = (): readonly Description[] => [
    ...fact(t('afterVote.standing.reconciled'), props.after.reconciledAt, 'reconcile'),
    ...fact(t('afterVote.standing.certified'), props.after.certifiedAt, 'certify'),
    ...fact(t('afterVote.standing.published'), props.after.publishedAt, null),
  ]
  const next = (): string | null => {
    const { state, secondRoundFrom, certifiableFrom, dissentAwaited, reconciledAt } = props.after
    if (state === 'returned' && secondRoundFrom !== null) {
      const isOpen = reconciledAt !== null || !isAhead(secondRoundFrom)
      return isOpen
        ? t('afterVote.standing.secondRoundNow')
        : t('afterVote.standing.secondRound', format().dateTime(secondRoundFrom))
    }
    if (props.after.takenUpBy !== null) return t('afterVote.standing.takenUp')
    if (state !== 'decided' || certifiableFrom === null) return null
    return isAhead(certifiableFrom)
      ? t(
          'afterVote.standing.awaited',
          format().list(dissentAwaited.map(one => one.organisationName)),
          format().dateTime(certifiableFrom),
        )
      : t('afterVote.standing.certifiable')
  }
  return (
    <Show when={next() !== null || facts().length > 0}>
      <Panel title={t('afterVote.standing.title')} variant="plain">
        <Show when={next()}>{sentence => <p>{sentence()}</p>}</Show>
        <Show when={props.after.state === 'returned'}>
          <p>
            <Show
              when={props.after.takenUpBy}
              fallback={
                <a href={textPage(props.motion.subject.kind, props.motion.subject.id)}>
                  {t('afterVote.standing.toText')}
                </a>
              }
            >
              {id => <a href={`/motions/${id()}`}>{t('afterVote.standing.toNextVote')}</a>}
            </Show>
          </p>
        </Show>
        <Show when={facts().length > 0}>
          <DescriptionList stacked items={facts()} />
        </Show>
        <Show when={props.after.mayPublish}>
          <div class="ui-row">
            <Button onPress={() => setPublishing(true)}>{t('afterVote.standing.publish')}</Button>
          </div>
        </Show>
        <Show when={publishing()}>
          <FormDialog
            title={t('afterVote.standing.publish')}
            confirmLabel={t('afterVote.standing.publish')}
            done={t('afterVote.standing.publishDone')}
            act={() => publishVote(props.motion.id)}
            onDone={() => props.onChange()}
            onClose={() => setPublishing(false)}
          >
            <p>{t('afterVote.standing.publishText')}</p>
          </FormDialog>
        </Show>
      </Panel>
    </Show>
  )
}
