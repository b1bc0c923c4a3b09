import { For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { RadioGroup, TextInput } from '#client/ui'
import { nwgComposition, type CompositionLine } from '#shared/group'
import { emailLimit, organisationNameLimit, personNameLimit } from '#shared/people'
import { clashingEmails, filledLines, fold, isFilled, repeatedOrganisations } from './form.ts'
import { emailPattern, type StepProps } from './step.ts'

/** What stands on each line of the National Working Group's composition. [G9] */
export function MembersStep(props: StepProps): JSX.Element {
  const t = useT()
  return (
    <>
      <p>{t('people.setup.members.text')}</p>
      <p class="ui-muted ui-small">{t('people.setup.members.later')}</p>
      <ul class="setup-lines">
        <For each={nwgComposition}>
          {line => (
            <li class="setup-line" classList={{ 'setup-line--filled': isFilled(props.form, line.key) }}>
              <RadioGroup
                legend={line.label}
                variant="row"
                options={[
                  { value: 'vacant', label: t('people.setup.members.vacant') },
                  { value: 'filled', label: t('people.setup.members.filled') },
                  { value: 'notApplicable', label: t('people.setup.members.notApplicable') },
                ]}
                value={props.form.lines[line.key].state}
                onChange={state => props.set('lines', line.key, 'state', state)}
              />
              <Show when={isFilled(props.form, line.key)}>
                <Filling {...props} line={line} />
              </Show>
            </li>
          )}
        </For>
      </ul>
      <p class="ui-muted" role="status">
        {t('people.setup.members.count', filledLines(props.form).length, nwgComposition.length)}
      </p>
    </>
  )
}

function Filling(props: StepProps & { readonly line: CompositionLine }): JSX.Element {
  const t = useT()
  const fields = () => props.form.lines[props.line.key]
  // A name without an address, or the other way round, is half a person.
  const begun = (): boolean => fields().head.name.trim() !== '' || fields().head.email.trim() !== ''
  const repeated = (): boolean => repeatedOrganisations(props.form).has(fold(fields().organisationName))
  const clashing = (): boolean => clashingEmails(props.form).has(fold(fields().head.email))
  return (
    <div class="setup-filling">
      <TextInput
        label={t('people.setup.members.organisation')}
        required
        maxLength={organisationNameLimit}
        error={repeated() ? t('people.setup.sameOrganisation') : undefined}
        value={fields().organisationName}
        onInput={value => props.set('lines', props.line.key, 'organisationName', value)}
      />
      <TextInput
        label={t('people.setup.members.head')}
        hint={t('people.setup.members.headHint')}
        required={begun()}
        maxLength={personNameLimit}
        value={fields().head.name}
        onInput={value => props.set('lines', props.line.key, 'head', 'name', value)}
      />
      <TextInput
        label={t('people.email')}
        type="email"
        required={begun()}
        maxLength={emailLimit}
        pattern={emailPattern}
        error={clashing() ? t('people.setup.sameEmail') : undefined}
        value={fields().head.email}
        onInput={value => props.set('lines', props.line.key, 'head', 'email', value)}
      />
    </div>
  )
}
