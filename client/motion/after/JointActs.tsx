import { createSignal, For, Show, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { Button, Panel, TimeStamp } from '#client/ui'
import { confirmJointAct, dropJointAct, type AfterVote, type JointActView } from '../../api/after-vote.ts'
import { AskDialog } from './AskDialog.tsx'

type Wish =
  | { readonly kind: 'ask'; readonly act: JointActView['act'] }
  | { readonly kind: 'confirm' | 'withdraw' | 'decline'; readonly id: string }

/** Acts that take two persons: what waits, what this reader may ask for, and what was done. [V13] */
export function JointActs(props: {
  readonly motionId: string
  readonly after: AfterVote
  readonly onChange: () => void
}): JSX.Element {
  const t = useT()
  const [wish, setWish] = createSignal<Wish | null>(null)
  const waiting = (): readonly JointActView[] => props.after.jointActs.filter(act => act.state === 'asked')
  const ended = (): readonly JointActView[] => props.after.jointActs.filter(act => act.state !== 'asked')
  const wished = (kind: Wish['kind']): JointActView | undefined => {
    const found = wish()
    if (found === null || found.kind !== kind || found.kind === 'ask') return undefined
    return props.after.jointActs.find(act => act.id === found.id)
  }
  const asking = (): JointActView['act'] | undefined => {
    const found = wish()
    return found?.kind === 'ask' ? found.act : undefined
  }
  const all = { onDone: () => props.onChange(), onRefused: () => props.onChange(), onClose: () => setWish(null) }
  return (
    <Show when={props.after.mayAsk.length > 0 || props.after.jointActs.length > 0}>
      <Panel title={t('afterVote.together.title')} variant="plain">
        <For each={waiting()}>
          {act => (
            <Waiting
              act={act}
              onConfirm={() => setWish({ kind: 'confirm', id: act.id })}
              onWithdraw={() => setWish({ kind: 'withdraw', id: act.id })}
              onDecline={() => setWish({ kind: 'decline', id: act.id })}
            />
          )}
        </For>
        <Show when={props.after.mayAsk.length > 0}>
          <p class="ui-small ui-muted">{t('afterVote.together.lead')}</p>
          <div class="ui-row">
            <For each={props.after.mayAsk}>
              {act => (
                <Button variant={act === 'void' ? 'quiet' : 'secondary'} onPress={() => setWish({ kind: 'ask', act })}>
                  {t(`afterVote.together.act.${act}`)}
                </Button>
              )}
            </For>
          </div>
        </Show>
        <Show when={ended().length > 0}>
          <ol class="after-acts" role="list" aria-label={t('afterVote.together.history')}>
            <For each={ended()}>{act => <Ended act={act} />}</For>
          </ol>
        </Show>
        <Show when={asking()} keyed>
          {act => <AskDialog motionId={props.motionId} act={act} {...all} />}
        </Show>
        <Show when={wished('confirm')}>
          {act => (
            <FormDialog
              title={t(`afterVote.together.act.${act().act}`)}
              confirmLabel={t('afterVote.together.confirm')}
              danger={act().act === 'void'}
              done={t('afterVote.together.done')}
              act={() => confirmJointAct(props.motionId, act().id)}
              {...all}
            >
              <p>{t(`afterVote.together.what.${act().act}`)}</p>
              <Words act={act()} />
            </FormDialog>
          )}
        </Show>
        <Show when={wished('withdraw')}>
          {act => (
            <FormDialog
              title={t(`afterVote.together.noun.${act().act}`)}
              confirmLabel={t('afterVote.together.withdraw')}
              done={t('afterVote.together.takenBack')}
              act={() => dropJointAct(props.motionId, act().id)}
              {...all}
            >
              <p>{t('afterVote.together.withdrawText')}</p>
              <Words act={act()} />
            </FormDialog>
          )}
        </Show>
        <Show when={wished('decline')}>
          {act => (
            <FormDialog
              title={t(`afterVote.together.noun.${act().act}`)}
              confirmLabel={t('afterVote.together.decline')}
              done={t('afterVote.together.wasDeclined')}
              act={() => dropJointAct(props.motionId, act().id)}
              {...all}
            >
              <p>{t('afterVote.together.declineText')}</p>
              <Words act={act()} />
            </FormDialog>
          )}
        </Show>
      </Panel>
    </Show>
  )
}

function Waiting(props: {
  readonly act: JointActView
  readonly onConfirm: () => void
  readonly onWithdraw: () => void
  readonly onDecline: () => void
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <section class="after-waiting ui-tone-notice">
      <h3>{t(`afterVote.together.noun.${props.act.act}`)}</h3>
      <p class="ui-small ui-muted">
        {t('afterVote.together.asked', props.act.askedBy, t(`afterVote.together.as.${props.act.askedAs}`))}
        {' · '}
        <TimeStamp at={props.act.askedAt} />
      </p>
      <Words act={props.act} />
      <p>
        {t(
          'afterVote.together.waits',
          t(`afterVote.together.as.${props.act.confirmAs}`),
          format().dateTime(props.act.expiresAt),
        )}
      </p>
      <div class="ui-row">
        <Show when={props.act.mayConfirm}>
          <Button variant="primary" onPress={props.onConfirm}>
            {t('afterVote.together.confirm')}
          </Button>
        </Show>
        <Show when={props.act.mayDecline}>
          <Button onPress={props.onDecline}>{t('afterVote.together.decline')}</Button>
        </Show>
        <Show when={props.act.mayWithdraw}>
          <Button onPress={props.onWithdraw}>{t('afterVote.together.withdraw')}</Button>
        </Show>
      </div>
    </section>
  )
}

function Words(props: { readonly act: JointActView }): JSX.Element {
  const t = useT()
  return (
    <>
      <Show when={props.act.cause}>{cause => <p>{t(`afterVote.together.causes.${cause()}`)}</p>}</Show>
      <Show when={props.act.text}>
        <q class="after-words">{props.act.text}</q>
      </Show>
    </>
  )
}

function Ended(props: { readonly act: JointActView }): JSX.Element {
  const t = useT()
  const how = (): string => {
    const { state, askedBy, answeredBy } = props.act
    if (state === 'confirmed' || state === 'declined')
      return t(`afterVote.together.${state}`, askedBy, answeredBy ?? '')
    return state === 'withdrawn' ? t('afterVote.together.withdrawn', askedBy) : t('afterVote.together.lapsed', askedBy)
  }
  return (
    <li>
      <strong>{t(`afterVote.together.noun.${props.act.act}`)}</strong>
      <span class="ui-small ui-muted">
        {how()}
        {' · '}
        <TimeStamp at={props.act.endedAt ?? props.act.expiresAt} />
      </span>
      <Words act={props.act} />
    </li>
  )
}
