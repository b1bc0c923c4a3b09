import { useParams, useSearchParams } from '@solidjs/router'
import { Show, type JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { InZone, useT } from '#client/i18n'
import { Page, PageHeader } from '#client/ui'
import { createFetched } from '../api/fetched.ts'
import { fetchMeeting } from '../api/meeting.ts'
import { CheckInForm } from './room/CheckInForm.tsx'
import './room/room.css'

/** Where the room's QR code leads: one press, and the seat is present. [M3] */
export function CheckInPage(): JSX.Element {
  const t = useT()
  const params = useParams<{ id: string }>()
  const [query] = useSearchParams()
  const code = (): string | null => (typeof query['code'] === 'string' ? query['code'] : null)
  const meeting = createFetched(() => fetchMeeting(params.id))
  return (
    <Page width="text">
      <Show when={!meeting.value()}>
        <PageHeader title={t('room.checkIn.title')} />
      </Show>
      <Fetched of={meeting} lines={4}>
        {found => (
          <>
            <PageHeader
              title={t('room.checkIn.title')}
              trail={[{ label: found().floor.title, href: `/meetings/${params.id}/room` }]}
            >
              {t('room.checkIn.lead', found().floor.title, found().floor.place)}
            </PageHeader>
            <InZone timeZone={found().floor.timeZone}>
              <CheckInForm meeting={found()} code={code()} onDone={meeting.refetch} />
            </InZone>
          </>
        )}
      </Fetched>
    </Page>
  )
}
