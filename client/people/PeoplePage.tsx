import { Show, type JSX } from 'solid-js'
import { useMe } from '#client/app'
import { useT } from '#client/i18n'
import { EmptyState, LinkButton, Page, PageHeader, Tabs } from '#client/ui'
import { createFetched } from '../api/fetched.ts'
import { fetchOffices, fetchOrganisations, fetchPersons } from '../api/people.ts'
import { OfficesTab } from './OfficesTab.tsx'
import { OrganisationsTab } from './OrganisationsTab.tsx'
import { PersonsTab } from './PersonsTab.tsx'
import './people.css'

/** The Secretariat's directory: persons and their links, organisations, offices. */
export function PeoplePage(): JSX.Element {
  const t = useT()
  const me = useMe()
  return (
    <Page>
      <PageHeader title={t('people.page.title')}>
        <Show when={me().offices.includes('secretariat')}>{t('people.page.lead')}</Show>
      </PageHeader>
      <Show
        when={me().offices.includes('secretariat')}
        fallback={
          <EmptyState
            title={t('people.page.onlySecretariat.title')}
            action={<LinkButton href="/groups">{t('people.page.onlySecretariat.groups')}</LinkButton>}
          >
            {t('people.page.onlySecretariat.text')}
          </EmptyState>
        }
      >
        <Directory />
      </Show>
    </Page>
  )
}

function Directory(): JSX.Element {
  const t = useT()
  const persons = createFetched(fetchPersons, ['person'])
  const organisations = createFetched(fetchOrganisations, ['person'])
  const offices = createFetched(fetchOffices, ['person'])
  return (
    <Tabs
      label={t('people.page.tabs.label')}
      tabs={[
        {
          id: 'persons',
          label: t('people.page.tabs.persons'),
          panel: () => <PersonsTab persons={persons} organisations={organisations} />,
        },
        {
          id: 'organisations',
          label: t('people.page.tabs.organisations'),
          panel: () => <OrganisationsTab organisations={organisations} />,
        },
        {
          id: 'offices',
          label: t('people.page.tabs.offices'),
          panel: () => <OfficesTab offices={offices} persons={persons} />,
        },
      ]}
    />
  )
}
