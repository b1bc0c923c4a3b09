import { useSearchParams } from '@solidjs/router'
import { createEffect, createMemo, createSignal, For, on, Show, type JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { Button, EmptyState, Page, PageHeader, Select, Skeleton } from '#client/ui'
import { liveTopics } from '#shared/wire'
import { createFetched } from '../api/fetched.ts'
import { fetchRecord, type RecordEntryAnswer, type RecordPageAnswer } from '../api/record.ts'
import { CheckPanel } from './CheckPanel.tsx'
import { EntryItem } from './EntryItem.tsx'
import { things, type Thing } from './acts.ts'
import './record.css'

/** Every act in the order it was done, the latest first. [L1] */
export function RecordPage(): JSX.Element {
  const t = useT()
  const [search, setSearch] = useSearchParams<{ act?: string; subject?: string; from?: string }>()
  // `from` is the entry to begin with; the server is asked for those before the next one.
  const from = (): number | undefined => (/^\d{1,9}$/.test(search.from ?? '') ? Number(search.from) : undefined)
  const wish = () => {
    const start = from()
    return { act: search.act, subject: search.subject, before: start === undefined ? undefined : start + 1 }
  }
  const show = (entry: number): void => setSearch({ act: undefined, subject: undefined, from: String(entry) })
  const first = createFetched(() => fetchRecord(wish()), liveTopics)
  const [pages, setPages] = createSignal<readonly RecordPageAnswer[]>([])
  const [fetchingOlder, setFetchingOlder] = createSignal(false)

  // Entries never change, so pages fetched at different times fit together.
  createEffect(on([() => search.act, () => search.subject, () => search.from], () => setPages([]), { defer: true }))
  createEffect(() => {
    const page = first.value()
    if (page) setPages(kept => [page, ...kept])
  })
  const entries = createMemo(() => {
    const byNumber = new Map(pages().flatMap(page => page.entries.map(entry => [entry.number, entry])))
    return [...byNumber.values()].sort((a, b) => b.number - a.number)
  })
  const names = createMemo(() =>
    pages().reduce<Readonly<Record<string, string>>>((all, page) => ({ ...all, ...page.names }), {}),
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
  const options = () => [
    { value: '', label: t('record.all') },
    ...things.map(thing => ({ value: thing, label: t(`record.things.${thing}`) })),
  ]
  const chosen = (): '' | Thing => things.find(thing => thing === search.act) ?? ''
  return (
    <Page width="wide">
      <PageHeader title={t('record.title')}>{t('record.lead')}</PageHeader>
      <CheckPanel onShow={show} />
      <div class="record-filter ui-no-print">
        <Select
          label={t('record.filter')}
          options={options()}
          value={chosen()}
          onChange={act => setSearch({ act: act === '' ? undefined : act })}
        />
        <Show when={search.subject ?? search.from}>
          <p class="ui-row ui-small">
            <Show when={search.subject} fallback={t('record.from', search.from ?? '')}>
              {subject => t('record.about', names()[subject()] ?? t('record.thisThing'))}
            </Show>
            <Button size="small" onPress={() => setSearch({ subject: undefined, from: undefined })}>
              {t('record.showAll')}
            </Button>
          </p>
        </Show>
      </div>
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
            <Timeline entries={entries()} names={names()} />
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

function Timeline(props: {
  readonly entries: readonly RecordEntryAnswer[]
  readonly names: Readonly<Record<string, string>>
}): JSX.Element {
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
            <For each={entries}>{entry => <EntryItem entry={entry} names={props.names} />}</For>
          </ol>
        </section>
      )}
    </For>
  )
}
