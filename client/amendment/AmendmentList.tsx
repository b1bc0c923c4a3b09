import { For, Show, type JSX } from 'solid-js'
import { ChangedSentences } from '#client/frozen-text'
import { useT } from '#client/i18n'
import { Badge, LinkButton, StateTag } from '#client/ui'
import type { AmendmentState } from '#shared/amendment'
import type { AmendmentEntry } from '../api/amendment.ts'
import './amendment.css'

const tone = {
  proposed: 'submitted',
  underVote: 'voting',
  adopted: 'adopted',
  notAdopted: 'rejected',
  withdrawn: 'waived',
  overtaken: 'waived',
} as const satisfies Record<AmendmentState, string>

interface Props {
  readonly amendments: readonly AmendmentEntry[]
  /** Of the page. */
  readonly versionId: string
  readonly acts?: (amendment: AmendmentEntry) => JSX.Element
}

/** Amendments in the order of voting: for which seat, why, what they change, and what became of them. [V4, A3] */
export function AmendmentList(props: Props): JSX.Element {
  return (
    <ol class="amendments" role="list">
      <For each={props.amendments}>{amendment => <Amendment {...props} amendment={amendment} />}</For>
    </ol>
  )
}

function Amendment(props: Props & { readonly amendment: AmendmentEntry }): JSX.Element {
  const t = useT()
  const isOpen = (): boolean => props.amendment.disposedAt === null
  return (
    <li class="amendments__item" data-amendment={props.amendment.id}>
      <div class="ui-row ui-row--tight ui-row--between">
        <strong class="ui-small">{t('amendment.by', props.amendment.seat.label, props.amendment.person.name)}</strong>
        <StateTag state={tone[props.amendment.state]} plain>
          {t(`amendment.state.${props.amendment.state}`)}
        </StateTag>
      </div>
      <ChangedSentences changes={props.amendment.changes} />
      <p class="ui-small">{t('amendment.because', props.amendment.reason)}</p>
      <p class="ui-row ui-row--tight ui-small ui-muted">
        <Show when={isOpen()}>
          <span>{t('amendment.distance', props.amendment.distance)}</span>
        </Show>
        <Show when={props.amendment.next}>
          <Badge tone="accent">{t('amendment.next')}</Badge>
        </Show>
        <Show when={props.amendment.overtaken}>{why => <span>{t(`amendment.overtaken.${why()}`)}</span>}</Show>
        <Show when={props.amendment.version.id !== props.versionId && !props.amendment.result && isOpen()}>
          <a href={`/versions/${props.amendment.version.id}`}>
            {t('amendment.movedOn', props.amendment.version.number)}
          </a>
        </Show>
        <Show when={props.amendment.result}>
          {made => <a href={`/versions/${made().id}`}>{t('amendment.made', made().number)}</a>}
        </Show>
      </p>
      <div class="ui-row ui-row--tight ui-no-print">
        <Show when={props.amendment.motion}>
          {motion => (
            <LinkButton size="small" href={`/motions/${motion().id}`}>
              {t('amendment.vote')}
            </LinkButton>
          )}
        </Show>
        {props.acts?.(props.amendment)}
      </div>
    </li>
  )
}
