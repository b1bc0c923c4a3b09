import { useLocation, useParams } from '@solidjs/router'
import { createMemo, createSignal, Show, type JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { useT } from '#client/i18n'
import { Button, Notice, PageHeader, Skeleton } from '#client/ui'
import { createFetched } from '../api/fetched.ts'
import { fetchSection, type SectionDetail } from '../api/plan.ts'
import { ClosedNotice } from './ClosedNotice.tsx'
import { createNarrow } from './narrow.ts'
import { createAfterPaint, createLiveText, type LiveText } from './live-text.ts'
import { partPanel, type Part } from './part-panel.ts'
import { PartTabs } from './PartTabs.tsx'
import { PeopleHere } from './PeopleHere.tsx'
import { SectionText } from './SectionText.tsx'
import { FrameworkPanel } from './FrameworkPanel.tsx'
import { StandingTag } from './StandingTag.tsx'
import { VersionsPanel } from './VersionsPanel.tsx'
import { losesWords, StatusLine } from '#client/sync'
import './section.css'

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
  return (
    <div class="section-page">
      <Fetched of={section} lines={12}>
        {value => <Section section={value()} onChange={() => void section.refetch()} />}
      </Fetched>
    </div>
  )
}

function Section(props: { readonly section: SectionDetail; readonly onChange: () => void }): JSX.Element {
  const t = useT()
  const location = useLocation()
  const isNarrow = createNarrow()
  const mayWrite = createMemo(() => props.section.access === 'edit')
  const live = createLiveText(() => props.section.id, mayWrite)
  const editable = (): boolean => mayWrite() && !live().late()
  const hasFramework = (): boolean => props.section.kind === 'issue'
  const [part, setPart] = createSignal<Part>(location.hash.startsWith('#element-') ? 'framework' : 'text')
  const isShown = (which: Part): boolean => !isNarrow() || part() === which
  const parts = (): readonly Part[] => (hasFramework() ? ['text', 'framework', 'versions'] : ['text', 'versions'])
  const planPath = (): string => (props.section.plan.kind === 'nap' ? '/plan' : '/plan/children')
  return (
    <>
      <PageHeader
        title={props.section.title}
        eyebrow={`${t('plan.section.eyebrow', props.section.code)} · ${t('plan.section.owner', props.section.group.name)}`}
        trail={[{ label: props.section.plan.title, href: planPath() }]}
      >
        <StandingTag standing={props.section.standing} />
      </PageHeader>
      <ClosedNotice section={props.section} />
      <ReadOnly section={props.section} />
      <LateWords live={live()} />
      <Show when={isNarrow()}>
        <PartTabs parts={parts()} part={part()} versions={props.section.versions.length} onPart={setPart} />
      </Show>
      <div class="section-page__parts">
        <div class="ui-sheet section-page__text" {...partPanel('text', isNarrow())} hidden={!isShown('text')}>
          <SectionText section={props.section} live={live()} editable={editable()} />
        </div>
        <div class="section-page__aside" hidden={isNarrow() && part() === 'text'}>
          <div {...partPanel('versions', isNarrow())} hidden={!isShown('versions')}>
            <VersionsPanel section={props.section} unsaved={losesWords(live().status())} onChange={props.onChange} />
          </div>
          <Show when={hasFramework()}>
            <div {...partPanel('framework', isNarrow())} hidden={!isShown('framework')}>
              <LiveFramework section={props.section} live={live()} editable={editable()} />
            </div>
          </Show>
        </div>
      </div>
      <footer class="section-page__status">
        <StatusLine status={live().status()} />
        <PeopleHere awareness={live().awareness} />
      </footer>
    </>
  )
}

function LiveFramework(props: {
  readonly section: SectionDetail
  readonly live: LiveText
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

/** Why the reader cannot write here, and who does. */
function ReadOnly(props: { readonly section: SectionDetail }): JSX.Element {
  const t = useT()
  const reason = (): string | undefined => {
    const { access, waived, frozen, group } = props.section
    if (waived) return t('plan.section.readOnly.waived', waived.reason)
    if (access === 'edit' || frozen) return undefined
    if (access === 'read') return t('plan.section.readOnly.read', group.name)
    return group.kind === 'nwg' ? t('plan.section.readOnly.nwg') : t('plan.section.readOnly.comment', group.name)
  }
  return <Notice tone={props.section.waived ? 'notice' : 'info'} when={reason()} standing />
}

/** Words that nobody took, because the text was closed before they came, are kept in sight until the writer lets go. */
function LateWords(props: { readonly live: LiveText }): JSX.Element {
  const t = useT()
  return (
    <Show when={props.live.late()}>
      <Notice
        tone="alarm"
        title={t('plan.section.late.title')}
        actions={<Button onPress={() => props.live.letGo()}>{t('plan.section.late.letGo')}</Button>}
      >
        {t('plan.section.late.text')}
      </Notice>
    </Show>
  )
}
