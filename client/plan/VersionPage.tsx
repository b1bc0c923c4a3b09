import { useParams } from '@solidjs/router'
import { createSignal, Show, type JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { AmendableText, AmendmentsPanel, type Selected } from '#client/amendment'
import { DecisionNote } from '#client/decision'
import { createLabels, FrozenText, SectionComparison, TextAndChanges } from '#client/frozen-text'
import { useT } from '#client/i18n'
import { DescriptionList, Digest, Notice, Page, PageHeader, Panel, TimeStamp, type Description } from '#client/ui'
import { createTextVotes, NextStep, StatementsWithText } from '#client/motion'
import { planTitle } from '#client/titles'
import { can } from '#shared/access'
import { fetchAmendments } from '../api/amendment.ts'
import { createFetched } from '../api/fetched.ts'
import { fetchVersion, withdrawVersion, type VersionDetail } from '../api/plan.ts'
import { useActor } from './actor.ts'
import { VersionTag } from './StandingTag.tsx'
import { VersionActs } from './VersionActs.tsx'

/** A frozen version: the exact text, its digest, and what became of it. [E1] */
export function VersionPage(): JSX.Element {
  const params = useParams<{ id: string }>()
  const version = createFetched(() => fetchVersion(params.id), ['sectionVersion', 'motion'])
  return (
    <Page>
      <Fetched of={version} lines={12}>
        {value => <Version version={value()} onChange={() => void version.refetch()} />}
      </Fetched>
    </Page>
  )
}

function Version(props: { readonly version: VersionDetail; readonly onChange: () => void }): JSX.Element {
  const t = useT()
  const votes = createTextVotes(() => props.version.id)
  const labelOf = createLabels()
  const [selected, setSelected] = createSignal<Selected | null>(null)
  const amendments = createFetched(() => fetchAmendments(props.version.id), ['amendment', 'sectionVersion', 'motion'])
  const frozen = () => props.version.content?.section
  const title = (): string => frozen()?.title ?? props.version.section.title
  const code = (): string => frozen()?.code ?? props.version.section.code
  const actor = useActor()
  const mayWrite = (): boolean => {
    const { group } = props.version.section
    return can(actor(), 'section.edit', { groupId: group.id, groupKind: group.kind })
  }
  const isRenamed = (): boolean => code() !== props.version.section.code || title() !== props.version.section.title
  return (
    <>
      <PageHeader
        title={title()}
        eyebrow={t('plan.version.eyebrow', code(), props.version.number)}
        trail={[
          {
            label: planTitle(t, props.version.plan.kind),
            href: props.version.plan.kind === 'nap' ? '/plan' : '/plan/children',
          },
          {
            label: `${props.version.section.code} ${props.version.section.title}`,
            href: `/sections/${props.version.section.id}`,
          },
        ]}
        actions={
          <VersionActs
            votes={votes}
            version={props.version}
            subject={{
              groupId: props.version.section.group.id,
              groupKind: props.version.section.group.kind,
              planKind: props.version.plan.kind,
            }}
            subjectKind="sectionVersion"
            withdrawAction="section.withdraw"
            withdraw={() => withdrawVersion(props.version.id)}
            onWithdrawn={props.onChange}
          />
        }
      >
        <VersionTag state={props.version.state} />
      </PageHeader>
      <NextStep votes={votes} subjectId={props.version.id} mayWrite={mayWrite()} />
      <div class="ui-columns">
        <Show
          when={props.version.content}
          fallback={
            <Notice tone="alarm" title={t('plan.version.altered.title')}>
              {t('plan.version.altered.text')}
            </Notice>
          }
        >
          {content => (
            <TextAndChanges
              others={props.version.others}
              text={() => (
                <article class="ui-sheet" aria-label={t('plan.version.exact')}>
                  <AmendableText
                    narrative={content().narrative}
                    onSelect={amendments.value()?.seats.length ? setSelected : undefined}
                  >
                    <FrozenText content={content()} labelOf={labelOf} />
                  </AmendableText>
                  <StatementsWithText votes={votes} subjectId={props.version.id} />
                </article>
              )}
              changes={pair => <SectionComparison id={props.version.id} from={pair.from} onFrom={pair.onFrom} />}
            />
          )}
        </Show>
        <aside class="ui-stack ui-stack--loose">
          <Facts version={props.version} />
          <DecisionNote subjectId={props.version.id} />
          <AmendmentsPanel
            version={props.version}
            amendments={amendments}
            selected={selected()}
            onSelected={setSelected}
          />
          <Show when={isRenamed()}>
            <p class="ui-small ui-muted">
              {t('plan.version.renamed', props.version.section.code, props.version.section.title)}
            </p>
          </Show>
        </aside>
      </div>
    </>
  )
}

function Facts(props: { readonly version: VersionDetail }): JSX.Element {
  const t = useT()
  const grade = (): string => {
    const given = props.version.grade
    if (!given) return ''
    const parts = [t(`plan.grade.${given.level}`), given.suffix ? t(`plan.grade.${given.suffix}`) : '']
    return parts.filter(Boolean).join('; ')
  }
  const items = (): readonly Description[] => [
    {
      term: t('plan.version.digest'),
      value: (
        <>
          <Digest value={props.version.digest} whole />
          <Show when={props.version.intact}>
            <span class="ui-small ui-muted">{t('plan.version.intact')}</span>
          </Show>
        </>
      ),
    },
    { term: t('plan.version.submitted'), value: <TimeStamp at={props.version.submittedAt} /> },
    {
      term: t('plan.version.by'),
      value: t('plan.versions.submittedBy', props.version.submittedBy.name, props.version.submittedBy.organisation),
    },
    ...(props.version.seat ? [{ term: t('plan.version.seat'), value: props.version.seat.label }] : []),
    ...(props.version.decidedAt
      ? [
          {
            term: t('plan.version.decided'),
            value: (
              <>
                <TimeStamp at={props.version.decidedAt} />
                <Show when={grade()}>
                  <span class="ui-small ui-muted"> {grade()}</span>
                </Show>
              </>
            ),
          },
        ]
      : []),
  ]
  return (
    <Panel title={t('plan.version.facts')} variant="plain">
      <DescriptionList items={items()} />
    </Panel>
  )
}
