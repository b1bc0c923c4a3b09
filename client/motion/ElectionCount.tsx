import { For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { votingConstituencies } from '#shared/motion'
import { Badge, Meter } from '#client/ui'
import type { MotionView } from '../api/motion.ts'
import { constituencyTone } from './choices.ts'
import './motion.css'

type Election = NonNullable<MotionView['election']>

/** What each candidate of a secret ballot got, the one with most first; a split only where it tells of no paper. [V12] */
export function ElectionCount(props: { readonly election: Election; readonly seats: number }): JSX.Element {
  const t = useT()
  const inOrder = (): Election['candidates'] => props.election.candidates.toSorted((a, b) => b.votes - a.votes)
  const isSplitWhole = (): boolean =>
    props.election.candidates.every(({ by }) => votingConstituencies.every(constituency => by[constituency] !== null))
  return (
    <div class="motion-election">
      <ul role="list" class="motion-election__list" aria-label={t('method.election.caption')}>
        <For each={inOrder()}>
          {one => (
            <li class="motion-election__one">
              <Show when={props.election.elected === one.personId}>
                <Badge tone="success">{t('method.election.elected')}</Badge>
              </Show>
              <Meter
                label={one.name}
                value={one.votes}
                max={props.seats}
                text={t('method.tally.secretShort', one.votes)}
                tone={props.election.elected === one.personId ? 'success' : 'neutral'}
              />
              <p class="ui-small ui-muted motion-election__split">
                <For each={votingConstituencies}>
                  {constituency => (
                    <Show when={one.by[constituency] !== null}>
                      <span class={`ui-tone-${constituencyTone[constituency]}`}>
                        {t(`motion.constituency.${constituency}`)} {one.by[constituency]}
                      </span>
                    </Show>
                  )}
                </For>
              </p>
            </li>
          )}
        </For>
      </ul>
      <p class="ui-small">
        {t('method.election.blank')}: <strong class="ui-numeric">{props.election.blank}</strong>
      </p>
      <Show when={!isSplitWhole()}>
        <p class="ui-small ui-muted">{t('method.election.splitNote')}</p>
      </Show>
    </div>
  )
}
