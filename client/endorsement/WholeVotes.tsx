import { For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { OutcomeTag } from '#client/motion'
import { Panel, TimeStamp } from '#client/ui'
import type { PlanVersionAnswer } from '../api/endorsement.ts'
import { TallyMark } from './Marks.tsx'

/** The votes on the whole, the whole group and its NGO seats side by side. [E3] */
export function WholeVotes(props: { readonly version: PlanVersionAnswer }): JSX.Element {
  const t = useT()
  return (
    <Panel title={t('endorsement.page.votes')} variant="plain">
      <Show when={props.version.votes.length > 0} fallback={<p class="ui-muted">{t('endorsement.page.votesNone')}</p>}>
        <For each={props.version.votes}>
          {vote => (
            <div class="ui-row ui-row--between">
              <span class="ui-row">
                <OutcomeTag
                  motion={{ outcome: vote.outcome, grade: null, state: vote.outcome === null ? 'open' : 'decided' }}
                />
                <Show when={vote.tally}>
                  <TallyMark tally={vote.tally} />
                  <span class="ui-small">
                    {t('endorsement.page.ngo')} <TallyMark tally={vote.ngoTally} ngo />
                  </span>
                </Show>
                <span class="ui-small ui-muted">
                  <TimeStamp at={vote.decidedAt ?? vote.openedAt} />
                </span>
              </span>
              <a href={`/motions/${vote.motionId}`}>{t('endorsement.page.voteLink')}</a>
            </div>
          )}
        </For>
      </Show>
    </Panel>
  )
}
