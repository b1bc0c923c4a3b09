import { createEffect, createSignal, on, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { assertNever } from '#shared/core'
import { refusalOf } from './refusal.ts'
import type { SyncStatus, Words } from './status.ts'
import './status-line.css'

/**
 * One quiet line that says whether the words on the screen are stored, and where they are if not.
 *
 * It changes with every pause in typing, so a screen reader is told only of what matters: that the connection went, that
 * it came back, that the text can no longer be written, that it is another one now.
 */
export function StatusLine(props: { readonly status: SyncStatus }): JSX.Element {
  const t = useT()
  const format = useFormat()

  const waiting = (words: Words): string => t(`sync.words.${words === 'returned' ? 'none' : words}`)
  const sentence = (): string => {
    const { status } = props
    switch (status.kind) {
      case 'connecting':
        return t('sync.connecting')
      case 'unsaved':
        return t('sync.unsaved')
      case 'saved':
        return status.afresh ? t(`sync.afresh.${status.afresh}`) : t('sync.saved')
      case 'readOnly':
        return status.afresh ? t(`sync.afresh.${status.afresh}`) : t('sync.readOnly')
      case 'offline':
        return `${t('sync.offline', format().time(status.since))} ${waiting(status.words)}`
      case 'hindered':
        return `${t(`sync.hindered.${status.by}`)} ${waiting(status.words)}`
      case 'refused': {
        const why = t(`sync.refused.${refusalOf(status.code)}`)
        const { words } = status
        return words === 'none' || words === 'stored' ? why : `${why} ${t(`sync.refusedWords.${words}`)}`
      }
      default:
        return assertNever(status)
    }
  }

  const [announced, announce] = createSignal('')
  createEffect(
    on(
      () => props.status.kind,
      kind => {
        const isTrouble = kind === 'offline' || kind === 'hindered' || kind === 'refused'
        const isNew = 'afresh' in props.status && props.status.afresh !== null
        if (isTrouble || isNew) announce(sentence())
        else if ((kind === 'saved' || kind === 'readOnly') && announced() !== '') announce(t('sync.back'))
      },
    ),
  )

  return (
    <div class="sync-status" data-status={props.status.kind}>
      <span class="sync-status__mark" aria-hidden="true" />
      <span class="sync-status__text">{sentence()}</span>
      <span class="ui-visually-hidden" role="status" aria-live="polite">
        {announced()}
      </span>
    </div>
  )
}
