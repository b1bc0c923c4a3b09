import { createEffect, createMemo, createSignal, on, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { assertNever } from '#shared/core'
import { createCalm } from './calm.ts'
import { createLate } from './late.ts'
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

  const status = createCalm(() => props.status)
  const isLate = createLate(() => props.status)
  const waiting = (words: Words): string => t(`sync.words.${words === 'returned' ? 'none' : words}`)
  const sentence = (): string => {
    const now = status()
    switch (now.kind) {
      case 'connecting':
        return t('sync.connecting')
      case 'unsaved':
        return isLate() ? t(`sync.late.${now.words === 'device' ? 'device' : 'page'}`) : t('sync.unsaved')
      case 'saved':
        return now.afresh ? t(`sync.afresh.${now.afresh}`) : t('sync.saved')
      case 'readOnly':
        return now.afresh ? t(`sync.afresh.${now.afresh}`) : t('sync.readOnly')
      case 'offline':
        return `${t('sync.offline', format().time(now.since))} ${waiting(now.words)}`
      case 'hindered':
        return `${t(`sync.hindered.${now.by}`)} ${waiting(now.words)}`
      case 'refused': {
        const why = t(`sync.refused.${refusalOf(now.code)}`)
        const { words } = now
        return words === 'none' || words === 'stored' ? why : `${why} ${t(`sync.refusedWords.${words}`)}`
      }
      default:
        return assertNever(now)
    }
  }

  const [announced, announce] = createSignal('')
  let wasAway = false
  // By its kind alone: each letter that is typed changes the state.
  const kind = createMemo(() => status().kind)
  const isNews = createMemo(() => {
    const now = status()
    return 'afresh' in now && now.afresh !== null
  })
  createEffect(
    on([kind, isNews, isLate], ([now, news, late]) => {
      const isTrouble = now === 'offline' || now === 'hindered' || now === 'refused' || (now === 'unsaved' && late)
      if (isTrouble || news) announce(sentence())
      else if (now === 'saved' || now === 'readOnly') {
        if (announced() !== '')
          announce(wasAway ? t('sync.back') : t(now === 'saved' ? 'sync.mayWrite' : 'sync.mayRead'))
        wasAway = false
      }
      if (now === 'offline' || now === 'hindered' || late) wasAway = true
    }),
  )

  return (
    <div class="sync-status" data-status={status().kind}>
      <span class="sync-status__mark" aria-hidden="true" />
      <span class="sync-status__text">{sentence()}</span>
      <span class="ui-visually-hidden" role="status" aria-live="polite">
        {announced()}
      </span>
    </div>
  )
}
