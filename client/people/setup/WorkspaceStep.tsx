import type { JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { TextInput } from '#client/ui'
import { countryLimit, emailLimit, organisationNameLimit, personNameLimit, workspaceNameLimit } from '#shared/people'
import { NewPassword } from '../NewPassword.tsx'
import { emailPattern, type StepProps } from './step.ts'

/** Country, name of the workspace, and the first member of the Secretariat. */
export function WorkspaceStep(props: StepProps & { readonly onPasswordReady: (ready: boolean) => void }): JSX.Element {
  const t = useT()
  const nameCountry = (country: string): void => {
    const untouched = ['', t('people.setup.workspace.nameFor', props.form.country)].includes(props.form.workspaceName)
    props.set('country', country)
    if (untouched) props.set('workspaceName', country === '' ? '' : t('people.setup.workspace.nameFor', country))
  }
  return (
    <>
      <p>{t('people.setup.workspace.text')}</p>
      <TextInput
        label={t('people.setup.workspace.country')}
        required
        maxLength={countryLimit}
        autocomplete="country-name"
        value={props.form.country}
        onInput={nameCountry}
      />
      <TextInput
        label={t('people.setup.workspace.name')}
        hint={t('people.setup.workspace.nameHint')}
        required
        maxLength={workspaceNameLimit}
        value={props.form.workspaceName}
        onInput={value => props.set('workspaceName', value)}
      />
      <h2 class="setup-heading">{t('people.setup.workspace.you')}</h2>
      <TextInput
        label={t('people.name')}
        required
        maxLength={personNameLimit}
        autocomplete="name"
        value={props.form.secretariat.name}
        onInput={value => props.set('secretariat', 'name', value)}
      />
      <TextInput
        label={t('people.email')}
        type="email"
        required
        maxLength={emailLimit}
        pattern={emailPattern}
        autocomplete="username"
        value={props.form.secretariat.email}
        onInput={value => props.set('secretariat', 'email', value)}
      />
      <TextInput
        label={t('people.setup.workspace.organisation')}
        required
        maxLength={organisationNameLimit}
        autocomplete="organization"
        value={props.form.secretariat.organisationName}
        onInput={value => props.set('secretariat', 'organisationName', value)}
      />
      <NewPassword
        value={props.form.secretariat.password}
        onInput={value => props.set('secretariat', 'password', value)}
        onReady={props.onPasswordReady}
      />
    </>
  )
}
