import { createSignal, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Button, Dialog, Notice, Select, TextInput } from '#client/ui'
import { emailLimit, personNameLimit } from '#shared/people'
import { addPerson, changePerson, invitePerson } from '../api/people.ts'
import { sentenceFor } from '../api/sentence.ts'
import { createAct } from './act.ts'
import type { Organisations, PersonRow } from './directory.ts'
import type { Link } from './LinkDialog.tsx'

const noOrganisation = '-'

interface Props {
  /** Null to add somebody. */
  readonly person: PersonRow | null
  readonly organisations: Organisations
  readonly onClose: () => void
  /** @param link given where one was made for somebody new */
  readonly onDone: (name: string, link: Link | null) => void
}

/** Name, address and organisation of a person, new or known. */
export function PersonDialog(props: Props): JSX.Element {
  const t = useT()
  const [name, setName] = createSignal(props.person?.name ?? '')
  const [email, setEmail] = createSignal(props.person?.email ?? '')
  const [organisation, setOrganisation] = createSignal<string | null>(
    props.person ? (props.person.organisation?.id ?? noOrganisation) : null,
  )
  const fields = () => ({
    name: name().trim(),
    email: email().trim(),
    organisationId: organisation() === noOrganisation ? null : organisation(),
  })
  const act = createAct(async (invited: boolean) => {
    if (props.person) {
      const changed = await changePerson(props.person.id, fields())
      if (changed.ok) props.onDone(name(), null)
      return changed
    }
    const added = await addPerson(fields())
    if (!added.ok) return added
    const link = invited ? await invitePerson(added.value.id) : null
    props.onDone(name(), link?.ok ? { name: name(), ...link.value } : null)
    return link && !link.ok ? link : added
  })
  const problem = (): string | undefined => {
    const refused = act.problem()
    return refused ? sentenceFor(t, refused) : undefined
  }
  let form: HTMLFormElement | undefined
  const submit = (invited: boolean): void => {
    if (!act.busy() && form?.reportValidity()) void act.run(invited)
  }
  return (
    <Dialog
      open
      title={props.person ? t('people.persons.editTitle', props.person.name) : t('people.persons.addTitle')}
      insistent={act.busy()}
      onClose={props.onClose}
      footer={
        <>
          <Button variant={props.person ? 'primary' : 'secondary'} busy={act.busy()} onPress={() => submit(false)}>
            {t('people.persons.save')}
          </Button>
          <Show when={!props.person}>
            <Button variant="primary" busy={act.busy()} onPress={() => submit(true)}>
              {t('people.persons.addAndInvite')}
            </Button>
          </Show>
        </>
      }
    >
      <form
        ref={element => (form = element)}
        class="ui-stack"
        onSubmit={event => {
          event.preventDefault()
          submit(false)
        }}
      >
        <TextInput label={t('people.name')} required maxLength={personNameLimit} value={name()} onInput={setName} />
        <TextInput
          label={t('people.email')}
          type="email"
          required
          maxLength={emailLimit}
          value={email()}
          onInput={setEmail}
        />
        <Select
          label={t('people.organisation')}
          required
          options={[
            ...props.organisations.map(({ id, name: label }) => ({ value: id, label })),
            { value: noOrganisation, label: t('people.noOrganisation') },
          ]}
          value={organisation()}
          onChange={setOrganisation}
        />
        <Notice tone="alarm" when={problem()} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
