import { useParams } from '@solidjs/router'
import { Show, type JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { InZone } from '#client/i18n'
import { createFetched } from '../api/fetched.ts'
import { fetchMeetingOfMinutes, fetchMinutes } from '../api/minutes.ts'
import { MinutesView } from './MinutesView.tsx'
import './minutes.css'

/** The minutes of one meeting as one document, from their first word to their seal. [M5] */
export function MinutesPage(): JSX.Element {
  const params = useParams<{ id: string }>()
  return (
    <Show when={params.id} keyed>
      {id => <OneMeeting id={id} />}
    </Show>
  )
}

function OneMeeting(props: { readonly id: string }): JSX.Element {
  const meeting = createFetched(() => fetchMeetingOfMinutes(props.id), ['meeting'])
  const minutes = createFetched(() => fetchMinutes(props.id), ['minutes', 'meeting', 'motion', 'actionItem'])
  const both = {
    value: () => {
      const [head, body] = [meeting.value(), minutes.value()]
      return head && body && { head, body }
    },
    problem: () => meeting.problem() ?? minutes.problem(),
    loading: () => meeting.loading() || minutes.loading(),
    refetch: async () => void (await Promise.all([meeting.refetch(), minutes.refetch()])),
  }
  return (
    <div class="minutes-page">
      <Fetched of={both} lines={14}>
        {found => (
          <InZone timeZone={found().head.floor.timeZone}>
            <MinutesView meeting={found().head.floor} minutes={found().body} onChange={() => void minutes.refetch()} />
          </InZone>
        )}
      </Fetched>
    </div>
  )
}
