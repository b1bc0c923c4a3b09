import { useParams } from '@solidjs/router'
import { createSignal, Show, type JSX } from 'solid-js'
import Vote from 'lucide-solid/icons/vote'
import { Fetched } from '#client/app'
import { DecisionNote } from '#client/decision'
import { useT } from '#client/i18n'
import { OpenVoteDialog } from '#client/motion'
import { VersionTag } from '#client/plan'
import {
  Button,
  ConfirmDialog,
  DescriptionList,
  Digest,
  LinkButton,
  Notice,
  Page,
  PageHeader,
  Panel,
  showToast,
  TimeStamp,
  type Description,
} from '#client/ui'
import { can } from '#shared/access'
import { versionAfter } from '#shared/plan'
import { createFetched } from '../api/fetched.ts'
import { fetchMotions } from '../api/motion.ts'
import { sentenceFor } from '../api/sentence.ts'
import { fetchTermsVersion, withdrawTerms, type TermsVersionDetail } from '../api/terms.ts'
import { useActor } from '#client/plan'
import { FrozenTerms } from './FrozenTerms.tsx'
import { bodyText, subjectOf } from './names.ts'
import './terms.css'

/** A frozen version: text and rules, their digest, and what became of it. [E1, G10] */
export function TermsVersionPage(): JSX.Element {
  const params = useParams<{ id: string }>()
  const version = createFetched(() => fetchTermsVersion(params.id), ['terms', 'motion'])
  return (
    <Page>
      <Fetched of={version} lines={12}>
        {value => <Version version={value()} onChange={() => void version.refetch()} />}
      </Fetched>
    </Page>
  )
}

function Version(props: { readonly version: TermsVersionDetail; readonly onChange: () => void }): JSX.Element {
  const t = useT()
  const [withdrawing, setWithdrawing] = createSignal(false)
  const body = (): string => bodyText(t, props.version.terms)
  return (
    <>
      <PageHeader
        title={body()}
        eyebrow={t('terms.version.eyebrow', props.version.number)}
        trail={[
          { label: t('terms.title'), href: '/terms' },
          { label: body(), href: `/terms/${props.version.terms.id}` },
        ]}
        actions={<Acts version={props.version} onWithdraw={() => setWithdrawing(true)} />}
      >
        <VersionTag state={props.version.state} />
      </PageHeader>
      <div class="ui-columns">
        <Show
          when={props.version.content}
          fallback={
            <Notice tone="alarm" title={t('terms.version.altered.title')}>
              {t('terms.version.altered.text')}
            </Notice>
          }
        >
          {content => (
            <article class="ui-sheet" aria-label={t('terms.submit.exact')}>
              <FrozenTerms
                content={content()}
                against={props.version.before.settings}
                againstLabel={t('terms.rules.differences.before')}
                level={2}
              />
            </article>
          )}
        </Show>
        <aside class="ui-stack ui-stack--loose">
          <Facts version={props.version} />
          <DecisionNote subjectId={props.version.id} />
        </aside>
      </div>
      <WithdrawDialog
        open={withdrawing()}
        version={props.version}
        onClose={() => setWithdrawing(false)}
        onDone={() => {
          setWithdrawing(false)
          props.onChange()
        }}
      />
    </>
  )
}

function Facts(props: { readonly version: TermsVersionDetail }): JSX.Element {
  const t = useT()
  const against = (): string => {
    const { version } = props.version.before
    return version ? t('terms.version.against', version.number) : t('terms.version.againstDefault')
  }
  const items = (): readonly Description[] => {
    const { digest, intact, ruleSetDigest, submittedAt, submittedBy, seat, decidedAt } = props.version
    return [
      {
        term: t('terms.version.digest'),
        value: (
          <>
            <Digest value={digest} whole />
            <Show when={intact}>
              <span class="ui-small ui-muted">{t('terms.version.intact')}</span>
            </Show>
          </>
        ),
      },
      ...(ruleSetDigest
        ? [
            {
              term: t('terms.version.ruleSet'),
              value: (
                <>
                  <Digest value={ruleSetDigest} />
                  <span class="ui-small ui-muted">{against()}</span>
                </>
              ),
            },
          ]
        : []),
      { term: t('terms.version.submitted'), value: <TimeStamp at={submittedAt} /> },
      { term: t('terms.version.by'), value: t('terms.versions.by', submittedBy.name, submittedBy.organisation) },
      ...(seat ? [{ term: t('terms.version.seat'), value: seat.label }] : []),
      ...(decidedAt ? [{ term: t('terms.version.decided'), value: <TimeStamp at={decidedAt} /> }] : []),
    ]
  }
  return (
    <Panel title={t('terms.version.facts')} variant="plain">
      <DescriptionList stacked items={items()} />
    </Panel>
  )
}

/** The vote on this version, or what may be done to bring it there. */
function Acts(props: { readonly version: TermsVersionDetail; readonly onWithdraw: () => void }): JSX.Element {
  const t = useT()
  const actor = useActor()
  const [opening, setOpening] = createSignal(false)
  const votes = createFetched(() => fetchMotions({ subject: props.version.id }), ['motion'])
  const latest = () => votes.value()?.motions[0]
  const subject = () => subjectOf(props.version.terms)
  const mayOpen = (): boolean =>
    versionAfter(props.version.state, 'open') !== null &&
    props.version.intact &&
    can(actor(), 'motion.open', { ...subject(), voteMode: 'correspondence' })
  const mayWithdraw = (): boolean =>
    props.version.state === 'submitted' &&
    can(actor(), 'terms.withdraw', { ...subject(), sponsorId: props.version.submittedBy.id })
  return (
    <>
      <Show when={mayWithdraw()}>
        <Button variant="quiet" onPress={props.onWithdraw}>
          {t('terms.version.withdraw')}
        </Button>
      </Show>
      <Show when={latest()}>
        {motion => <LinkButton href={`/motions/${motion().id}`}>{t('terms.version.toVote')}</LinkButton>}
      </Show>
      <Show when={mayOpen()}>
        <Button variant="primary" icon={Vote} onPress={() => setOpening(true)}>
          {t('terms.version.putToVote')}
        </Button>
        <OpenVoteDialog
          open={opening()}
          subjectKind="termsVersion"
          subjectId={props.version.id}
          onClose={() => setOpening(false)}
        />
      </Show>
    </>
  )
}

function WithdrawDialog(props: {
  readonly open: boolean
  readonly version: TermsVersionDetail
  readonly onClose: () => void
  readonly onDone: () => void
}): JSX.Element {
  const t = useT()
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<string>()
  const withdraw = async (): Promise<void> => {
    setBusy(true)
    const withdrawn = await withdrawTerms(props.version.id)
    setBusy(false)
    if (!withdrawn.ok) return void setError(sentenceFor(t, withdrawn.problem))
    showToast(t('terms.version.withdrawn'))
    props.onDone()
  }
  return (
    <ConfirmDialog
      open={props.open}
      title={t('terms.version.withdrawTitle', props.version.number)}
      confirmLabel={t('terms.version.withdraw')}
      danger
      busy={busy()}
      error={error()}
      onConfirm={() => void withdraw()}
      onClose={props.onClose}
    >
      {t('terms.version.withdrawText')}
    </ConfirmDialog>
  )
}
