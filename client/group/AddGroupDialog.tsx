import { useNavigate } from '@solidjs/router'
import { createSignal, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { TextInput } from '#client/ui'
import { groupCodeLimit, groupCodePattern, groupNameLimit } from '#shared/group'
import { addGroup } from '../api/group.ts'

/** A further Thematic Working Group. [G8] */
export function AddGroupDialog(props: { readonly open: boolean; readonly onClose: () => void }): JSX.Element {
  const t = useT()
  const navigate = useNavigate()
  const [name, setName] = createSignal('')
  const [code, setCode] = createSignal('')
  // Proposed from the name until somebody writes another.
  const [ownCode, setOwnCode] = createSignal(false)
  const rename = (text: string): void => {
    setName(text)
    if (!ownCode()) setCode(codeFrom(text))
  }
  return (
    <FormDialog
      open={props.open}
      title={t('group.act.addGroup')}
      confirmLabel={t('group.form.add')}
      disabled={name().trim() === '' || !groupCodePattern.test(code())}
      act={() => addGroup({ name: name(), code: code() })}
      onDone={made => navigate(`/groups/${made.groupId}`)}
      onClose={props.onClose}
    >
      <TextInput label={t('group.form.name')} value={name()} onInput={rename} maxLength={groupNameLimit} required />
      <TextInput
        label={t('group.form.code')}
        hint={t('group.form.codeHint')}
        value={code()}
        maxLength={groupCodeLimit}
        required
        onInput={text => {
          setOwnCode(true)
          setCode(text)
        }}
      />
    </FormDialog>
  )
}

function codeFrom(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, groupCodeLimit)
    .replace(/-+$/, '')
}
