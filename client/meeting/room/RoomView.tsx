import { createMemo, createSignal, Show, type JSX } from 'solid-js'
import { useMe } from '#client/app'
import { useT } from '#client/i18n'
import { isAhead, isUnderWay } from '#shared/meeting'
import { AgendaPanel } from './AgendaPanel.tsx'
import { CheckInCall } from './CheckInCall.tsx'
import { createConduct } from './conduct.ts'
import { FloorStrip } from './FloorStrip.tsx'
import { HelpDialog } from './HelpDialog.tsx'
import { ItemPane } from './ItemPane.tsx'
import { conductKeysOn, createKeys, type RoomKey } from './keys.ts'
import { MinePanel } from './MinePanel.tsx'
import { ItemMinutesPart } from './ItemMinutesPart.tsx'
import { createNarrow } from './narrow.ts'
import { openVotesOf } from './open-votes.ts'
import { Newsreader } from './Newsreader.tsx'
import { PeoplePanel } from './PeoplePanel.tsx'
import { PhoneTabs, type PhoneTab } from './PhoneTabs.tsx'
import { QuorumPanel } from './QuorumPanel.tsx'
import { RoomHead } from './RoomHead.tsx'
import { useRoom } from './room.ts'
import { SpeakersPanel } from './SpeakersPanel.tsx'
import { speakOrWithdraw } from './speaking.ts'
import { VotePart } from './VotePart.tsx'
import { VoteCall } from './VoteCall.tsx'
import { neighbour } from './following.ts'
import { WhereLine } from './WhereLine.tsx'

/** The room at a desk: agenda, item and people side by side; on a telephone the same parts as tabs at the thumb. */
export function RoomView(): JSX.Element {
  const t = useT()
  const room = useRoom()
  const me = useMe()
  const narrow = createNarrow()
  const conduct = createConduct(room)
  const [helping, setHelping] = createSignal(false)
  const [tab, setTab] = createSignal<PhoneTab>('agenda')
  // At a desk the ballot stands beside the text that it is on, which stays in sight.
  const [ballotPlace, setBallotPlace] = createSignal<HTMLElement>()

  const showVote = (): void => {
    const [vote] = openVotesOf(room.floor())
    if (!vote) return
    if (narrow()) return void setTab('vote')
    room.look(vote.itemId)
    queueMicrotask(() => document.querySelector<HTMLElement>('.room-ballots input, .room-vote a')?.focus())
  }
  // On a telephone the item stands below the agenda, out of sight.
  const showItem = (): void => {
    const pane = document.querySelector<HTMLElement>('.room-pane')
    const above = document.querySelector<HTMLElement>('.room-now')?.offsetHeight ?? 0
    pane?.style.setProperty('--above', `${above}px`)
    pane?.scrollIntoView({ block: 'start' })
    pane?.querySelector<HTMLElement>('.room-pane__title')?.focus({ preventScroll: true })
  }
  const step = (by: 1 | -1): void => {
    const to = neighbour(room.floor().items, room.view().item?.id ?? null, by)
    if (to) room.look(to.id)
  }
  createKeys(() => {
    const acts: Partial<Record<RoomKey, () => void>> = {
      help: () => setHelping(true),
      follow: () => room.look(null),
      previous: () => step(-1),
      next: () => step(1),
      speak: () => void speakOrWithdraw(room, me().person.id),
      vote: showVote,
    }
    if (!room.mine().mayConduct || !conductKeysOn()) return acts
    return {
      ...acts,
      callNext: () => void conduct.callNextOrEnd(),
      current: () => void conduct.makeCurrent(room.view().item),
      goOn: () => void conduct.goOn(),
    }
  })

  const isOver = (): boolean => !isAhead(room.floor().state) && !isUnderWay(room.floor().state)
  const shownTab = (): PhoneTab => (isOver() && tab() === 'floor' ? 'agenda' : tab())
  const vote = createMemo(() => openVotesOf(room.floor()).length)
  return (
    <div class="room" classList={{ 'room--phone': narrow() }}>
      <RoomHead onHelp={() => setHelping(true)} />
      <Newsreader />
      <div class="room-now">
        <Show when={!isOver()}>
          <WhereLine conduct={conduct} />
        </Show>
        <Show when={narrow()}>
          <FloorStrip />
          <Show when={tab() !== 'vote'}>
            <VoteCall onGo={showVote} always />
          </Show>
        </Show>
      </div>
      <Show
        when={narrow()}
        fallback={
          <div class="room-desk" classList={{ 'room-desk--over': isOver() }}>
            <aside class="room-desk__side" aria-label={t('meeting.agenda.title')}>
              <AgendaPanel />
            </aside>
            <div class="room-item room-desk__middle">
              <VoteCall onGo={showVote} />
              <ItemPane conduct={conduct}>
                <VotePart ballotPlace={isOver() ? undefined : ballotPlace()} />
              </ItemPane>
              <Show when={!isOver() || room.mine().mayWriteMinutes}>
                <ItemMinutesPart />
              </Show>
            </div>
            <Show when={!isOver()}>
              <aside class="room-desk__side" aria-label={t('room.people.title')}>
                <div ref={setBallotPlace} class="room-item room-ballots" />
                <MinePanel />
                <SpeakersPanel conduct={conduct} />
                <QuorumPanel />
                <PeoplePanel />
              </aside>
            </Show>
          </div>
        }
      >
        <Show when={tab() !== 'floor'}>
          <CheckInCall onGo={() => setTab('floor')} />
        </Show>
        <PhoneTabs
          selected={shownTab()}
          // Nobody is there any more; who was, the minutes say.
          without={isOver() ? 'floor' : null}
          onSelect={setTab}
          openVotes={vote()}
          panels={{
            agenda: () => (
              <>
                <AgendaPanel onChosen={showItem} />
                <div class="room-item">
                  <ItemPane conduct={conduct} />
                </div>
              </>
            ),
            floor: () => (
              <>
                <MinePanel />
                <SpeakersPanel conduct={conduct} />
                <QuorumPanel />
                <PeoplePanel />
              </>
            ),
            vote: () => (
              <div class="room-item">
                <VotePart everywhere />
              </div>
            ),
            minutes: () => (
              <div class="room-item">
                <ItemMinutesPart />
              </div>
            ),
          }}
        />
      </Show>
      <HelpDialog open={helping()} conducts={room.mine().mayConduct} onClose={() => setHelping(false)} />
    </div>
  )
}
