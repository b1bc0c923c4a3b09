import { For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Meter, Notice, Panel } from '#client/ui'
import { conveningWarnings, forecastOf, type ConveningWarning } from '#shared/meeting'
import type { FloorAnswer, FloorSeat } from '../api/meeting.ts'
import { replyTone } from './replies.ts'

/** The quorum to expect by the answers so far, of all seats and of NGO seats, for each group that meets. [M3] */
export function WhoComes(props: { readonly floor: FloorAnswer }): JSX.Element {
  const t = useT()
  const expected = () =>
    props.floor.quorum.map(quorum => {
      const seats = props.floor.seats.filter(seat => seat.groupId === quorum.group.id)
      const { voting, ngo } = forecastOf(seats)
      return { ...quorum, coming: voting.coming, ngoComing: ngo.coming }
    })
  const forecast = () => forecastOf(props.floor.seats)
  const warnings = (): readonly ConveningWarning[] =>
    conveningWarnings({ convened: props.floor.state === 'convened', seats: props.floor.seats, quorum: expected() })
  return (
    <Panel title={t('meeting.comes.title')}>
      <For each={warnings()}>{warning => <Notice tone="notice" when={t(`meeting.warning.${warning}`)} standing />}</For>
      <For each={expected()}>
        {body => (
          <div class="ui-stack">
            <Show when={props.floor.quorum.length > 1}>
              <strong class="ui-small">{body.group.name}</strong>
            </Show>
            <Meter
              label={t('meeting.comes.seats')}
              value={body.coming}
              max={body.seats}
              text={t('meeting.comes.text', body.coming, body.seats)}
              threshold={body.needed}
              thresholdText={t('meeting.comes.needed', body.needed)}
              tone={body.coming >= body.needed ? 'success' : 'notice'}
            />
            <Meter
              label={t('meeting.comes.ngo')}
              value={body.ngoComing}
              max={body.ngoSeats}
              text={t('meeting.comes.text', body.ngoComing, body.ngoSeats)}
              threshold={body.ngoNeeded}
              thresholdText={
                body.ngoNeeded === 0 ? t('meeting.comes.waived') : t('meeting.comes.needed', body.ngoNeeded)
              }
              tone={body.ngoComing >= body.ngoNeeded ? 'success' : 'notice'}
            />
          </div>
        )}
      </For>
      <ul role="list" class="ui-small ui-muted">
        <Show when={forecast().voting.unsure > 0}>
          <li>{t('meeting.comes.unsure', forecast().voting.unsure)}</li>
        </Show>
        <Show when={forecast().voting.absent > 0}>
          <li>{t('meeting.comes.absent', forecast().voting.absent)}</li>
        </Show>
        <Show when={forecast().voting.silent > 0}>
          <li>{t('meeting.comes.silent', forecast().voting.silent)}</li>
        </Show>
        <Show when={forecast().observers.seats > 0}>
          <li>{t('meeting.comes.observers', forecast().observers.coming, forecast().observers.seats)}</li>
        </Show>
      </ul>
      <details class="meeting-details">
        <summary>{t('meeting.comes.all')}</summary>
        <ul role="list" class="meeting-answers">
          <For each={props.floor.seats}>{seat => <Answer seat={seat} />}</For>
        </ul>
      </details>
    </Panel>
  )
}

function Answer(props: { readonly seat: FloorSeat }): JSX.Element {
  const t = useT()
  const reply = () => props.seat.reply
  return (
    <li class={`ui-tone-${props.seat.constituency === 'NGO' ? 'ngo' : 'neutral'}`}>
      <span>{props.seat.organisationName ?? props.seat.label}</span>
      <span class={`ui-small meeting-answers__reply ui-tone-${replyTone[reply() ?? 'absent']}`}>
        {t(`meeting.reply.${reply() ?? 'none'}`)}
      </span>
    </li>
  )
}
