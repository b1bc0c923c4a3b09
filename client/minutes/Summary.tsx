import { For, Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { voteTitle } from '#client/titles'
import type { ActionItemBlock, Block, MotionBlock } from '#shared/minutes'
import type { MinutesAnswer } from '../api/minutes.ts'
import { seatName } from './part-name.ts'
import { createUnchanged } from './unchanged.ts'

interface Found<B extends Block> {
  readonly block: B
  /** Id of the part in which it stands. */
  readonly partId: string
}

/** What was decided and what has to be done, at a glance, before one reads on. [M6] */
export function Summary(props: { readonly minutes: MinutesAnswer }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const found = () =>
    props.minutes.parts.flatMap(part => part.blocks.map(block => ({ block, partId: part.documentId })))
  const decisions = createUnchanged(() => found().filter(isDecision))
  const actions = createUnchanged(() => found().filter(isAction))
  return (
    <Show when={decisions().length + actions().length > 0}>
      <div class="minutes-summary">
        <Show when={decisions().length > 0}>
          <section aria-labelledby="minutes-decisions">
            <h2 class="minutes-summary__title" id="minutes-decisions">
              {t('minutes.summary.decisions')}
            </h2>
            <ul role="list">
              <For each={decisions()}>
                {({ block, partId }) => (
                  <li>
                    <a href={`#part-${partId}`}>
                      {block.decision === null
                        ? voteTitle(t, block)
                        : t(
                            'minutes.summary.decision',
                            block.decision.number,
                            block.decision.year,
                            voteTitle(t, block),
                          )}
                    </a>{' '}
                    <Show when={block.outcome}>
                      {outcome => <span class="ui-muted">{t(`motion.outcome.${outcome()}`)}</span>}
                    </Show>
                  </li>
                )}
              </For>
            </ul>
          </section>
        </Show>
        <Show when={actions().length > 0}>
          <section aria-labelledby="minutes-actions">
            <h2 class="minutes-summary__title" id="minutes-actions">
              {t('minutes.summary.actions')}
            </h2>
            <ul role="list">
              <For each={actions()}>
                {({ block, partId }) => (
                  <li>
                    <a href={`#part-${partId}`}>{block.text}</a>{' '}
                    <span class="ui-muted">
                      {t(
                        'minutes.summary.action',
                        seatName(block.owner),
                        format().shortDate(Date.parse(`${block.dueOn}T12:00:00`)),
                      )}
                    </span>
                  </li>
                )}
              </For>
            </ul>
          </section>
        </Show>
      </div>
    </Show>
  )
}

function isDecision(found: Found<Block>): found is Found<MotionBlock> {
  return found.block.type === 'motion' && found.block.decidedAt !== null
}

function isAction(found: Found<Block>): found is Found<ActionItemBlock> {
  return found.block.type === 'actionItem'
}
