import { createResource, createSignal, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { Select, TextInput } from '#client/ui'
import { asId, type OrganisationId } from '#shared/core'
import { memorandumReferenceLimit } from '#shared/terms'
import { fetchOrganisations } from '../api/people.ts'
import { registerMemorandum } from '../api/terms.ts'

/** The beginning of a day where the reader is. @returns null for what is no day */
function beginningOf(day: string): number | null {
  const at = Date.parse(`${day}T00:00:00`)
  return Number.isNaN(at) ? null : at
}

/** Registers a memorandum that has been signed: with whom, how it is called, how long it holds. [G10] */
export function RegisterMemorandumDialog(props: {
  readonly onDone: () => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const [organisations] = createResource(fetchOrganisations)
  const [organisationId, setOrganisationId] = createSignal<string | null>(null)
  const [reference, setReference] = createSignal('')
  const [from, setFrom] = createSignal('')
  const [until, setUntil] = createSignal('')
  const ngos = () => {
    const answer = organisations()
    if (!answer?.ok) return []
    return answer.value.filter(({ kind }) => kind === 'ngo').map(({ id, name }) => ({ value: id, label: name }))
  }
  const validFrom = (): number | null => beginningOf(from())
  const validUntil = (): number | null => {
    const last = until() === '' ? null : beginningOf(until())
    if (last === null) return null
    const next = new Date(last)
    next.setDate(next.getDate() + 1)
    return next.getTime()
  }
  const isBackwards = (): boolean => (validUntil() ?? Infinity) <= (validFrom() ?? -Infinity)
  const ready = (): boolean =>
    organisationId() !== null && reference().trim() !== '' && validFrom() !== null && !isBackwards()
  return (
    <FormDialog
      title={t('memorandum.register')}
      description={t('memorandum.registerLead')}
      confirmLabel={t('memorandum.register')}
      disabled={!ready()}
      holdsWords={reference().trim() !== ''}
      done={t('memorandum.registered')}
      act={() =>
        registerMemorandum({
          organisationId: asId<OrganisationId>(organisationId() ?? ''),
          reference: reference().trim(),
          validFrom: validFrom() ?? 0,
          validUntil: validUntil(),
        })
      }
      onDone={props.onDone}
      onClose={props.onClose}
    >
      <Select
        label={t('memorandum.organisation')}
        required
        options={ngos()}
        value={organisationId()}
        onChange={setOrganisationId}
      />
      <TextInput
        label={t('memorandum.reference')}
        hint={t('memorandum.referenceHint')}
        required
        maxLength={memorandumReferenceLimit}
        value={reference()}
        onInput={setReference}
      />
      <TextInput label={t('memorandum.validFrom')} type="date" required value={from()} onInput={setFrom} />
      <TextInput
        label={t('memorandum.validUntil')}
        hint={t('memorandum.validUntilHint')}
        type="date"
        optional
        value={until()}
        onInput={setUntil}
        error={isBackwards() ? t('memorandum.ends') : undefined}
      />
    </FormDialog>
  )
}
