import { useParams } from '@solidjs/router'
import { createSignal, Show, type JSX } from 'solid-js'
import LockOpen from 'lucide-solid/icons/lock-open'
import { Fetched } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { WrittenTogether } from '#client/live-text'
import { createTextVotes, NextStep } from '#client/motion'
import { useActor } from '#client/plan'
import { bodyTitle } from '#client/titles'
import { Button, ConfirmDialog, Notice, PageHeader, partPanel, PartTabs, showToast, type PagePart } from '#client/ui'
import { can } from '#shared/access'
import type { ApiProblem } from '../api/call.ts'
import { createFetched } from '../api/fetched.ts'
import { sentenceFor } from '../api/sentence.ts'
import { fetchTerms, resumeTermsText, type TermsAnswer } from '../api/terms.ts'
import { subjectOf, termsTrail } from './names.ts'
import { RulesEditor } from './RulesEditor.tsx'
import { TermsState } from './TermsListPage.tsx'
import { VersionsPart } from './VersionsPart.tsx'
import './terms.css'

const partIds = ['text', 'rules', 'versions'] as const
type Part = (typeof partIds)[number]

/** Terms of reference of one body: the text that is written together, the rules that are chosen, and the versions. [G10] */
export function TermsPage(): JSX.Element {
  const params = useParams<{ id: string }>()
  return (
    <Show when={params.id} keyed>
      {id => <OneBody id={id} />}
    </Show>
  )
}

function OneBody(props: { readonly id: string }): JSX.Element {
  const terms = createFetched(() => fetchTerms(props.id), ['terms', 'group'])
  return (
    <div class="terms-page">
      <Fetched of={terms} lines={12}>
        {value => <Body terms={value()} onChange={() => void terms.refetch()} />}
      </Fetched>
    </div>
  )
}

function Body(props: { readonly terms: TermsAnswer; readonly onChange: () => void }): JSX.Element {
  const t = useT()
  const votes = createTextVotes(() => props.terms.id)
  const [part, setPart] = createSignal<Part>('text')
  const [unsavedWords, setUnsavedWords] = createSignal(false)
  const [unsavedRules, setUnsavedRules] = createSignal(false)
  const parts = (): readonly PagePart<Part>[] =>
    partIds.map(id => ({
      id,
      label: t(`terms.page.${id}`),
      count: id === 'versions' ? props.terms.versions.length : undefined,
    }))
  /** The version whose vote may ask for something: the latest there was one on; of an adopted one also when the next is on its way. */
  const votedOn = () => {
    const [last, before] = props.terms.versions.filter(({ state }) => state !== 'withdrawn' && state !== 'superseded')
    if (last?.state !== 'submitted') return last?.id
    return before?.state === 'adopted' ? before.id : undefined
  }
  const body = (): string => bodyTitle(t, props.terms)
  const reading = (): string => {
    const { kind, name } = props.terms.group
    const who = kind === 'nwg' ? t('terms.page.writers.nwg') : t('terms.page.writers.twg', name)
    return `${t('terms.page.reading')} ${who}`
  }
  return (
    <>
      <PageHeader title={t('titles.terms', body())} trail={termsTrail(t)}>
        <div class="ui-row">
          <TermsState terms={props.terms} />
          <span class="ui-small ui-muted">{t('terms.page.decidedBy', props.terms.group.name)}</span>
        </div>
        <Show when={props.terms.inForce}>
          {version => <p class="ui-small ui-muted">{t('terms.page.working', version().number)}</p>}
        </Show>
      </PageHeader>
      <Damaged terms={props.terms} onChange={props.onChange} />
      <Show when={votedOn()} keyed>
        {id => <NextStep votes={votes} subjectId={id} mayWrite={props.terms.access === 'edit'} />}
      </Show>
      <PartTabs label={t('terms.page.parts')} parts={parts()} part={part()} onPart={setPart} />
      <div class="ui-sheet terms-page__text" {...partPanel('text', true)} hidden={part() !== 'text'}>
        <WrittenTogether
          documentId={props.terms.id}
          name={t('terms.page.textName', body())}
          mayWrite={props.terms.access === 'edit'}
          reading={reading()}
          lines={10}
          onTurnedAway={props.onChange}
          onUnsaved={setUnsavedWords}
        />
      </div>
      <div {...partPanel('rules', true)} hidden={part() !== 'rules'}>
        <Show when={props.terms.settings} fallback={<p class="ui-muted">{t('terms.rules.office')}</p>}>
          {settings => (
            <RulesEditor
              terms={props.terms}
              settings={settings()}
              onSaved={props.onChange}
              onUnsaved={setUnsavedRules}
            />
          )}
        </Show>
      </div>
      <div {...partPanel('versions', true)} hidden={part() !== 'versions'}>
        <VersionsPart
          terms={props.terms}
          unsavedWords={unsavedWords()}
          unsavedRules={unsavedRules()}
          onChange={props.onChange}
        />
      </div>
    </>
  )
}

/** A part of the text could not be read: it stands still until the Secretariat opens it again. */
function Damaged(props: { readonly terms: TermsAnswer; readonly onChange: () => void }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const actor = useActor()
  const [asking, setAsking] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<ApiProblem>()
  const error = (): string | undefined => {
    const refusal = problem()
    return refusal && sentenceFor(t, refusal)
  }
  const resume = async (): Promise<void> => {
    setBusy(true)
    const resumed = await resumeTermsText(props.terms.id)
    setBusy(false)
    if (resumed.ok) {
      setAsking(false)
      showToast(t('terms.page.resumed'))
    } else setProblem(resumed.problem)
    props.onChange()
  }
  return (
    <>
      <Show when={props.terms.damagedAt}>
        {since => (
          <Notice
            tone="notice"
            actions={
              can(actor(), 'terms.resumeText', subjectOf(props.terms)) && (
                <Button icon={LockOpen} onPress={() => setAsking(true)}>
                  {t('terms.page.resume')}
                </Button>
              )
            }
          >
            {t('terms.page.damaged', format().dateTime(since()))}
          </Notice>
        )}
      </Show>
      <ConfirmDialog
        open={asking()}
        title={t('terms.page.resume')}
        confirmLabel={t('terms.page.resume')}
        busy={busy()}
        error={error()}
        onConfirm={() => void resume()}
        onClose={() => setAsking(false)}
      >
        {t('terms.page.resumeText')}
      </ConfirmDialog>
    </>
  )
}
