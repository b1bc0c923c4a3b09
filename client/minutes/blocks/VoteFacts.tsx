import { For, Show, type JSX } from 'solid-js'
import Vote from 'lucide-solid/icons/vote'
import { useFormat, useT } from '#client/i18n'
import { OutcomeTag, tallyFigure, tallyParts } from '#client/motion'
import { voteTitle } from '#client/titles'
import { Digest, Tally } from '#client/ui'
import type { MethodName, Quorum, Tally as Counts } from '#shared/motion'
import type { MotionBlock } from '#shared/minutes'
import { LockedBlock } from './LockedBlock.tsx'
import { VoteStatements } from './VoteStatements.tsx'

/** A vote taken under the item: its number among the decisions, its outcome, and the NGO seats beside the whole. [M6, V9] */
export function VoteFacts(props: { readonly block: MotionBlock }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const state = () => (props.block.decidedAt === null ? ('open' as const) : ('decided' as const))
  const method = (): MethodName => props.block.method ?? 'BALLOT'
  const title = (): string => {
    const { decision } = props.block
    return decision === null
      ? t('minutes.blocks.vote.title')
      : t('minutes.blocks.vote.decision', `${decision.year}/${decision.number}`)
  }
  return (
    <LockedBlock title={title()} icon={Vote}>
      <p class="locked-block__main">
        <a href={`/motions/${props.block.id}`}>{voteTitle(t, props.block)}</a>
      </p>
      <div class="ui-row ui-row--tight">
        <OutcomeTag
          motion={{ outcome: props.block.outcome, grade: props.block.grade, state: state(), method: method() }}
        />
        <Show when={props.block.decidedAt}>
          {at => <span class="ui-small ui-muted">{format().dateTime(at())}</span>}
        </Show>
      </div>
      <Show when={method() !== 'BALLOT'}>
        <p class="ui-small">{t(`method.name.${method()}`)}</p>
      </Show>
      <Show when={props.block.election}>
        {election => (
          <ul class="locked-block__election">
            <For each={election().candidates}>
              {one => (
                <li>
                  {one.name}: {t('method.tally.secretShort', one.votes)}
                  <Show when={one.elected}>
                    {' · '}
                    <strong>{t('method.election.elected')}</strong>
                  </Show>
                </li>
              )}
            </For>
            <li>
              {t('method.election.blank')}: {election().blank}
            </li>
          </ul>
        )}
      </Show>
      <Show when={!props.block.election && props.block.tally}>
        {whole => (
          <div class="locked-block__counts">
            <Count label={t('motion.tally.whole')} counts={whole()} method={method()} />
            <Show when={props.block.ngoTally}>
              {ngo => <Count label={t('motion.tally.ngo')} counts={ngo()} method={method()} />}
            </Show>
          </div>
        )}
      </Show>
      <Show when={props.block.quorum?.opening}>
        {found => <QuorumLine title={t('minutes.blocks.vote.opening')} found={found()} />}
      </Show>
      <Show when={props.block.quorum?.closing}>
        {found => <QuorumLine title={t('minutes.blocks.vote.closing')} found={found()} />}
      </Show>
      <Digest value={props.block.digest} />
      <Show when={props.block.statements}>{statements => <VoteStatements statements={statements()} />}</Show>
    </LockedBlock>
  )
}

/** Who was there, of how many, and who was needed. [V6, V7] */
function QuorumLine(props: { readonly title: string; readonly found: Quorum }): JSX.Element {
  const t = useT()
  return (
    <p class="ui-small">
      {props.title} {t('minutes.blocks.vote.seats', props.found.present, props.found.seats, props.found.needed)}{' '}
      {t('minutes.blocks.quorum.ngo', props.found.ngoPresent, props.found.ngoSeats, props.found.ngoNeeded)}
    </p>
  )
}

function Count(props: { readonly label: string; readonly counts: Counts; readonly method: MethodName }): JSX.Element {
  const t = useT()
  return (
    <div class="locked-block__count">
      <div class="locked-block__count-head" aria-hidden="true">
        <span>{props.label}</span>
        <strong class="ui-numeric">{tallyFigure(props.counts, t, props.method)}</strong>
      </div>
      <Tally
        label={props.label}
        hideLabel
        bare
        parts={tallyParts(props.counts, t, props.method)}
        total={props.counts.seats}
        size="small"
      />
    </div>
  )
}
