import { useNavigate, useParams } from '@solidjs/router'
import { createEffect, Show, type JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { useT } from '#client/i18n'
import { Page, PageHeader } from '#client/ui'
import { createFetched } from '../api/fetched.ts'
import { fetchMinutesVersion } from '../api/minutes.ts'

/** The address of a version of minutes, as items, votes and papers know it: leads to where they are read. */
export function MinutesVersionPage(): JSX.Element {
  const t = useT()
  const params = useParams<{ id: string }>()
  return (
    <Page>
      <PageHeader title={t('minutes.page.document')} />
      <Show when={params.id} keyed>
        {id => <GoOn id={id} />}
      </Show>
    </Page>
  )
}

function GoOn(props: { readonly id: string }): JSX.Element {
  const navigate = useNavigate()
  const found = createFetched(() => fetchMinutesVersion(props.id))
  createEffect(() => {
    const meeting = found.value()
    if (meeting) navigate(`/meetings/${meeting.meetingId}/minutes`, { replace: true })
  })
  return (
    <Fetched of={found} lines={4}>
      {() => null}
    </Fetched>
  )
}
