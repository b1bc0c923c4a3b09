import { For, Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { fetchDecisions, type DecisionView } from '../api/decision.ts'
import { createFetched } from '../api/fetched.ts'
import './decision.css'

/** Number and place of the decision that a vote took, or those on one text: on the pages that show them. [M6] */
export function DecisionNote(props: { readonly motionId?: string; readonly subjectId?: string }): JSX.Element {
  const about = () => ({
    ...(props.motionId === undefined ? {} : { motion: props.motionId }),
    ...(props.subjectId === undefined ? {} : { subject: props.subjectId }),
  })
  const fetched = createFetched(() => fetchDecisions(about()), ['motion', 'meeting', 'minutes'])
  return (
    <For each={fetched.value()?.decisions ?? []}>
      {decision => <Note decision={decision} toVote={props.motionId === undefined} />}
    </For>
  )
}

function Note(props: { readonly decision: DecisionView; readonly toVote: boolean }): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <p class="decision-note">
      <strong class="ui-numeric">{t('decision.note.title', props.decision.label)}</strong>
      <Show when={props.decision.meeting}>
        {meeting => (
          <span>
            {t('decision.note.takenIn')}{' '}
            <a href={`/meetings/${meeting().id}`}>
              {meeting().title}, {format().inZone(meeting().timeZone).shortDate(meeting().startsAt)}
            </a>
            <Show when={meeting().minutes}>
              {' · '}
              <a href={`/meetings/${meeting().id}/minutes`}>{t('decision.minutes')}</a>
            </Show>
          </span>
        )}
      </Show>
      <span>
        <Show when={props.toVote}>
          <a href={`/motions/${props.decision.motionId}`}>{t('decision.vote')}</a>
          {' · '}
        </Show>
        <a href="/decisions">{t('decision.note.register')}</a>
      </span>
    </p>
  )
}
