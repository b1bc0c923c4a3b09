import { createUniqueId, type JSX } from 'solid-js'
import type { LucideIcon } from 'lucide-solid'
import Lock from 'lucide-solid/icons/lock'
import { useT } from '#client/i18n'
import './blocks.css'

/** The quiet frame around what the meeting has established: the workspace keeps it, and nobody writes in it. [M5] */
export function LockedBlock(props: {
  readonly title: string
  readonly icon: LucideIcon
  readonly actions?: JSX.Element | undefined
  readonly children: JSX.Element
}): JSX.Element {
  const t = useT()
  const id = createUniqueId()
  return (
    <section class="locked-block" aria-labelledby={id}>
      <header class="locked-block__head">
        <span class="locked-block__icon" aria-hidden="true">
          {props.icon({ size: 16, strokeWidth: 1.75 })}
        </span>
        <span class="locked-block__title" id={id}>
          {props.title}
        </span>
        <span class="locked-block__kept" title={t('minutes.blocks.keptHint')}>
          <Lock size={13} strokeWidth={2} aria-hidden="true" />
          <span>{t('minutes.blocks.kept')}</span>
        </span>
      </header>
      {props.children}
      {props.actions}
    </section>
  )
}
