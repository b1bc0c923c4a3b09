import { createSignal, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { Select, TextInput } from '#client/ui'
import { constituencies, seatLabelLimit, type Constituency } from '#shared/group'
import { addSeat, type GroupAnswer } from '../api/group.ts'
import { OrganisationSelect } from './OrganisationSelect.tsx'

/** A further line of a group's composition; it may stay vacant for now. [G3, G9] */
export function AddSeatDialog(props: {
  readonly group: GroupAnswer
  readonly onDone: () => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const [label, setLabel] = createSignal('')
  const [constituency, setConstituency] = createSignal<Constituency>('STATE')
  const [organisationId, setOrganisationId] = createSignal<string | null>(null)
  return (
    <FormDialog
      open
      title={t('group.act.addSeat')}
      confirmLabel={t('group.form.add')}
      disabled={label().trim() === ''}
      act={() =>
        addSeat(props.group.id, { label: label(), constituency: constituency(), organisationId: organisationId() })
      }
      onDone={() => props.onDone()}
      onClose={() => props.onClose()}
    >
      <TextInput label={t('group.form.label')} value={label()} onInput={setLabel} maxLength={seatLabelLimit} required />
      <Select
        label={t('group.form.constituency')}
        hint={t('group.form.constituencyHint')}
        options={constituencies.map(value => ({ value, label: t(`group.constituency.${value}`) }))}
        value={constituency()}
        onChange={value => {
          setConstituency(value)
          setOrganisationId(null)
        }}
      />
      <OrganisationSelect
        group={props.group}
        constituency={constituency()}
        vacant
        value={organisationId()}
        onChange={setOrganisationId}
      />
    </FormDialog>
  )
}
