import { createSignal, For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import {
  constituencyTone,
  createVote,
  ElectionCount,
  outcomeTone,
  outcomeWord,
  tallyParts,
  timeLeft,
} from '#client/motion'
import { textTitle } from '#client/titles'
import { digestText, Tally, toneClass } from '#client/ui'
import type { ChangeInSentence } from '#shared/amendment'
import { votingConstituencies, type MethodName, type Tally as Counts } from '#shared/motion'
import type { MotionView, RosterSeatView } from '../../api/motion.ts'
import type { FloorItem } from '../../api/room.ts'
import { createFit } from './fit.ts'
import { ScreenAmendment } from './ScreenAmendment.tsx'
import { ItemHead } from './ScreenItem.tsx'

interface Props {
  readonly id: string
  readonly item: FloorItem | undefined
}

/** A vote that is open: on what, how long, and which seats have cast. Ballots show only if the vote shows them. [V5] */
export function ScreenVote(props: Props): JSX.Element {
  const t = useT()
  const vote = createVote(props.id, () => props.item?.motions.find(motion => motion.id === props.id))
  const left = (): string => {
    const dueAt = vote.value()?.dueAt
    if (dueAt === undefined || dueAt === null) return ''
    return dueAt > vote.now() ? t('room.screen.closes', timeLeft(dueAt - vote.now(), t)) : t('motion.closing')
  }
  const [changes, setChanges] = createSignal<readonly ChangeInSentence[]>([])
  const fit = createFit(() => [changes(), vote.value()?.tally === null])
  return (
    <section ref={fit.box} class="screen-vote" classList={{ 'screen-vote--words': changes().length > 0 }}>
      <Show when={props.item}>{item => <ItemHead item={item()} />}</Show>
      <p class="screen-vote__open">
        <span>
          {t('room.screen.voteOpen')}
          <Show when={vote.value()?.method !== 'BALLOT' && vote.value()?.method}>
            {method => <> · {t(`method.name.${method()}`)}</>}
          </Show>
        </span>
        <Show when={vote.value()}>
          {motion => (
            <span class="screen-vote__cast">
              <strong>{t('room.screen.castOf', motion().cast, motion().seats)}</strong> {t('room.screen.haveCast')}
            </span>
          )}
        </Show>
        <span class="screen-vote__left">{left()}</span>
      </p>
      <Show when={vote.value()}>
        {motion => (
          <>
            <h2 class="screen__title screen__title--vote">{textTitle(t, motion().subject)}</h2>
            <Show when={amendmentOf(motion())} keyed>
              {id => <ScreenAmendment id={id} fit={fit} onChanges={setChanges} />}
            </Show>
            <Benches motion={motion()} />
            <Show when={motion().tally} fallback={<p class="screen__small screen__quiet">{t('room.screen.hidden')}</p>}>
              {counts => <ScreenCounts motion={motion()} counts={counts()} />}
            </Show>
            {/* Last: on a low screen with a long title, the first to go. */}
            <p class="screen__small screen__quiet">{t('room.screen.digest', digestText(motion().subject.digest))}</p>
          </>
        )}
      </Show>
    </section>
  )
}

/** A mark for each seat, filled once it has cast. */
function Benches(props: { readonly motion: MotionView }): JSX.Element {
  const t = useT()
  return (
    <ul role="list" class="screen-benches">
      <For each={votingConstituencies}>
        {constituency => {
          const seats = (): readonly RosterSeatView[] =>
            props.motion.roster.filter(seat => seat.constituency === constituency)
          const cast = (): number => seats().filter(seat => seat.cast).length
          return (
            <Show when={seats().length > 0}>
              <li class={`screen-bench ui-tone-${constituencyTone[constituency]}`}>
                <span class="screen-bench__name">{t(`motion.constituency.${constituency}`)}</span>
                <span class="screen-bench__seats" aria-hidden="true">
                  <For each={seats().map(seat => seat.cast)}>
                    {hasCast => <span class="screen-bench__seat" classList={{ 'screen-bench__seat--cast': hasCast }} />}
                  </For>
                </span>
                <span class="ui-numeric">{t('room.screen.castOf', cast(), seats().length)}</span>
              </li>
            </Show>
          )
        }}
      </For>
    </ul>
  )
}

function ScreenCounts(props: { readonly motion: MotionView; readonly counts: Counts }): JSX.Element {
  const t = useT()
  return (
    <div class="screen-counts">
      <CountOf label={t('motion.tally.whole')} counts={props.counts} method={props.motion.method} />
      <Show when={props.motion.tallyByConstituency}>
        {parts => <CountOf label={t('motion.tally.ngo')} counts={parts().NGO} method={props.motion.method} />}
      </Show>
    </div>
  )
}

function CountOf(props: { readonly label: string; readonly counts: Counts; readonly method: MethodName }): JSX.Element {
  const t = useT()
  const parts = () => tallyParts(props.counts, t, props.method)
  return (
    <div class="screen-count">
      <span class="screen-count__label">{props.label}</span>
      <span class="screen-count__figures" aria-hidden="true">
        <For each={parts()}>
          {part => (
            <span class={toneClass(part.tone)}>
              {part.label} <strong>{part.value}</strong>
            </span>
          )}
        </For>
      </span>
      <Tally label={props.label} hideLabel bare parts={parts()} total={props.counts.seats} />
    </div>
  )
}

/** How a vote ended: outcome, grade, the number of the decision, and the count of all and of NGO seats. [V9, M6] */
export function ScreenResult(props: Props): JSX.Element {
  const t = useT()
  const vote = createVote(props.id, () => props.item?.motions.find(motion => motion.id === props.id))
  const [changes, setChanges] = createSignal<readonly ChangeInSentence[]>([])
  const fit = createFit(() => [changes(), vote.value()?.outcome])
  return (
    <section ref={fit.box} class="screen-vote" classList={{ 'screen-vote--words': changes().length > 0 }}>
      <Show when={props.item}>{item => <ItemHead item={item()} />}</Show>
      <Show when={vote.value()}>
        {motion => (
          <>
            <h2 class="screen__title screen__title--vote">{textTitle(t, motion().subject)}</h2>
            <Show when={amendmentOf(motion())} keyed>
              {id => <ScreenAmendment id={id} fit={fit} onChanges={setChanges} />}
            </Show>
            <div class={`screen-result ui-tone-${outcomeTone[motion().outcome ?? 'OPEN']}`} role="status">
              <p class="screen-result__outcome">{outcomeWord(motion().outcome ?? 'OPEN', t, motion().method)}</p>
              <p>{gradeWords(motion(), t)}</p>
            </div>
            <Show
              when={motion().election}
              fallback={
                <Show when={motion().tally}>{counts => <ScreenCounts motion={motion()} counts={counts()} />}</Show>
              }
            >
              {election => (
                <div class="screen-election">
                  <ElectionCount election={election()} seats={motion().seats} />
                </div>
              )}
            </Show>
          </>
        )}
      </Show>
    </section>
  )
}

/** Whose words stand on the screen; a text is too long for it. */
function amendmentOf({ subject }: MotionView): string | false {
  return subject.kind === 'amendment' && subject.id
}

function gradeWords(motion: MotionView, t: ReturnType<typeof useT>): string {
  const { grade, numbered, group } = motion
  return [
    grade && t(`motion.grade.${grade.level}`),
    grade?.suffix && t(`motion.grade.${grade.suffix}`),
    numbered && t('room.item.decision', group.code.toUpperCase(), numbered.year, numbered.number),
  ]
    .filter(Boolean)
    .join(' · ')
}
