import { useParams } from '@solidjs/router'
import { Show, type JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { DecisionNote } from '#client/decision'
import { TermsComparison, TermsText, TextAndChanges } from '#client/frozen-text'
import { useT } from '#client/i18n'
import { createTextVotes, NextStep, StatementsWithText } from '#client/motion'
import { useActor, VersionActs, VersionTag } from '#client/plan'
import { bodyTitle } from '#client/titles'
import { DescriptionList, Digest, Notice, Page, PageHeader, Panel, TimeStamp, type Description } from '#client/ui'
import { can } from '#shared/access'
import { createFetched } from '../api/fetched.ts'
import { fetchTermsVersion, withdrawTerms, type TermsVersionDetail } from '../api/terms.ts'
import { subjectOf, termsTrail } from './names.ts'
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
  const votes = createTextVotes(() => props.version.id)
  const body = (): string => bodyTitle(t, props.version.terms)
  const actor = useActor()
  const mayWrite = (): boolean => can(actor(), 'terms.edit', subjectOf(props.version.terms))
  return (
    <>
      <PageHeader
        title={t('titles.terms', body())}
        eyebrow={t('terms.version.eyebrow', props.version.number)}
        trail={[...termsTrail(t), { label: body(), href: `/terms/${props.version.terms.id}` }]}
        actions={
          <VersionActs
            votes={votes}
            version={props.version}
            subject={subjectOf(props.version.terms)}
            subjectKind="termsVersion"
            withdrawAction="terms.withdraw"
            withdraw={() => withdrawTerms(props.version.id)}
            onWithdrawn={props.onChange}
          />
        }
      >
        <VersionTag state={props.version.state} />
      </PageHeader>
      <NextStep votes={votes} subjectId={props.version.id} mayWrite={mayWrite()} />
      <Show when={props.version.state === 'adopted' && props.version.inForceAt === null}>
        <Notice tone="notice" standing title={t('terms.version.waits.title')}>
          {t('terms.version.waits.text')}
        </Notice>
      </Show>
      <div class="ui-columns">
        <Show
          when={props.version.content}
          fallback={
            <Notice tone="alarm" title={t('terms.version.altered.title')}>
              {t('terms.version.altered.text')}
            </Notice>
          }
        >
          <TextAndChanges
            others={props.version.others}
            text={() => (
              <article class="ui-sheet" aria-label={t('terms.submit.exact')}>
                <TermsText version={props.version} level={2} />
                <StatementsWithText votes={votes} subjectId={props.version.id} />
              </article>
            )}
            changes={pair => <TermsComparison id={props.version.id} from={pair.from} onFrom={pair.onFrom} level={2} />}
          />
        </Show>
        <aside class="ui-stack ui-stack--loose">
          <Facts version={props.version} />
          <DecisionNote subjectId={props.version.id} />
        </aside>
      </div>
    </>
  )
}

function Facts(props: { readonly version: TermsVersionDetail }): JSX.Element {
  const t = useT()
  const items = (): readonly Description[] => {
    const { digest, intact, ruleSetDigest, submittedAt, submittedBy, seat, decidedAt, inForceAt } = props.version
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
              value: <Digest value={ruleSetDigest} />,
            },
          ]
        : []),
      { term: t('terms.version.submitted'), value: <TimeStamp at={submittedAt} /> },
      { term: t('terms.version.by'), value: t('terms.versions.by', submittedBy.name, submittedBy.organisation) },
      ...(seat ? [{ term: t('terms.version.seat'), value: seat.label }] : []),
      ...(decidedAt ? [{ term: t('terms.version.decided'), value: <TimeStamp at={decidedAt} /> }] : []),
      ...(inForceAt ? [{ term: t('terms.version.inForce'), value: <TimeStamp at={inForceAt} /> }] : []),
    ]
  }
  return (
    <Panel title={t('terms.version.facts')} variant="plain">
      <DescriptionList stacked items={items()} />
    </Panel>
  )
}
