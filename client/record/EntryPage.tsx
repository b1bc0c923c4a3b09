import { useParams } from '@solidjs/router'
import { createMemo, Show, type JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { useT } from '#client/i18n'
import { Breadcrumbs, EmptyState, Page, PageHeader } from '#client/ui'
import { createFetched } from '../api/fetched.ts'
import { fetchRecord } from '../api/record.ts'
import { EntryItem } from './EntryItem.tsx'
import { ProofPanel } from './ProofPanel.tsx'
import './record.css'

/** One entry under an address that stays, and the proof that it stands in the signed record. [L1, L2] */
export function EntryPage(): JSX.Element {
  const t = useT()
  const params = useParams<{ number: string }>()
  const number = createMemo(() => (/^[1-9]\d{0,9}$/.test(params.number) ? Number(params.number) : 0))
  const fetched = createFetched(() => fetchRecord({ before: number() + 1, limit: 1 }))
  return (
    <Page>
      <Breadcrumbs trail={[{ label: t('record.title'), href: '/record' }]} />
      <PageHeader title={t('record.number', number())} />
      <Fetched of={fetched} lines={8}>
        {answer => (
          <Show
            when={answer().entries.find(entry => entry.number === number())}
            fallback={<EmptyState title={t('record.empty.title')}>{t('record.entry.none')}</EmptyState>}
          >
            {entry => (
              <>
                <ol class="record-entries" role="list">
                  <EntryItem entry={entry()} named={answer()} open />
                </ol>
                <ProofPanel entry={entry()} />
              </>
            )}
          </Show>
        )}
      </Fetched>
    </Page>
  )
}
