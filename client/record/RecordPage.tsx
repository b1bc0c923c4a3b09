import { useSearchParams } from '@solidjs/router'
import { createEffect, createMemo, createSignal, For, on, Show, type JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { Button, EmptyState, Page, PageHeader, Skeleton } from '#client/ui'
import type { Named } from './names.ts'
import { liveTopics } from '#shared/wire'
import { createFetched } from '../api/fetched.ts'
import { fetchRecord, type RecordEntryAnswer, type RecordPageAnswer } from '../api/record.ts'
import { CheckPanel } from './CheckPanel.tsx'
import { EntryItem } from './EntryItem.tsx'
import { RecordFilter, wishOf, type Search } from './RecordFilter.tsx'
import { StandingPanel } from './StandingPanel.tsx'
import './record.css'

const none = {
  act: undefined,
  subject: undefined,
  actor: undefined,
  group: undefined,
  since: undefined,
  until: undefined,
  from: undefined,
} as const satisfies Record<keyof Search, undefined>

/** Every act in the order it was done, the latest first. [L1] */
export function RecordPage(): JSX.Element {
  const t = useT()
  const [search, setSearch] = useSearchParams<Search>()
  const wish = () => wishOf(search)
  const show = (entry: number): void => setSearch({ ...none, from: String(entry) })
  const first = createFetched(() => fetchRecord(wish()), liveTopics)
  const [pages, setPages] = createSignal<readonly RecordPageAnswer[]>([])
  const [fetchingOlder, setFetchingOlder] = createSignal(false)

  // Entries never change, so pages fetched at different times fit together.
  createEffect(
    on(
      () => JSON.stringify(wish()),
      () => setPages([]),
      { defer: true },
    ),
  )
  createEffect(() => {
    const page = first.value()
    if (page) setPages(kept => [page, ...kept])
  })
  const entries = createMemo(() => {
    const byNumber = new Map(pages().flatMap(page => page.entries.map(entry => [entry.number, entry])))
    return [...byNumber.values()].sort((a, b) => b.number - a.number)
  })
  const named = createMemo(() =>
    pages().reduce<Named>(
      (all, { names, texts, plans }) => ({
        names: { ...all.names, ...names },
        texts: { ...all.texts, ...texts },
        plans: { ...all.plans, ...plans },
      }),
      { names: {}, texts: {}, plans: {} },
    ),
  )
  const next = (): number | null => {
    const ends = pages().map(page => page.next)
    return ends.includes(null) ? null : Math.min(...ends.filter(end => end !== null))
  }
  const fetchOlder = async (before: number): Promise<void> => {
    setFetchingOlder(true)
    const page = await fetchRecord({ ...wish(), before })
    setFetchingOlder(false)
    if (page.ok) setPages(kept => [...kept, page.value])
  }
  return (
    <Page width="wide">
      <PageHeader title={t('record.title')}>{t('record.lead')}</PageHeader>
      <StandingPanel />
      <CheckPanel onShow={show} />
      <RecordFilter search={search} named={named()} onChange={setSearch} />
      <Fetched of={first} lines={10}>
        {() => (
          <Show
            when={entries().length > 0}
            fallback={
              <Show when={!first.loading()} fallback={<Skeleton lines={10} />}>
                <EmptyState title={t('record.empty.title')}>{t('record.empty.text')}</EmptyState>
              </Show>
            }
          >
            <Timeline entries={entries()} named={named()} />
            <Show when={next()}>
              {before => (
                <div>
                  <Button busy={fetchingOlder()} onPress={() => void fetchOlder(before())}>
                    {t('record.older')}
                  </Button>
                </div>
              )}
            </Show>
          </Show>
        )}
      </Fetched>
    </Page>
  )
}

function Timeline(props: { readonly entries: readonly RecordEntryAnswer[]; readonly named: Named }): JSX.Element {
  const format = useFormat()
  const days = createMemo(() => {
    const byDay = new Map<string, RecordEntryAnswer[]>()
    for (const entry of props.entries) {
      const day = format().date(entry.at)
      byDay.set(day, [...(byDay.get(day) ?? []), entry])
    }
    return [...byDay]
  })
  return (
    <For each={days()}>
      {([day, entries]) => (
        <section class="ui-stack ui-stack--tight">
          <h2 class="record-day">{day}</h2>
          <ol class="record-entries" role="list">
            <For each={entries}>{entry => <EntryItem entry={entry} named={props.named} />}</For>
          </ol>
        </section>
      )}
    </For>
  )
}
