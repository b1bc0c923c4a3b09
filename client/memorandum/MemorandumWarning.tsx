import type { JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { Notice } from '#client/ui'
import { createWithoutMemorandum } from './without.ts'

/** Names the organisations of an electorate that have no memorandum in force. Warns, and stops nothing. [G10] */
export function MemorandumWarning(props: {
  /** By name: no two organisations have the same. */
  readonly organisations: readonly string[]
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  const without = createWithoutMemorandum()
  const text = (): string | undefined => {
    const names = props.organisations.filter(name => without().some(one => one.name === name))
    return names.length === 0 ? undefined : t('memorandum.withoutInVote', format().list(names))
  }
  return <Notice tone="notice" when={text()} standing />
}
