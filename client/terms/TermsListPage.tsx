import { Show, type JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { MemorandaPanel } from '#client/memorandum'
import { useActor } from '#client/plan'
import { bodyTitle } from '#client/titles'
import { Badge, Meter, Page, PageHeader, StateTag, Table, type Column } from '#client/ui'
import { can } from '#shared/access'
import { createFetched } from '../api/fetched.ts'
import { fetchTermsList, type TermsEntry } from '../api/terms.ts'

/** Which body has terms of reference in force, and where the others stand. [G10, G12] */
export function TermsListPage(): JSX.Element {
  const t = useT()
  const actor = useActor()
  const terms = createFetched(fetchTermsList, ['terms', 'group'])
  return (
    <Page>
      <PageHeader title={t('terms.title')} trail={[{ label: t('group.title'), href: '/groups' }]}>
        {t('terms.lead')}
      </PageHeader>
      <div class="ui-stack ui-stack--loose">
        <Fetched of={terms} lines={8}>
          {all => <Bodies all={all()} />}
        </Fetched>
        <MemorandaPanel mayRegister={can(actor(), 'memorandum.register')} />
      </div>
    </Page>
  )
}

function Bodies(props: { readonly all: readonly TermsEntry[] }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const inForce = (): number => props.all.filter(terms => terms.inForce !== null).length
  const columns = (): readonly Column<TermsEntry>[] => [
    {
      key: 'body',
      header: t('terms.list.body'),
      primary: true,
      cell: terms => <a href={`/terms/${terms.id}`}>{bodyTitle(t, terms)}</a>,
    },
    { key: 'state', header: t('terms.list.state'), cell: terms => <TermsState terms={terms} /> },
    { key: 'decides', header: t('terms.list.decides'), cell: terms => terms.group.name },
    {
      key: 'edited',
      header: t('terms.list.edited'),
      cell: terms => (terms.editedAt === null ? t('terms.list.never') : format().date(terms.editedAt)),
    },
  ]
  return (
    <div class="ui-stack">
      <Meter
        label={t('terms.list.countLabel')}
        value={inForce()}
        max={props.all.length}
        text={t('terms.list.count', inForce(), props.all.length)}
      />
      <Table caption={t('terms.list.caption')} columns={columns()} rows={props.all} />
    </div>
  )
}

/** Whether terms are in force, and the version that is on its way. */
export function TermsState(props: { readonly terms: Pick<TermsEntry, 'inForce' | 'pending'> }): JSX.Element {
  const t = useT()
  return (
    <span class="ui-row ui-row--tight">
      <Show when={props.terms.inForce} fallback={<Badge>{t('terms.state.none')}</Badge>}>
        {version => (
          <a href={`/terms-versions/${version().id}`}>
            <StateTag state="adopted">{t('terms.state.inForce', version().number)}</StateTag>
          </a>
        )}
      </Show>
      <Show when={props.terms.pending}>
        {version => (
          <a class="ui-small" href={`/terms-versions/${version().id}`}>
            {t('terms.state.pending', version().number, t(`plan.state.${version().state}`))}
          </a>
        )}
      </Show>
    </span>
  )
}
