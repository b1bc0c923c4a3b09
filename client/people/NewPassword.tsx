import { createSignal, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { TextInput } from '#client/ui'
import { passwordLimit, passwordMinimum } from '#shared/people'

interface Props {
  readonly value: string
  readonly onInput: (value: string) => void
  /** Told whether the password is long enough and typed the same twice. */
  readonly onReady: (ready: boolean) => void
}

/** A new password, typed twice. Password managers fill both; a person is told what is missing while they type. */
export function NewPassword(props: Props): JSX.Element {
  const t = useT()
  const [again, setAgain] = createSignal('')
  const left = (): number => passwordMinimum - props.value.length
  const change = (value: string, repeated: string): void => {
    setAgain(repeated)
    props.onInput(value)
    props.onReady(value.length >= passwordMinimum && value.length <= passwordLimit && value === repeated)
  }
  return (
    <>
      <TextInput
        label={t('people.newPassword.label')}
        hint={t('people.newPassword.hint', passwordMinimum)}
        error={props.value !== '' && left() > 0 ? t('people.newPassword.short', left()) : undefined}
        type="password"
        name="new-password"
        autocomplete="new-password"
        required
        value={props.value}
        onInput={value => change(value, again())}
      />
      <TextInput
        label={t('people.newPassword.again')}
        error={again() !== '' && again() !== props.value ? t('people.newPassword.differ') : undefined}
        type="password"
        name="new-password-again"
        autocomplete="new-password"
        required
        value={again()}
        onInput={value => change(props.value, value)}
      />
    </>
  )
}
