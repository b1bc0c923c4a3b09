import { createEffect, createSignal, on, Show, type JSX } from 'solid-js'
import { useFormat, useT, type MessageKey } from '#client/i18n'
import { assertNever } from '#shared/core'
import { closeCodes } from '#shared/wire'
import type { SyncStatus } from './status.ts'
import './status-line.css'

const reasons: ReadonlyMap<number, MessageKey & `sync.refused.${string}`> = new Map([
  [closeCodes.signInAgain, 'sync.refused.signInAgain'],
  [closeCodes.notPermitted, 'sync.refused.notPermitted'],
  [closeCodes.noSuchDocument, 'sync.refused.noSuchDocument'],
  [closeCodes.otherEpoch, 'sync.refused.otherEpoch'],
  [closeCodes.tooLarge, 'sync.refused.tooLarge'],
  [closeCodes.frozen, 'sync.refused.frozen'],
])

/**
 * One quiet line that says whether the words on the screen are stored.
 *
 * It changes with every pause in typing, so a screen reader is told only of what matters: that the connection went, that
 * it came back, that the text can no longer be written.
 */
export function StatusLine(props: { readonly status: SyncStatus }): JSX.Element {
  const t = useT()
  const format = useFormat()

  const sentence = (): string => {
    const { status } = props
    switch (status.kind) {
      case 'connecting':
        return t('sync.connecting')
      case 'unsaved':
        return t('sync.unsaved')
      case 'saved':
        return t('sync.saved')
      case 'readOnly':
        return t('sync.readOnly')
      case 'offline':
        return t(status.unsaved ? 'sync.offline.unsaved' : 'sync.offline.saved', format().time(status.since))
      case 'refused':
        return t(reasons.get(status.code) ?? 'sync.refused.other')
      default:
        return assertNever(status)
    }
  }

  const [announced, announce] = createSignal('')
  createEffect(
    on(
      () => props.status.kind,
      kind => {
        if (kind === 'offline' || kind === 'refused') announce(sentence())
        else if ((kind === 'saved' || kind === 'readOnly') && announced() !== '') announce(t('sync.back'))
      },
    ),
  )

  return (
    <div class="sync-status" data-status={props.status.kind}>
      <span class="sync-status__mark" aria-hidden="true" />
      <span class="sync-status__text">{sentence()}</span>
      <Show when={props.status.kind === 'refused' && props.status.unsaved}>
        <span class="sync-status__unsaved">{t('sync.refused.unsaved')}</span>
      </Show>
      <span class="ui-visually-hidden" role="status" aria-live="polite">
        {announced()}
      </span>
    </div>
  )
}
