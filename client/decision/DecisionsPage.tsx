import { createEffect, createMemo, createSignal, on, onCleanup, Show, type JSX } from 'solid-js'
import Gavel from 'lucide-solid/icons/gavel'
import { Fetched } from '#client/app'
import { useT } from '#client/i18n'
import { Button, EmptyState, Page, PageHeader, Select, TextInput } from '#client/ui'
import { searchLimit } from '#shared/decision'
import { fetchDecisions, type DecisionListAnswer } from '../api/decision.ts'
import { createFetched } from '../api/fetched.ts'
import { DecisionTable } from './DecisionTable.tsx'
import './decision.css'

const every = 'all'
/** A pause in typing after which it is searched. */
const pauseMs = 200

/** The register of decisions: by group, by year, by words. [M6] */
export function DecisionsPage(): JSX.Element {
  const t = useT()
  const [typed, setTyped] = createSignal('')
  const [text, setText] = createSignal('')
  const [group, setGroup] = createSignal(every)
  const [year, setYear] = createSignal(every)
  createEffect(
    on(typed, words => {
      const timer = setTimeout(() => setText(words.trim().slice(0, searchLimit)), pauseMs)
      onCleanup(() => clearTimeout(timer))
    }),
  )
  const fetched = createFetched(
    () =>
      fetchDecisions({
        ...(group() === every ? {} : { group: group() }),
        ...(year() === every ? {} : { year: Number(year()) }),
        ...(text() === '' ? {} : { text: text() }),
      }),
    ['motion', 'meeting', 'minutes'],
  )
  const registers = createMemo(() => fetched.value()?.registers ?? [])
  const years = createMemo(() =>
    [...new Set(registers().flatMap(one => (group() === every || one.id === group() ? one.years : [])))].toSorted(
      (a, b) => b - a,
    ),
  )
  const chooseGroup = (id: string): void => {
    setGroup(id)
    if (year() !== every && !years().includes(Number(year()))) setYear(every)
  }
  const clear = (): void => {
    setTyped('')
    setText('')
    setGroup(every)
    setYear(every)
  }
  return (
    <Page>
      <PageHeader title={t('decision.title')}>{t('decision.lead')}</PageHeader>
      <search class="decision-filters">
        <TextInput
          type="search"
          label={t('decision.find')}
          hint={t('decision.findHint')}
          value={typed()}
          onInput={setTyped}
          maxLength={searchLimit}
        />
        <Select
          label={t('decision.group')}
          value={group()}
          options={[
            { value: every, label: t('decision.allGroups') },
            ...registers().map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          onChange={chooseGroup}
        />
        <Select
          label={t('decision.year')}
          value={year()}
          options={[
            { value: every, label: t('decision.allYears') },
            ...years().map(value => ({ value: String(value), label: String(value) })),
          ]}
          onChange={setYear}
        />
      </search>
      <Fetched of={fetched} lines={8}>
        {answer => (
          <>
            <p class="ui-small ui-muted" role="status">
              <Show when={answer().registers.length > 0}>{t('decision.found', answer().decisions.length)}</Show>
            </p>
            <DecisionTable decisions={answer().decisions} empty={<Nothing answer={answer()} onClear={clear} />} />
          </>
        )}
      </Fetched>
    </Page>
  )
}

function Nothing(props: { readonly answer: DecisionListAnswer; readonly onClear: () => void }): JSX.Element {
  const t = useT()
  const kind = () => (props.answer.registers.length === 0 ? 'title' : 'noneFound')
  return (
    <EmptyState
      title={t(`decision.empty.${kind()}`)}
      icon={Gavel}
      action={
        <Show when={kind() === 'noneFound'}>
          <Button onPress={props.onClear}>{t('decision.empty.clear')}</Button>
        </Show>
      }
    >
      {t(kind() === 'title' ? 'decision.empty.text' : 'decision.empty.noneFoundText')}
    </EmptyState>
  )
}
