import { createSignal, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { Select } from '#client/ui'
import { isVoting } from '#shared/group'
import { setChair, type GroupAnswer } from '../api/group.ts'

const nobody = 'nobody'

/** Sets or ends the chair of a Thematic Working Group. [G6] */
export function ChairDialog(props: {
  readonly group: GroupAnswer
  readonly onDone: () => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  // Kept from when the dialog was opened: if the chair changes meanwhile, the server is to say so.
  const replacing = props.group.chair?.personId ?? null
  const [chosen, setChosen] = createSignal<string>(replacing ?? nobody)
  const options = () => {
    const names = new Map<string, string>()
    for (const { constituency, organisationName, representatives } of props.group.seats) {
      if (!isVoting(constituency)) continue
      for (const { personId, name, suspended } of representatives) {
        if (!suspended) names.set(personId, `${name} · ${organisationName ?? ''}`)
      }
    }
    return [
      { value: nobody, label: t('group.form.noChair') },
      ...[...names].map(([value, label]) => ({ value, label })),
    ]
  }
  return (
    <FormDialog
      open
      title={t('group.act.setChair')}
      confirmLabel={t('group.form.save')}
      disabled={chosen() === (replacing ?? nobody)}
      act={() => setChair(props.group.id, { personId: chosen() === nobody ? null : chosen(), replacing })}
      onDone={() => props.onDone()}
      onClose={() => props.onClose()}
    >
      <Select
        label={t('group.form.chair')}
        hint={t('group.form.chairHint')}
        options={options()}
        value={chosen()}
        onChange={setChosen}
      />
    </FormDialog>
  )
}
