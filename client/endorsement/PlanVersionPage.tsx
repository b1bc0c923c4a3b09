import { useParams } from '@solidjs/router'
import { createSignal, Show, type JSX } from 'solid-js'
import Download from 'lucide-solid/icons/download'
import { Fetched } from '#client/app'
import { PlanChanges } from '#client/frozen-text'
import { useT } from '#client/i18n'
import {
  DescriptionList,
  Digest,
  LinkButton,
  Notice,
  Page,
  PageHeader,
  Panel,
  TimeStamp,
  type Description,
} from '#client/ui'
import { createTextVotes, NextStep as VoteNextStep, OpenVoteDialog, StatementsWithText } from '#client/motion'
import { planTitle } from '#client/titles'
import { bundleAddress, fetchPlanVersion, type PlanVersionAnswer } from '../api/endorsement.ts'
import { createFetched } from '../api/fetched.ts'
import { Acts } from './Acts.tsx'
import { EndorseDialog } from './EndorseDialog.tsx'
import { ManifestTable } from './ManifestTable.tsx'
import { GradeMark, VersionState } from './Marks.tsx'
import { NextStep } from './NextStep.tsx'
import { Objections } from './Objections.tsx'
import type { Step } from './step.ts'
import { NoteDialog, PublishDialog, SendBackDialog } from './StepDialogs.tsx'
import { WholeVotes } from './WholeVotes.tsx'
import './endorsement.css'

/** A version of a plan: what it consists of, how it was voted, who acts next. [E2, E3] */
export function PlanVersionPage(): JSX.Element {
  const params = useParams<{ id: string }>()
  const version = createFetched(() => fetchPlanVersion(params.id), ['planVersion', 'motion'])
  return (
    <Page>
      <Fetched of={version} lines={12}>
        {value => <Version version={value()} onChange={() => void version.refetch()} />}
      </Fetched>
    </Page>
  )
}

function Version(props: { readonly version: PlanVersionAnswer; readonly onChange: () => void }): JSX.Element {
  const t = useT()
  const votes = createTextVotes(() => props.version.id)
  const [step, setStep] = createSignal<Step | null>(null)
  const close = (): void => {
    setStep(null)
  }
  const done = (): void => {
    close()
    props.onChange()
  }
  const altered = (): readonly string[] => {
    if (props.version.rootFound !== props.version.root) return [t('endorsement.page.root')]
    return props.version.entries.flatMap(entry =>
      'digest' in entry && entry.digestFound !== entry.digest ? [entry.code] : [],
    )
  }
  return (
    <>
      <PageHeader
        title={planTitle(t, props.version.plan.kind)}
        eyebrow={t('endorsement.page.eyebrow', props.version.number)}
        trail={[
          { label: t('app.nav.plan'), href: props.version.plan.kind === 'nap' ? '/plan' : '/plan/children' },
          { label: t('endorsement.versions.title'), href: '/plan-versions' },
        ]}
      >
        <VersionState state={props.version.state} />
      </PageHeader>
      <Show when={altered().length > 0}>
        <Notice tone="alarm" standing title={t('endorsement.page.alteredTitle')}>
          {t('endorsement.page.altered', altered().join(', '))}
        </Notice>
      </Show>
      <Show when={!props.version.uncertified.some(({ code }) => code === 'plan')}>
        <VoteNextStep votes={votes} subjectId={props.version.id} mayWrite={false} />
      </Show>
      <div class="ui-columns">
        <div class="ui-stack ui-stack--loose">
          <NextStep version={props.version} onStep={setStep} />
          <Acts acts={props.version.acts} />
          <WholeVotes version={props.version} />
          <StatementsWithText votes={votes} subjectId={props.version.id} />
          <Panel title={t('endorsement.page.manifest')}>
            <p class="ui-muted">{t('endorsement.page.manifestLead', props.version.sections, props.version.waived)}</p>
            <ManifestTable entries={props.version.entries} compared={props.version.since !== null} />
          </Panel>
        </div>
        <aside class="ui-stack ui-stack--loose">
          <Facts version={props.version} />
          <Panel title={t('endorsement.objections.title')} variant="plain">
            <Objections objections={props.version.objections} />
          </Panel>
          <Panel title={t('endorsement.changes.title')} variant="plain">
            <PlanChanges since={props.version.since} entries={props.version.entries} removed={props.version.removed} />
          </Panel>
        </aside>
      </div>
      <OpenVoteDialog open={step() === 'open'} subjectKind="planVersion" subjectId={props.version.id} onClose={close} />
      <NoteDialog open={step() === 'note'} id={props.version.id} onClose={close} onDone={done} />
      <PublishDialog open={step() === 'publish'} id={props.version.id} onClose={close} onDone={done} />
      <SendBackDialog open={step() === 'sendBack'} id={props.version.id} onClose={close} onDone={done} />
      <EndorseDialog open={step() === 'endorse'} version={props.version} onClose={close} onDone={done} />
    </>
  )
}

function Facts(props: { readonly version: PlanVersionAnswer }): JSX.Element {
  const t = useT()
  const moments = [
    ['assembledAt', 'assembled'],
    ['adoptedAt', 'adopted'],
    ['notedAt', 'noted'],
    ['endorsedAt', 'endorsed'],
    ['publishedAt', 'published'],
  ] as const
  const items = (): readonly Description[] => [
    {
      term: t('endorsement.page.root'),
      value: (
        <>
          <Digest value={props.version.root} whole />
          <span class="ui-small ui-muted">
            {t(`endorsement.page.${props.version.rootFound === props.version.root ? 'rootFits' : 'rootDiffers'}`)}
          </span>
        </>
      ),
    },
    ...moments.flatMap(([key, word]) => {
      const at = props.version[key]
      if (at === null) return []
      const by = word === 'assembled' ? ` ${t('endorsement.page.by', props.version.assembledBy)}` : ''
      return [
        {
          term: t(`endorsement.page.${word}`),
          value: (
            <>
              <TimeStamp at={at} />
              {by}
            </>
          ),
        },
      ]
    }),
    ...(props.version.grade
      ? [{ term: t('endorsement.page.grade'), value: <GradeMark grade={props.version.grade} /> }]
      : []),
    ...(props.version.endorsedAs
      ? [{ term: t('endorsement.page.as'), value: t(`endorsement.page.forms.${props.version.endorsedAs}`) }]
      : []),
    ...(props.version.annex
      ? [
          {
            term: t('endorsement.page.annex'),
            value: (
              <a href={`/plan-versions/${props.version.annex.planVersionId}`}>
                {t('endorsement.page.annexText', props.version.annex.number)}
              </a>
            ),
          },
        ]
      : []),
  ]
  return (
    <Panel title={t('endorsement.page.facts')}>
      <DescriptionList items={items()} stacked />
      <Show when={props.version.endorsedAt !== null}>
        <div class="ui-stack ui-stack--tight">
          <LinkButton href={bundleAddress(props.version.id)} icon={Download} external download>
            {t('endorsement.page.bundle')}
          </LinkButton>
          <p class="ui-small ui-muted">{t('endorsement.page.bundleText')}</p>
        </div>
      </Show>
    </Panel>
  )
}
