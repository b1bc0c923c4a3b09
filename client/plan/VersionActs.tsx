import Vote from 'lucide-solid/icons/vote'
import { createSignal, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { OpenVoteDialog, type OpenVoteDialogProps, type TextVotes } from '#client/motion'
import { Button, ConfirmDialog, LinkButton, showToast } from '#client/ui'
import { can, type Action, type Subject } from '#shared/access'
import type { PersonId, Result } from '#shared/core'
import { versionAfter, type VersionState } from '#shared/plan'
import type { ApiProblem } from '../api/call.ts'
import { sentenceFor } from '../api/sentence.ts'
import { useActor } from './actor.ts'

interface Props {
  readonly votes: TextVotes
  readonly version: {
    readonly id: string
    readonly number: number
    readonly state: VersionState
    readonly intact: boolean
    readonly submittedBy: { readonly id: PersonId }
  }
  readonly subject: Subject
  readonly subjectKind: OpenVoteDialogProps['subjectKind']
  readonly withdrawAction: Action
  readonly withdraw: () => Promise<Result<unknown, ApiProblem>>
  readonly onWithdrawn: () => void
}

/** The vote on a submitted version, of a section or of terms of reference, or what may be done to bring it there. */
export function VersionActs(props: Props): JSX.Element {
  const t = useT()
  const actor = useActor()
  const [opening, setOpening] = createSignal(false)
  const [withdrawing, setWithdrawing] = createSignal(false)
  const latest = () => props.votes.on(props.version.id)[0]
  const mayOpen = (): boolean =>
    versionAfter(props.version.state, 'open') !== null &&
    props.version.intact &&
    can(actor(), 'motion.open', { ...props.subject, voteMode: 'correspondence' })
  const mayWithdraw = (): boolean =>
    props.version.state === 'submitted' &&
    can(actor(), props.withdrawAction, { ...props.subject, sponsorId: props.version.submittedBy.id })
  return (
    <>
      <Show when={mayWithdraw()}>
        <Button variant="quiet" onPress={() => setWithdrawing(true)}>
          {t('plan.version.withdraw')}
        </Button>
        <WithdrawDialog
          {...props}
          open={withdrawing()}
          onClose={() => setWithdrawing(false)}
          onWithdrawn={() => {
            setWithdrawing(false)
            props.onWithdrawn()
          }}
        />
      </Show>
      <Show when={latest()}>
        {motion => <LinkButton href={`/motions/${motion().id}`}>{t('plan.version.toVote')}</LinkButton>}
      </Show>
      <Show when={mayOpen()}>
        <Button variant="primary" icon={Vote} onPress={() => setOpening(true)}>
          {t('plan.version.putToVote')}
        </Button>
        <OpenVoteDialog
          open={opening()}
          subjectKind={props.subjectKind}
          subjectId={props.version.id}
          onClose={() => setOpening(false)}
        />
      </Show>
    </>
  )
}

function WithdrawDialog(
  props: Pick<Props, 'version' | 'withdraw' | 'onWithdrawn'> & {
    readonly open: boolean
    readonly onClose: () => void
  },
): JSX.Element {
  const t = useT()
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<string>()
  const withdraw = async (): Promise<void> => {
    setBusy(true)
    const withdrawn = await props.withdraw()
    setBusy(false)
    if (!withdrawn.ok) return void setError(sentenceFor(t, withdrawn.problem))
    showToast(t('plan.version.withdrawn'))
    props.onWithdrawn()
  }
  return (
    <ConfirmDialog
      open={props.open}
      title={t('plan.version.withdrawTitle', props.version.number)}
      confirmLabel={t('plan.version.withdraw')}
      danger
      busy={busy()}
      error={error()}
      onConfirm={() => void withdraw()}
      onClose={props.onClose}
    >
      {t('plan.version.withdrawText')}
    </ConfirmDialog>
  )
}
