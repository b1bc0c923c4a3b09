import { For, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { Digest, TimeStamp } from '#client/ui'
import { canonicalJson, digestPattern, type Json } from '#shared/core'
import { factText } from './acts.ts'
import { isMoment, structureWords, valueWords } from './facts.ts'

const calendarDay = /^\d{4}-\d{2}-\d{2}$/

/** One fact of an entry, as people say it; what is not known is shown as it is stored. [L1] */
export function FactValue(props: {
  readonly act: string
  readonly fact: string
  readonly value: Json
  readonly nameOf: (id: string) => string | undefined
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  const inWords = (value: Json): JSX.Element => {
    if (value === null) return t('record.none')
    if (typeof value === 'boolean') return value ? t('record.yes') : t('record.no')
    if (typeof value === 'number') {
      return isMoment(props.fact, value) ? <TimeStamp at={value} show="exact" /> : format().number(value)
    }
    if (typeof value === 'string') return textOf(value)
    if (Array.isArray(value)) return listOf(value)
    return structureWords(t, format(), props.fact, value) ?? <code>{canonicalJson(value)}</code>
  }
  const textOf = (value: string): JSX.Element => {
    if (digestPattern.test(value)) return <Digest value={value} />
    if (props.fact === 'fields') return factText(t, value)
    if (calendarDay.test(value)) return format().calendarDay(value)
    return props.nameOf(value) ?? valueWords(t, props.act, props.fact, value) ?? value
  }
  const listOf = (values: readonly Json[]): JSX.Element => (
    <ul role="list" class="record-entry__values">
      <For each={values} fallback={<li>{t('record.none')}</li>}>
        {one => <li>{inWords(one)}</li>}
      </For>
    </ul>
  )
  return <>{inWords(props.value)}</>
}
