import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { tallyOfOthers, type MethodName, type Tally as Counts } from '#shared/motion'
import { Panel, Tally } from '#client/ui'
import type { MotionView } from '../api/motion.ts'
import { ElectionCount } from './ElectionCount.tsx'
import { tallyFigure, tallyParts, tallySpoken } from './tally-words.ts'
import './motion.css'

/** The count of the whole and of the NGO seats, always side by side. [V9] */
export function Count(props: { readonly motion: MotionView }): JSX.Element {
  const t = useT()
  return (
    <Panel title={t('motion.tally.title')}>
      <CountBars motion={props.motion} />
    </Panel>
  )
}

/** The same, where a title stands above already. Of an election it is what each candidate got. [V12] */
export function CountBars(props: { readonly motion: MotionView }): JSX.Element {
  const t = useT()
  const method = (): MethodName => props.motion.method
  const hidden = (): string => {
    if (method() === 'SECRET') return t('method.tally.hiddenSecret')
    return method() === 'SILENCE' ? t('method.tally.hiddenSilence') : t('motion.tally.hidden')
  }
  return (
    <>
      <Show when={props.motion.election}>
        {election => <ElectionCount election={election()} seats={props.motion.seats} />}
      </Show>
      <Show when={props.motion.tally && props.motion.tallyByConstituency} fallback={<p class="ui-muted">{hidden()}</p>}>
        {parts => (
          <Show when={!props.motion.election}>
            <div class="motion-counts">
              <CountBar label={t('motion.tally.whole')} counts={props.motion.tally} method={method()} large />
              <CountBar label={t('motion.tally.ngo')} counts={parts().NGO} method={method()} large />
              <CountBar label={t('motion.tally.others')} counts={tallyOfOthers(parts())} method={method()} />
            </div>
          </Show>
        )}
      </Show>
      <Show when={props.motion.hold?.tally}>
        {held => <CountBar label={t('motion.tally.hold')} counts={held()} method="BALLOT" />}
      </Show>
    </>
  )
}

function CountBar(props: {
  readonly label: string
  readonly counts: Counts | null
  readonly method: MethodName
  readonly large?: boolean | undefined
}): JSX.Element {
  const t = useT()
  return (
    <Show when={props.counts}>
      {counts => (
        <div class="motion-count">
          <div class="motion-count__head">
            <span class="motion-count__label">{props.label}</span>
            <span
              class="motion-count__figure"
              classList={{
                'motion-count__figure--large': props.large === true && props.method !== 'SILENCE',
              }}
            >
              <span aria-hidden="true">{tallyFigure(counts(), t, props.method)}</span>
              <span class="ui-visually-hidden">{tallySpoken(counts(), t, props.method)}</span>
            </span>
          </div>
          <Tally label={props.label} hideLabel parts={tallyParts(counts(), t, props.method)} total={counts().seats} />
        </div>
      )}
    </Show>
  )
}
