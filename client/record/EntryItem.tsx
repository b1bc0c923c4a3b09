import { createMemo, createSignal, Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { DescriptionList, Digest, TimeStamp, type Description } from '#client/ui'
import { canonicalJson, digestPattern, type Json } from '#shared/core'
import { parseEntry } from '#shared/record'
import type { RecordEntryAnswer } from '../api/record.ts'
import { actText, factText, pageOf } from './acts.ts'

interface Props {
  readonly entry: RecordEntryAnswer
  readonly names: Readonly<Record<string, string>>
}

/** One act: what, by whom, when; its facts and digests a press away. */
export function EntryItem(props: Props): JSX.Element {
  const t = useT()
  const [open, setOpen] = createSignal(false)
  const nameOf = (id: string | null): string | undefined => (id === null ? undefined : props.names[id])
  const by = (): string => (props.entry.actor === null ? t('record.system') : (nameOf(props.entry.actor) ?? ''))
  const seat = (): string | undefined =>
    props.entry.seat !== null && props.entry.seat !== props.entry.subject ? nameOf(props.entry.seat) : undefined
  return (
    <li class="record-entry" id={`entry-${props.entry.number}`} tabIndex={-1}>
      <span class="record-entry__number ui-numeric">
        <span class="ui-visually-hidden">{t('record.number', props.entry.number)}</span>
        <span aria-hidden="true">{props.entry.number}</span>
      </span>
      <div class="record-entry__text">
        <p>
          <strong>{actText(t, props.entry.act)}</strong>
          <Show when={nameOf(props.entry.subject)}>
            {name => (
              <>
                {' · '}
                <Show when={pageOf(props.entry.act, props.entry.subject)} fallback={name()}>
                  {href => <a href={href()}>{name()}</a>}
                </Show>
              </>
            )}
          </Show>
        </p>
        <p class="ui-small ui-muted">
          {by()}
          <Show when={seat()}>{label => ` ${t('record.forSeat', label())}`}</Show>
          {' · '}
          <TimeStamp at={props.entry.at} show="time" />
        </p>
        <details class="record-entry__details" onToggle={event => setOpen(event.currentTarget.open)}>
          <summary class="ui-small">
            {t('record.details')}
            <span class="ui-visually-hidden"> {t('record.number', props.entry.number)}</span>
          </summary>
          <Show when={open()}>
            <EntryDetails {...props} />
          </Show>
        </details>
      </div>
    </li>
  )
}

function EntryDetails(props: Props): JSX.Element {
  const t = useT()
  const format = useFormat()
  const entry = createMemo(() => parseEntry(props.entry.text))
  const inWords = (fact: string, value: Json): JSX.Element => {
    if (value === null) return t('record.none')
    if (typeof value === 'boolean') return value ? t('record.yes') : t('record.no')
    if (typeof value === 'number')
      return fact.endsWith('At') ? <TimeStamp at={value} show="exact" /> : format().number(value)
    if (typeof value !== 'string') return <code>{canonicalJson(value)}</code>
    return digestPattern.test(value) ? <Digest value={value} /> : (props.names[value] ?? value)
  }
  const items = (): readonly Description[] => [
    ...Object.entries(entry().facts).map(([fact, value]) => ({ term: factText(t, fact), value: inWords(fact, value) })),
    { term: t('record.digest'), value: <Digest value={props.entry.digest} /> },
    { term: t('record.previous'), value: <Digest value={entry().previous} /> },
  ]
  return (
    <div class="ui-stack ui-stack--tight">
      <DescriptionList items={items()} />
      <p class="ui-small ui-muted">{t('record.stored')}</p>
      <pre class="record-entry__stored" tabIndex={0}>
        {props.entry.text}
      </pre>
    </div>
  )
}
