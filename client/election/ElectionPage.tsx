import { useParams } from '@solidjs/router'
import { createSignal, For, Show, type JSX } from 'solid-js'
import Vote from 'lucide-solid/icons/vote'
import { Fetched } from '#client/app'
import { useT } from '#client/i18n'
import { OpenVoteDialog } from '#client/motion'
import { textTitle } from '#client/titles'
import { Button, ConfirmDialog, Digest, LinkButton, Page, PageHeader, Panel, showToast, StateTag } from '#client/ui'
import { closeList, fetchElection, reopenList, withdrawElection, type ElectionAnswer } from '../api/election.ts'
import { createFetched } from '../api/fetched.ts'
import { sentenceFor } from '../api/sentence.ts'
import { CandidateList } from './CandidateList.tsx'
import { electionTone } from './state-tone.ts'

/** The election of a chair: who stands, what comes next, and what came of it. [G6, V12] */
export function ElectionPage(): JSX.Element {
  const params = useParams()
  const election = createFetched(() => fetchElection(params['id'] ?? ''), ['group', 'motion'])
  return (
    <Page>
      <Fetched of={election} lines={8}>
        {found => <ElectionView election={found()} onChanged={() => void election.refetch()} />}
      </Fetched>
    </Page>
  )
}

type Move = 'close' | 'reopen' | 'withdraw'

const acts = { close: closeList, reopen: reopenList, withdraw: withdrawElection } as const
const done = { close: 'closed', reopen: 'reopened', withdraw: 'withdrawn' } as const

function ElectionView(props: { readonly election: ElectionAnswer; readonly onChanged: () => void }): JSX.Element {
  const t = useT()
  const [asking, setAsking] = createSignal<Move | null>(null)
  const [opening, setOpening] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<string>()
  const ask = (move: Move): void => {
    setError(undefined)
    setAsking(move)
  }
  const act = async (): Promise<void> => {
    const move = asking()
    if (move === null) return
    setBusy(true)
    const moved = await acts[move](props.election.id)
    setBusy(false)
    props.onChanged()
    if (!moved.ok) return void setError(sentenceFor(t, moved.problem))
    setAsking(null)
    showToast(t(`election.${done[move]}`))
  }
  const about = (): string => {
    const { state, elected, tookChair } = props.election
    if (state !== 'elected') return t(`election.about.${state}`)
    return t(tookChair ? 'election.about.elected' : 'election.about.electedWithoutSeat', elected?.name ?? '')
  }
  const title = (): string => textTitle(t, { ...props.election, kind: 'election' })
  const isPutAgain = (): boolean => props.election.state === 'closed' && props.election.motions.length > 0
  return (
    <>
      <PageHeader
        title={title()}
        eyebrow={t('election.eyebrow')}
        trail={[
          { label: t('election.trail'), href: '/groups' },
          { label: props.election.group.name, href: `/groups/${props.election.group.id}` },
        ]}
        actions={
          <>
            <Show when={props.election.may.open}>
              <Button variant="primary" icon={Vote} onPress={() => setOpening(true)}>
                {t('election.open')}
              </Button>
            </Show>
            <Show when={props.election.may.close}>
              <Button variant="primary" onPress={() => ask('close')}>
                {t('election.close')}
              </Button>
            </Show>
            <Show when={props.election.may.reopen}>
              <Button onPress={() => ask('reopen')}>{t('election.reopen')}</Button>
            </Show>
            <Show when={props.election.may.withdraw}>
              <Button variant="quiet" onPress={() => ask('withdraw')}>
                {t('election.withdraw')}
              </Button>
            </Show>
          </>
        }
      >
        <div class="ui-row ui-row--tight">
          <StateTag state={electionTone[props.election.state]}>{t(`election.state.${props.election.state}`)}</StateTag>
          <Show when={props.election.digest}>{digest => <Digest value={digest()} />}</Show>
        </div>
      </PageHeader>
      <p>{isPutAgain() ? t('election.nobody') : about()}</p>
      <Show when={props.election.motions.length > 0}>
        <Panel title={t('election.votes')} variant="plain">
          <ul role="list" class="ui-row ui-row--tight">
            <For each={props.election.motions}>
              {(motionId, index) => (
                <li>
                  <LinkButton size="small" href={`/motions/${motionId}`}>
                    {t('election.vote', index() + 1)}
                  </LinkButton>
                </li>
              )}
            </For>
          </ul>
        </Panel>
      </Show>
      <CandidateList election={props.election} onChanged={() => props.onChanged()} />
      <Show when={asking()}>
        {move => (
          <ConfirmDialog
            open
            title={t(`election.${move()}`)}
            confirmLabel={t(`election.${move()}`)}
            danger={move() === 'withdraw'}
            busy={busy()}
            error={error()}
            onConfirm={() => void act()}
            onClose={() => setAsking(null)}
          >
            <p>{t(`election.${move()}Text`)}</p>
          </ConfirmDialog>
        )}
      </Show>
      <OpenVoteDialog
        open={opening()}
        subjectKind="election"
        subjectId={props.election.id}
        onClose={() => setOpening(false)}
      />
    </>
  )
}
