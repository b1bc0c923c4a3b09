import { Show, type JSX } from 'solid-js'
import { useT, type Translate } from '#client/i18n'
import { tallyOfOthers, type Tally as Counts } from '#shared/motion'
import { Panel, Tally, type TallyPart } from '#client/ui'
import type { MotionView } from '../api/motion.ts'
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

/** The same, where a title stands above already. */
export function CountBars(props: { readonly motion: MotionView }): JSX.Element {
  const t = useT()
  return (
    <>
      <Show
        when={props.motion.tally && props.motion.tallyByConstituency}
        fallback={<p class="ui-muted">{t('motion.tally.hidden')}</p>}
      >
        {parts => (
          <div class="motion-counts">
            <CountBar label={t('motion.tally.whole')} counts={props.motion.tally} large />
            <CountBar label={t('motion.tally.ngo')} counts={parts().NGO} large />
            <CountBar label={t('motion.tally.others')} counts={tallyOfOthers(parts())} />
          </div>
        )}
      </Show>
      <Show when={props.motion.hold?.tally}>{held => <CountBar label={t('motion.tally.hold')} counts={held()} />}</Show>
    </>
  )
}

function CountBar(props: {
  readonly label: string
  readonly counts: Counts | null
  readonly large?: boolean | undefined
}): JSX.Element {
  const t = useT()
  return (
    <Show when={props.counts}>
      {counts => (
        <div class="motion-count">
          <div class="motion-count__head">
            <span class="motion-count__label">{props.label}</span>
            <span class="motion-count__figure" classList={{ 'motion-count__figure--large': props.large === true }}>
              <span aria-hidden="true">{t('motion.tally.short', counts().yes, counts().no, counts().abstain)}</span>
              <span class="ui-visually-hidden">
                {t('motion.tally.spoken', counts().yes, counts().no, counts().abstain)}
              </span>
            </span>
          </div>
          <Tally label={props.label} hideLabel parts={tallyParts(counts(), t)} total={counts().seats} />
        </div>
      )}
    </Show>
  )
}

/** The parts of a count that a bar shows; seats that did not cast are its empty rest. */
export function tallyParts(counts: Counts, t: Translate): readonly TallyPart[] {
  const always = [
    { key: 'yes', label: t('motion.tally.yes'), value: counts.yes, tone: 'success' },
    { key: 'no', label: t('motion.tally.no'), value: counts.no, tone: 'alarm' },
    { key: 'abstain', label: t('motion.tally.abstain'), value: counts.abstain, tone: 'neutral' },
  ] as const
  const rarely = [
    { key: 'present', label: t('motion.tally.present'), value: counts.presentNotVoting, tone: 'observer' },
    { key: 'recused', label: t('motion.tally.recused'), value: counts.recused, tone: 'notice' },
  ] as const
  return [...always, ...rarely.filter(part => part.value > 0)]
}
