import { useLocation, useParams } from '@solidjs/router'
import { createEffect, createMemo, createSignal, on, Show, type JSX } from 'solid-js'
import { Fetched, useMe } from '#client/app'
import type { EditorHandle } from '#client/editor'
import { useFormat, useT } from '#client/i18n'
import { createAfterPaint, createCaretInSight, createLiveText, createPutBack, PeopleHere } from '#client/live-text'
import { createTextVotes, NextStep, StatementsWithText } from '#client/motion'
import { isUnsaved, leftBehind, ReturnedNote, ReturnedPanel, StatusLine, type DocumentConnection } from '#client/sync'
import { planTitle } from '#client/titles'
import { Notice, PageHeader, partPanel, PartTabs, Skeleton, type PagePart } from '#client/ui'
import { closeCodes, sizeWarningShare } from '#shared/wire'
import { createFetched } from '../api/fetched.ts'
import { fetchSection, type SectionDetail } from '../api/plan.ts'
import { ClosedNotice } from './ClosedNotice.tsx'
import { DamagedNotice } from './DamagedNotice.tsx'
import { createNarrow } from './narrow.ts'
import { SectionText } from './SectionText.tsx'
import { FrameworkPanel } from './FrameworkPanel.tsx'
import { StandingTag } from './StandingTag.tsx'
import { VersionsPanel } from './VersionsPanel.tsx'
import './section.css'

/** The parts of a section, which stand behind tabs on a narrow screen. */
type Part = 'text' | 'framework' | 'versions'

/** One section: its text, its results framework and its versions, read or written together with others. */
export function SectionPage(): JSX.Element {
  const params = useParams<{ id: string }>()
  return (
    <Show when={params.id} keyed>
      {id => <OneSection id={id} />}
    </Show>
  )
}

function OneSection(props: { readonly id: string }): JSX.Element {
  const section = createFetched(() => fetchSection(props.id), ['section', 'sectionVersion', 'group'])
  const isGone = (): boolean => section.problem()?.type === 'not-found' && section.value() === undefined
  return (
    <div class="section-page">
      <Show when={isGone()}>
        <LeftBehind id={props.id} />
      </Show>
      <Fetched of={section} lines={12}>
        {value => <Section section={value()} onChange={() => void section.refetch()} />}
      </Fetched>
    </div>
  )
}

/** A section that is not open any more to somebody whose words it has not taken. */
function LeftBehind(props: { readonly id: string }): JSX.Element {
  const me = useMe()
  return <ReturnedPanel returned={leftBehind(props.id, me().person.id)} doc={null} />
}

