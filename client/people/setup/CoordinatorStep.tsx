import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { RadioGroup, TextInput } from '#client/ui'
import { appointmentActLimit, emailLimit, organisationNameLimit, personNameLimit } from '#shared/people'
import { clashingEmails, fold } from './form.ts'
import { emailPattern, type StepProps } from './step.ts'

/** Who holds the office of National Co-ordinator, by which act. [G1] */
export function CoordinatorStep(props: StepProps): JSX.Element {
  const t = useT()
  return (
    <>
      <p>{t('people.setup.coordinator.text')}</p>
      <RadioGroup
        legend={t('people.setup.coordinator.known')}
        required
        options={[
          { value: 'yes', label: t('people.setup.coordinator.yes') },
          { value: 'no', label: t('people.setup.coordinator.no'), hint: t('people.setup.coordinator.noHint') },
        ]}
        value={props.form.hasCoordinator}
        onChange={value => props.set('hasCoordinator', value)}
      />
      <Show when={props.form.hasCoordinator === 'yes'}>
        <TextInput
          label={t('people.name')}
          required
          maxLength={personNameLimit}
          value={props.form.coordinator.name}
          onInput={value => props.set('coordinator', 'name', value)}
        />
        <TextInput
          label={t('people.email')}
          type="email"
          required
          maxLength={emailLimit}
          pattern={emailPattern}
          error={
            clashingEmails(props.form).has(fold(props.form.coordinator.email)) ? t('people.setup.sameEmail') : undefined
          }
          value={props.form.coordinator.email}
          onInput={value => props.set('coordinator', 'email', value)}
        />
        <TextInput
          label={t('people.setup.coordinator.organisation')}
          required
          maxLength={organisationNameLimit}
          value={props.form.coordinator.organisationName}
          onInput={value => props.set('coordinator', 'organisationName', value)}
        />
        <TextInput
          label={t('people.offices.act')}
          hint={t('people.offices.actHint')}
          required
          maxLength={appointmentActLimit}
          value={props.form.coordinator.act}
          onInput={value => props.set('coordinator', 'act', value)}
        />
      </Show>
    </>
  )
}
