import { createSignal, Match, Show, Switch, type JSX } from 'solid-js'
import BookOpenText from 'lucide-solid/icons/book-open-text'
import FileDiff from 'lucide-solid/icons/file-diff'
import { Fetched, textPage } from '#client/app'
import { useT } from '#client/i18n'
import { textTitle } from '#client/titles'
import { Button, Dialog, Digest, LinkButton, Notice, Tabs } from '#client/ui'
import { fetchPlanVersion } from '../api/endorsement.ts'
import { createFetched } from '../api/fetched.ts'
import { fetchVersion } from '../api/plan.ts'
import { fetchTermsVersion } from '../api/terms.ts'
import { AmendmentWords } from './AmendmentWords.tsx'
import { FrozenText } from './FrozenText.tsx'
import { createLabels } from './labels.ts'
import { MinutesComparison, SectionComparison, TermsComparison, TermsText } from './on-demand.tsx'
import { PlanChanges } from './PlanChanges.tsx'

interface Subject {
  readonly kind: Parameters<typeof textPage>[0]
  readonly id: string
  readonly title: string
  readonly digest: string
}

/** What there are versions of. */
type VersionKind = Exclude<Subject['kind'], 'amendment' | 'election'>

type View = 'text' | 'changes'

/**
 * The exact text of a vote and what it changes, one press away and over the page: a ballot half filled in stays. Where none
 * stood before it, no changes are offered, and that is said. [V4, E9]
 */
export function SubjectText(props: {
  readonly subject: Subject
  /** Number of the version that it is compared with. */
  readonly comparedWith: number | null
  readonly small?: boolean
  /** It is before the reader: by correspondence that is evidence. [V11] */
  readonly onOpen?: () => void
}): JSX.Element {
  const t = useT()
  const [view, setView] = createSignal<View | null>(null)
  const open = (next: View): void => {
    setView(next)
    props.onOpen?.()
  }
  const size = () => (props.small ? 'small' : 'medium')
  const kind = (): VersionKind | null => {
    const { kind } = props.subject
    return kind === 'amendment' || kind === 'election' ? null : kind
  }
  const comparable = (): VersionKind | null => (props.comparedWith === null ? null : kind())
  const alone = (): VersionKind | null => (props.comparedWith === null ? kind() : null)
  return (
    <>
      <Show
        when={kind()}
        fallback={
          <Button size={size()} icon={FileDiff} onPress={() => open('text')}>
            {t('redline.view.amendment')}
          </Button>
        }
      >
        <Button size={size()} icon={BookOpenText} onPress={() => open('text')}>
          {t('redline.view.text')}
        </Button>
      </Show>
      <Show when={comparable()}>
        {of => (
          <Button size={size()} icon={FileDiff} onPress={() => open('changes')}>
            {t(`redline.view.changes.${of()}`)}
          </Button>
        )}
      </Show>
      <Show when={props.small && alone()}>
        {of => <span class="ui-small ui-muted">{t(`redline.none.${of()}`)}</span>}
      </Show>
      <Dialog open={view() !== null} title={textTitle(t, props.subject)} size="large" onClose={() => setView(null)}>
        <div class="ui-stack">
          <Digest value={props.subject.digest} />
          <Show when={alone()}>
            {of => (
              <Notice tone="info" standing>
                {t(`redline.none.${of()}`)}
              </Notice>
            )}
          </Show>
          <Show when={comparable()} fallback={<Text subject={props.subject} />}>
            {of => (
              <Tabs
                label={t('redline.view.label')}
                selected={view() ?? 'text'}
                onSelect={setView}
                tabs={[
                  { id: 'text', label: t('redline.view.text'), panel: () => <Text subject={props.subject} /> },
                  {
                    id: 'changes',
                    label: t(`redline.view.changes.${of()}`),
                    panel: () => <Changes kind={of()} id={props.subject.id} />,
                  },
                ]}
              />
            )}
          </Show>
        </div>
      </Dialog>
    </>
  )
}

function Text(props: { readonly subject: Subject }): JSX.Element {
  const t = useT()
  return (
    <div class="ui-stack">
      <Switch>
        <Match when={props.subject.kind === 'sectionVersion'}>
          <SectionText id={props.subject.id} />
        </Match>
        <Match when={props.subject.kind === 'termsVersion'}>
          <TermsOf id={props.subject.id} />
        </Match>
        <Match when={props.subject.kind === 'amendment'}>
          <AmendmentWords id={props.subject.id} />
        </Match>
      </Switch>
      <p>
        <LinkButton size="small" href={textPage(props.subject.kind, props.subject.id)}>
          {t('redline.ownPage')}
        </LinkButton>
      </p>
    </div>
  )
}

function SectionText(props: { readonly id: string }): JSX.Element {
  const t = useT()
  const labelOf = createLabels()
  const version = createFetched(() => fetchVersion(props.id))
  return (
    <Fetched of={version} lines={8}>
      {found => (
        <Show when={found().content} fallback={<Notice tone="alarm" standing when={t('redline.altered')} />}>
          {content => <FrozenText content={content()} idPrefix="subject-" headingShift={1} labelOf={labelOf} />}
        </Show>
      )}
    </Fetched>
  )
}

function TermsOf(props: { readonly id: string }): JSX.Element {
  const version = createFetched(() => fetchTermsVersion(props.id))
  return (
    <Fetched of={version} lines={8}>
      {found => <TermsText version={found()} idPrefix="subject-" level={3} />}
    </Fetched>
  )
}

function Changes(props: { readonly kind: VersionKind; readonly id: string }): JSX.Element {
  return (
    <Switch>
      <Match when={props.kind === 'sectionVersion'}>
        <SectionComparison id={props.id} headingShift={1} />
      </Match>
      <Match when={props.kind === 'planVersion'}>
        <PlanVersionChanges id={props.id} />
      </Match>
      <Match when={props.kind === 'termsVersion'}>
        <TermsComparison id={props.id} level={3} />
      </Match>
      <Match when={props.kind === 'minutesVersion'}>
        <MinutesComparison id={props.id} />
      </Match>
    </Switch>
  )
}

function PlanVersionChanges(props: { readonly id: string }): JSX.Element {
  const version = createFetched(() => fetchPlanVersion(props.id))
  return (
    <Fetched of={version} lines={6}>
      {found => <PlanChanges since={found().since} entries={found().entries} removed={found().removed} />}
    </Fetched>
  )
}
