import { useParams } from '@solidjs/router'
import { createEffect, on, onMount, Show, type JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { useT } from '#client/i18n'
import { Notice, Page, PageHeader } from '#client/ui'
import { createFetched } from '../api/fetched.ts'
import { isAhead, isUnderWay } from '#shared/meeting'
import { fetchMeeting, seeMeeting, type FloorItem, type MeetingAnswer } from '../api/meeting.ts'
import { Agenda } from './Agenda.tsx'
import { MeetingAside } from './MeetingAside.tsx'
import { MeetingHeader } from './MeetingHeader.tsx'
import { ItemPapers, paperHint } from './papers/ItemPapers.tsx'
import { ReplyPanel } from './ReplyPanel.tsx'
import './meeting.css'
import './meetings.css'

/** One meeting before and after: its notice, its agenda, who comes, and what whoever prepares it does with it. */
export function MeetingPage(): JSX.Element {
  const params = useParams()
  const t = useT()
  return (
    <Page>
      <Show when={params['id']} keyed fallback={<PageHeader title={t('meeting.title')} />}>
        {id => <OneMeeting id={id} />}
      </Show>
    </Page>
  )
}

function OneMeeting(props: { readonly id: string }): JSX.Element {
  // The page is made anew for another meeting, so that its id stands still here.
  const { id } = props
  const meeting = createFetched(() => fetchMeeting(id), ['meeting', 'minutes'])
  // Also when it is convened anew while the page is open.
  onMount(() => void seeMeeting(id))
  createEffect(
    on(
      () => meeting.value()?.floor.convenedAt,
      () => void seeMeeting(id),
      { defer: true },
    ),
  )
  return (
    <Fetched of={meeting} lines={12}>
      {found => <MeetingView of={found()} onChanged={meeting.refetch} />}
    </Fetched>
  )
}

function MeetingView(props: { readonly of: MeetingAnswer; readonly onChanged: () => Promise<void> }): JSX.Element {
  const t = useT()
  const floor = () => props.of.floor
  return (
    <>
      <MeetingHeader of={props.of} onChanged={props.onChanged} />
      <Standing of={props.of} />
      <div class="ui-columns">
        <div class="ui-stack ui-stack--loose">
          <Show when={floor().state === 'convened' && props.of.mine.seats.length > 0}>
            <ReplyPanel of={props.of} onChanged={props.onChanged} />
          </Show>
          <Agenda
            floor={floor()}
            mayConduct={props.of.mine.mayConduct}
            hint={props.of.mine.mayConduct ? paperHint(t) : undefined}
            onChanged={props.onChanged}
            below={item => (
              <ItemPapers item={item} mayAdd={mayAddPapers(props.of, item)} onChange={() => void props.onChanged()} />
            )}
          />
        </div>
        <MeetingAside of={props.of} />
      </div>
    </>
  )
}

/** Papers are added by those who conduct, and by the seat that presents the item, until the meeting is over. */
function mayAddPapers({ floor, mine }: MeetingAnswer, { presenter, type }: FloorItem): boolean {
  // The minutes are their own paper.
  if (type === 'minutesApproval') return false
  if (!isAhead(floor.state) && !isUnderWay(floor.state)) return false
  return mine.mayConduct || mine.seats.some(seat => seat.seatId === presenter?.seatId)
}

/** What everybody is to know of its state first. */
function Standing(props: { readonly of: MeetingAnswer }): JSX.Element {
  const t = useT()
  const floor = () => props.of.floor
  return (
    <>
      <Show when={floor().state === 'draft' && floor().convenedAt !== null}>
        <Notice tone="notice" title={t('meeting.page.postponed')} standing>
          {t('meeting.page.postponedText', floor().reason ?? '')}
        </Notice>
      </Show>
      <Show when={floor().state === 'draft' && floor().convenedAt === null}>
        <Notice tone="info" standing>
          {t('meeting.page.draft')}
        </Notice>
      </Show>
      <Show when={floor().state === 'cancelled'}>
        <Notice tone="alarm" title={t('meeting.page.cancelled')} standing>
          {floor().reason}
        </Notice>
      </Show>
      <Show when={floor().urgentReason !== null && floor().state === 'convened'}>
        <Notice tone="info" title={t('meeting.page.urgent')} standing>
          {floor().urgentReason}
        </Notice>
      </Show>
    </>
  )
}
