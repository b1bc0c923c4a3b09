import { For, Match, Show, Switch, type JSX } from 'solid-js'
import { Portal } from 'solid-js/web'
import { Fetched } from '#client/app'
import { useT } from '#client/i18n'
import {
  BallotForm,
  ChairPanel,
  CountBars,
  Countdown,
  outcomeNext,
  outcomeTone,
  OutcomeTag,
  createVote,
} from '#client/motion'
import { textTitle } from '#client/titles'
import { EmptyState, LinkButton, Panel } from '#client/ui'
import type { MotionView } from '../../api/motion.ts'
import { openVotesOf } from './open-votes.ts'
import { useRoom } from './room.ts'

interface VotePartProps {
  /** On a telephone: also votes under other items, open ones first, and what to expect without any. */
  readonly everywhere?: boolean
  /** Where the ballot stands, if not with the vote. */
  readonly ballotPlace?: HTMLElement | undefined
}

/**
 * The votes of the item in sight: one's own ballot while they are open, the outcome in words after. Nothing else needs to
 * be opened to vote. [M8, V5]
 */
export function VotePart(props: VotePartProps): JSX.Element {
  const t = useT()
  const room = useRoom()
  const shown = (): readonly string[] => {
    const ofItem = (room.view().item?.motions ?? []).map(motion => motion.id).toReversed()
    if (!props.everywhere) return ofItem
    return [...new Set([...openVotesOf(room.floor()).map(vote => vote.motionId), ...ofItem])]
  }
  return (
    <Show
      when={shown().length > 0}
      fallback={
        <Show when={props.everywhere}>
          <EmptyState title={t('room.vote.none')}>{t('room.vote.noneText')}</EmptyState>
        </Show>
      }
    >
      <div class="room-votes">
        <For each={shown()}>{id => <ItemVote id={id} ballotPlace={props.ballotPlace} />}</For>
      </div>
    </Show>
  )
}

function ItemVote(props: { readonly id: string; readonly ballotPlace: HTMLElement | undefined }): JSX.Element {
  // Made anew for another vote, so that its id stands still here.
  const { id } = props
  const room = useRoom()
  const vote = createVote(id, () =>
    room
      .floor()
      .items.flatMap(item => item.motions)
      .find(motion => motion.id === id),
  )
  return (
    <div class="room-vote">
      <Fetched of={vote}>
        {motion => (
          <VoteView motion={motion()} now={vote.now()} ballotPlace={props.ballotPlace} onChange={vote.refetch} />
        )}
      </Fetched>
    </div>
  )
}

function VoteView(props: {
  readonly motion: MotionView
  readonly now: number
  readonly ballotPlace: HTMLElement | undefined
  readonly onChange: () => Promise<void>
}): JSX.Element {
  const t = useT()
  const isOpen = (): boolean => props.motion.dueAt !== null
  const outcome = (): NonNullable<MotionView['outcome']> => props.motion.outcome ?? 'OPEN'
  // Where the ballot stands in the same column, it comes before the count.
  const isFirst = (): boolean => isOpen() && props.motion.mySeats.length > 0 && !props.ballotPlace
  return (
    <>
      <Panel
        title={textTitle(t, props.motion.subject)}
        level={3}
        eyebrow={t('room.vote.title')}
        tone={outcomeTone[outcome()]}
        actions={
          <LinkButton size="small" variant="quiet" href={`/motions/${props.motion.id}`}>
            {t('room.vote.whole')}
          </LinkButton>
        }
      >
        <div class="ui-row ui-row--tight">
          <OutcomeTag motion={props.motion} />
          <Countdown motion={props.motion} now={props.now} />
          <span class="ui-muted ui-small" aria-live="polite">
            {t('room.vote.cast', props.motion.cast, props.motion.seats)}
          </span>
        </div>
        <Switch>
          <Match when={!isOpen() && outcome() !== 'OPEN'}>
            <p class="room-vote__outcome">{outcomeNext(props.motion, t)}</p>
          </Match>
          <Match when={isOpen() && props.motion.mySeats.length === 0}>
            <p class="ui-muted">{t('room.vote.watching')}</p>
          </Match>
        </Switch>
        <Show when={!isFirst()}>
          <CountBars motion={props.motion} />
        </Show>
      </Panel>
      <Show when={isOpen() && props.motion.mySeats.length > 0}>
        <Show
          when={props.ballotPlace}
          fallback={
            <>
              <BallotForm motion={props.motion} onCast={props.onChange} />
              <Panel title={t('room.vote.count')} level={3}>
                <CountBars motion={props.motion} />
              </Panel>
            </>
          }
        >
          {place => (
            <Portal mount={place()}>
              <BallotForm motion={props.motion} onCast={props.onChange} />
            </Portal>
          )}
        </Show>
      </Show>
      <Show when={props.motion.may.close || props.motion.may.extend}>
        <ChairPanel motion={props.motion} onChange={props.onChange} />
      </Show>
    </>
  )
}
