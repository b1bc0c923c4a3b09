import { useParams } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { useT } from '#client/i18n'
import { LinkButton, Page, PageHeader, Panel } from '#client/ui'
import { fetchAmendment } from '../api/amendment.ts'
import { createFetched } from '../api/fetched.ts'
import { AmendmentList } from './AmendmentList.tsx'

/** One amendment, for whoever comes from its vote. */
export function AmendmentPage(): JSX.Element {
  const t = useT()
  const params = useParams<{ id: string }>()
  const amendment = createFetched(() => fetchAmendment(params.id), ['amendment', 'motion'])
  return (
    <Page>
      <Fetched of={amendment} lines={6}>
        {found => (
          <>
            <PageHeader
              title={t('amendment.by', found().seat.label, found().person.name)}
              eyebrow={t('amendment.title')}
              actions={
                <LinkButton href={`/versions/${found().version.id}`}>
                  {t('amendment.toVersion', found().version.number)}
                </LinkButton>
              }
            />
            <Panel title={t('amendment.onVersion', found().version.number)}>
              <AmendmentList amendments={[found()]} versionId={found().version.id} />
            </Panel>
          </>
        )}
      </Fetched>
    </Page>
  )
}
