import { createResource, createSignal, Match, Show, Switch, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { Select, TextInput } from '#client/ui'
import { err, type Result } from '#shared/core'
import { seatLabelLimit } from '#shared/group'
import type { ApiProblem } from '../api/call.ts'
import { accredit, changeSeat, endAccreditation, type GroupAnswer } from '../api/group.ts'
import { fetchPersons } from '../api/people.ts'
import { OrganisationSelect } from './OrganisationSelect.tsx'

type Seat = GroupAnswer['seats'][number]

/** What somebody wants to do with a seat. */
export interface SeatIntent {
  readonly kind:
    | 'head'
    | 'alternate'
    | 'endAccreditation'
    | 'assign'
    | 'vacate'
    | 'markNotApplicable'
    | 'markApplicable'
    | 'rename'
    | 'end'
  readonly seat: Seat
  /** Of whom the accreditation is to end. */
  readonly representative: Seat['representatives'][number] | null
}

interface Props {
  readonly group: GroupAnswer
  readonly intent: SeatIntent
  readonly onDone: () => void
  readonly onClose: () => void
}

const dangerous: readonly SeatIntent['kind'][] = ['endAccreditation', 'vacate', 'end']

/** One act on one seat: its fields or its question, and the act itself. */
export function SeatDialog(props: Props): JSX.Element {
  const t = useT()
  // The dialog is made anew for each intent, so what it starts from does not change under it.
  const { kind, seat, representative } = props.intent
  const [chosen, setChosen] = createSignal<string | null>(null)
  const [label, setLabel] = createSignal(seat.label)

  const act = (): Promise<Result<unknown, ApiProblem>> => {
    switch (kind) {
      case 'head':
      case 'alternate':
        return withChosen(personId => accredit(seat.id, { personId, rank: kind }))
      case 'endAccreditation':
        return endAccreditation(representative?.id ?? '')
      case 'assign':
        return withChosen(organisationId => changeSeat(seat.id, { act: 'assign', organisationId }))
      case 'vacate':
        return changeSeat(seat.id, { act: 'vacate', organisationId: seat.organisationId ?? '' })
      case 'rename':
        return changeSeat(seat.id, { act: 'rename', label: label() })
      default:
        return changeSeat(seat.id, { act: kind })
    }
  }
  const withChosen = (make: (id: string) => Promise<Result<unknown, ApiProblem>>) => {
    const id = chosen()
    return id === null ? Promise.resolve(err<ApiProblem>({ type: 'invalid-input', errors: [] })) : make(id)
  }
  const chooses = kind === 'head' || kind === 'alternate' || kind === 'assign'
  const title = (): string => {
    switch (kind) {
      case 'head':
        return t('group.act.accreditHead')
      case 'alternate':
        return t('group.act.accreditAlternate')
      case 'endAccreditation':
        return t('group.act.endAccreditation', representative?.name ?? '')
      default:
        return t(`group.act.${kind}`)
    }
  }
  const verb = (): string => {
    switch (kind) {
      case 'head':
      case 'alternate':
        return t('group.form.accredit')
      case 'endAccreditation':
        return t('group.confirm.endVerb')
      case 'assign':
        return t('group.form.assign')
      case 'vacate':
        return t('group.confirm.vacateVerb')
      case 'end':
        return t('group.confirm.endSeatVerb')
      default:
        return t('group.form.save')
    }
  }
  return (
    <FormDialog
      open
      title={title()}
      confirmLabel={verb()}
      danger={dangerous.includes(kind)}
      disabled={(chooses && chosen() === null) || (kind === 'rename' && label().trim() === '')}
      act={act}
      onDone={() => props.onDone()}
      onClose={() => props.onClose()}
    >
      <p class="ui-muted">{seat.organisationName ?? seat.label}</p>
      <Switch>
        <Match when={kind === 'head' || kind === 'alternate'}>
          <PersonSelect seat={seat} value={chosen()} onChange={setChosen} />
        </Match>
        <Match when={kind === 'assign'}>
          <OrganisationSelect
            group={props.group}
            constituency={seat.constituency}
            value={chosen()}
            onChange={setChosen}
          />
        </Match>
        <Match when={kind === 'rename'}>
          <TextInput
            label={t('group.form.label')}
            value={label()}
            onInput={setLabel}
            maxLength={seatLabelLimit}
            required
          />
        </Match>
        <Match when={kind === 'endAccreditation'}>
          <p>{t('group.confirm.endAccreditation', representative?.name ?? '', seat.label)}</p>
        </Match>
        <Match when={kind === 'vacate'}>
          <p>{t('group.confirm.vacate', seat.organisationName ?? '', seat.label)}</p>
        </Match>
        <Match when={kind === 'end'}>
          <p>{t('group.confirm.end', seat.label)}</p>
        </Match>
      </Switch>
    </FormDialog>
  )
}

function PersonSelect(props: {
  readonly seat: Seat
  readonly value: string | null
  readonly onChange: (id: string) => void
}): JSX.Element {
  const t = useT()
  const [persons] = createResource(fetchPersons)
  const options = () => {
    const answer = persons()
    if (!answer?.ok) return []
    return answer.value
      .filter(person => person.organisation?.id === props.seat.organisationId && person.access !== 'suspended')
      .filter(person => !props.seat.representatives.some(other => other.personId === person.id))
      .map(person => ({ value: person.id, label: person.name }))
  }
  return (
    <Show when={persons.loading || options().length > 0} fallback={<p>{t('group.form.noPersons')}</p>}>
      <Select
        label={t('group.form.person')}
        options={options()}
        value={props.value}
        onChange={props.onChange}
        disabled={persons.loading}
        required
      />
    </Show>
  )
}