function Section(props: { readonly section: SectionDetail; readonly onChange: () => void }): JSX.Element {
  const t = useT()
  const votes = createTextVotes(() => props.section.id)
  const location = useLocation()
  const me = useMe()
  const isNarrow = createNarrow()
  const mayWrite = (): boolean => props.section.access === 'edit'
  const live = createLiveText(
    () => props.section.id,
    () => me().person.id,
    mayWrite,
  )
  const refusal = createMemo(() => {
    const status = live().status()
    return status.kind === 'refused' ? status.code : null
  })
  const isWritable = (): boolean => mayWrite() && refusal() === null
  const [editor, setEditor] = createSignal<EditorHandle>()
  const putBack = createPutBack(live, editor)
  // Whoever is turned away from the text may still read it: the section says what is open to them now.
  createEffect(
    on(refusal, code => {
      if (code !== null && code !== closeCodes.signInAgain) props.onChange()
    }),
  )
  const hasFramework = (): boolean => props.section.kind === 'issue'
  const [part, setPart] = createSignal<Part>(location.hash.startsWith('#element-') ? 'framework' : 'text')
  const isShown = (which: Part): boolean => !isNarrow() || part() === which
  const parts = (): readonly PagePart<Part>[] =>
    (['text', 'framework', 'versions'] as const)
      .filter(id => id !== 'framework' || hasFramework())
      .map(id => ({
        id,
        label: t(`plan.section.tabs.${id}`),
        count: id === 'versions' ? props.section.versions.length : undefined,
      }))
  /** The version that its standing speaks of, once there was a vote on it. */
  const votedOn = () => {
    const { standing, versions } = props.section
    return versions.find(({ state }) => state === standing.state && state !== 'submitted')?.id
  }
  const adopted = () => props.section.versions.find(({ state }) => state === 'adopted')
  const planPath = (): string => (props.section.plan.kind === 'nap' ? '/plan' : '/plan/children')
  return (
    <>
      <PageHeader
        title={props.section.title}
        eyebrow={`${t('plan.section.eyebrow', props.section.code)} · ${t('plan.section.owner', props.section.group.name)}`}
        trail={[{ label: planTitle(t, props.section.plan.kind), href: planPath() }]}
      >
        <StandingTag standing={props.section.standing} />
      </PageHeader>
      <DamagedNotice section={props.section} onChange={props.onChange} />
      <Show when={votedOn()} keyed>
        {id => <NextStep votes={votes} subjectId={id} mayWrite={mayWrite()} />}
      </Show>
      <ClosedNotice section={props.section} />
      <ReadOnly section={props.section} />
      <Show when={isWritable()}>
        <NearlyFull live={live()} />
      </Show>
      <ReturnedPanel
        returned={live().returned}
        doc={live().ready() ? live().doc : null}
        onPutBack={isWritable() && live().ready() ? putBack : undefined}
        onAllGone={() => editor()?.focus()}
      />
      <Show when={isNarrow()}>
        <PartTabs label={t('plan.section.tabs.label')} parts={parts()} part={part()} onPart={setPart} />
      </Show>
      <div class="section-page__parts">
        <div class="ui-sheet section-page__text" {...partPanel('text', isNarrow())} hidden={!isShown('text')}>
          <SectionText section={props.section} live={live()} editable={isWritable()} onReady={setEditor} />
          <Show when={adopted()?.id} keyed>
            {id => <StatementsWithText votes={votes} subjectId={id} toVersion={adopted()?.number} />}
          </Show>
        </div>
        <div class="section-page__aside" hidden={isNarrow() && part() === 'text'}>
          <div {...partPanel('versions', isNarrow())} hidden={!isShown('versions')}>
            <VersionsPanel
              votes={votes}
              section={props.section}
              unsaved={isUnsaved(live().status())}
              onChange={props.onChange}
            />
          </div>
          <Show when={hasFramework()}>
            <div {...partPanel('framework', isNarrow())} hidden={!isShown('framework')}>
              <LiveFramework section={props.section} live={live()} editable={isWritable()} />
            </div>
          </Show>
        </div>
      </div>
      <footer class="section-page__status" ref={foot => createCaretInSight(foot)}>
        <StatusLine status={live().status()} />
        <ReturnedNote returned={live().returned} />
        <PeopleHere awareness={live().awareness} />
      </footer>
    </>
  )
}

function LiveFramework(props: {
  readonly section: SectionDetail
  readonly live: DocumentConnection
  readonly editable: boolean
}): JSX.Element {
  return (
    <Show when={props.live.ready() && props.live} keyed fallback={<Skeleton title lines={6} />}>
      {live => {
        const painted = createAfterPaint()
        return (
          <Show when={painted()} fallback={<Skeleton title lines={6} />}>
            <FrameworkPanel doc={live.doc} section={props.section} editable={props.editable} />
          </Show>
        )
      }}
    </Show>
  )
}

/** Said before the text is so large that it takes no more. */
function NearlyFull(props: { readonly live: DocumentConnection }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const share = (): number => {
    const standing = props.live.standing()
    return standing === null ? 0 : standing.bytes / standing.limit
  }
  const warning = (): string | undefined =>
    share() < sizeWarningShare ? undefined : t('sync.nearlyFull', format().percent(share()))
  return <Notice tone="notice" when={warning()} />
}

/** Why the reader cannot write here, and who does. */
function ReadOnly(props: { readonly section: SectionDetail }): JSX.Element {
  const t = useT()
  const reason = (): string | undefined => {
    const { access, waived, frozen, damaged, group } = props.section
    if (waived) return t('plan.section.readOnly.waived', waived.reason)
    if (access === 'edit' || frozen || damaged) return undefined
    if (access === 'read') return t('plan.section.readOnly.read', group.name)
    return group.kind === 'nwg' ? t('plan.section.readOnly.nwg') : t('plan.section.readOnly.comment', group.name)
  }
  return <Notice tone={props.section.waived ? 'notice' : 'info'} when={reason()} standing />
}
