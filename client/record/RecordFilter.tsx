import { createMemo, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Button, Select, TextInput } from '#client/ui'
import { dayMs } from '#shared/core'
import { createFetched } from '../api/fetched.ts'
import { fetchGroups } from '../api/group.ts'
import type { RecordWish } from '../api/record.ts'
import { things, type Thing } from './acts.ts'
import { nameIn, type Named } from './names.ts'

/** What stands in the page's address: days as the browser's own fields write them. */
export type Search = {
  act?: string | undefined
  subject?: string | undefined
  actor?: string | undefined
  group?: string | undefined
  since?: string | undefined
  until?: string | undefined
  /** The entry to begin with. */
  from?: string | undefined
}

/** What the server is asked for. A period is meant in the reader's own time zone, its last day included. */
export function wishOf(search: Search): RecordWish {
  const start = /^\d{1,9}$/.test(search.from ?? '') ? Number(search.from) : undefined
  return {
    act: search.act,
    subject: search.subject,
    actor: search.actor,
    group: search.group,
    since: startOf(search.since),
    until: startOf(search.until, dayMs),
    // The server is asked for those before the next one.
    before: start === undefined ? undefined : start + 1,
  }
}

function startOf(day: string | undefined, later = 0): number | undefined {
  const at = day === undefined ? Number.NaN : new Date(`${day}T00:00`).getTime()
  return Number.isNaN(at) ? undefined : at + later
}

/** By act, group and period; by person and subject once one was pressed in an entry. */
export function RecordFilter(props: {
  readonly search: Search
  readonly named: Named
  readonly onChange: (change: Search) => void
}): JSX.Element {
  const t = useT()
  const groups = createFetched(fetchGroups, ['group'])
  const kinds = createMemo(() => [
    { value: '', label: t('record.all') },
    ...things.map(thing => ({ value: thing, label: t(`record.things.${thing}`) })),
  ])
  const groupOptions = () => [
    { value: '', label: t('record.allGroups') },
    ...(groups.value() ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
  ]
  const kind = (): '' | Thing => things.find(thing => thing === props.search.act) ?? ''
  const change = (name: keyof Search, value: string): void =>
    props.onChange({ [name]: value === '' ? undefined : value })
  const chosen = (): string | null => {
    const { subject, actor, from } = props.search
    if (subject !== undefined) return t('record.about', nameIn(t, props.named, subject) ?? t('record.thisThing'))
    if (actor !== undefined) return t('record.byPerson', nameIn(t, props.named, actor) ?? t('record.thisPerson'))
    return from === undefined ? null : t('record.from', from)
  }
  return (
    <div class="record-filter ui-no-print">
      <Select label={t('record.filter')} options={kinds()} value={kind()} onChange={act => change('act', act)} />
      <Select
        label={t('record.group')}
        options={groupOptions()}
        value={props.search.group ?? ''}
        onChange={group => change('group', group)}
      />
      <TextInput
        label={t('record.fromDay')}
        type="date"
        value={props.search.since ?? ''}
        onInput={day => change('since', day)}
      />
      <TextInput
        label={t('record.untilDay')}
        type="date"
        value={props.search.until ?? ''}
        onInput={day => change('until', day)}
      />
      <Show when={chosen()}>
        {text => (
          <p class="ui-row ui-small">
            {text()}
            <Button
              size="small"
              onPress={() => props.onChange({ subject: undefined, actor: undefined, from: undefined })}
            >
              {t('record.showAll')}
            </Button>
          </p>
        )}
      </Show>
    </div>
  )
}
