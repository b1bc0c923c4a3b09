import { createMemo, createSignal, createUniqueId, Show, untrack, type JSX } from 'solid-js'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { useT } from '#client/i18n'
import { DescriptionList, Digest, TimeStamp, type Description } from '#client/ui'
import type { Json } from '#shared/core'
import { readEntry, type RecordEntry } from '#shared/record'
import type { RecordEntryAnswer } from '../api/record.ts'
import { actText, factText, pageOf } from './acts.ts'
import { FactValue } from './FactValue.tsx'
import { nameIn, type Named } from './names.ts'

interface Props {
  readonly entry: RecordEntryAnswer
  readonly named: Named
  /** Opened from the start, on a page of its own. */
  readonly open?: boolean | undefined
}

/** One act: what, by whom, when; its facts and digests a press away. */
export function EntryItem(props: Props): JSX.Element {
  const t = useT()
  const details = createUniqueId()
  const [open, setOpen] = createSignal(untrack(() => props.open === true))
  const entry = createMemo(() => readEntry(props.entry.text))
  const nameOf = (id: Json | undefined): string | undefined =>
    typeof id === 'string' ? nameIn(t, props.named, id) : undefined
  // An accreditation has no name of its own: it is about a person and a seat.
  const about = (): string | undefined => {
    const { person, seat: theirSeat } = entry()?.facts ?? {}
    return nameOf(props.entry.subject) ?? ([nameOf(person), nameOf(theirSeat)].filter(Boolean).join(', ') || undefined)
  }
  const by = (): string => {
    if (entry() === null) return t('record.unreadable')
    return props.entry.actor === null ? t('record.system') : (nameOf(props.entry.actor) ?? '')
  }
  const seat = (): string | undefined =>
    props.entry.seat === props.entry.subject ? undefined : nameOf(props.entry.seat)
  return (
    <li class="record-entry" id={`entry-${props.entry.number}`} tabIndex={-1}>
      <span class="record-entry__number ui-numeric">
        <a href={`/record/${props.entry.number}`} aria-label={t('record.number', props.entry.number)}>
          {props.entry.number}
        </a>
      </span>
      <div>
        <p>
          <strong>{actText(t, props.entry.act)}</strong>
          <Show when={about()}>
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
          <Show when={props.entry.actor !== null && by() !== '' && props.entry.actor} fallback={by()}>
            {actor => <a href={`/record?actor=${actor()}`}>{by()}</a>}
          </Show>
          <Show when={seat()}>{label => ` ${t('record.forSeat', label())}`}</Show>
          {' · '}
          <TimeStamp at={props.entry.at} show={props.open ? 'dateTime' : 'time'} />
        </p>
      </div>
      <button
        type="button"
        class="ui-button ui-button--quiet ui-button--small record-entry__toggle ui-no-print"
        aria-expanded={open()}
        aria-controls={open() ? details : undefined}
        onClick={() => setOpen(shown => !shown)}
      >
        <ChevronDown size={16} aria-hidden="true" />
        <span>
          {t('record.details')}
          <span class="ui-visually-hidden">: {t('record.number', props.entry.number)}</span>
        </span>
      </button>
      <Show when={open()}>
        <div id={details} class="record-entry__details">
          <EntryDetails answer={props.entry} entry={entry()} nameOf={nameOf} />
        </div>
      </Show>
    </li>
  )
}

function EntryDetails(props: {
  readonly answer: RecordEntryAnswer
  readonly entry: RecordEntry | null
  readonly nameOf: (id: Json) => string | undefined
}): JSX.Element {
  const t = useT()
  const items = (): readonly Description[] => [
    ...Object.entries(props.entry?.facts ?? {}).map(([fact, value]) => ({
      term: factText(t, fact),
      value: <FactValue act={props.answer.act} fact={fact} value={value} nameOf={props.nameOf} />,
    })),
    { term: t('record.digest'), value: <Digest value={props.answer.digest} /> },
    ...(props.entry ? [{ term: t('record.previous'), value: <Digest value={props.entry.previous} /> }] : []),
  ]
  return (
    <>
      <DescriptionList items={items()} />
      <p class="ui-small ui-muted">{t('record.stored')}</p>
      <pre class="record-entry__stored" tabIndex={0}>
        {props.answer.text}
      </pre>
    </>
  )
}
