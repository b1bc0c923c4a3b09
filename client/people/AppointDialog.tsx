import { createSignal, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Button, Dialog, Notice, Select, TextInput } from '#client/ui'
import { appointmentActLimit, offices, type Office } from '#shared/people'
import { appoint } from '../api/people.ts'
import { sentenceFor } from '../api/sentence.ts'
import { createAct } from './act.ts'
import type { Persons } from './directory.ts'

interface Props {
  readonly persons: Persons
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Appoints a person to an office by an act with a term. [G1] */
export function AppointDialog(props: Props): JSX.Element {
  const t = useT()
  const [office, setOffice] = createSignal<Office | null>(null)
  const [person, setPerson] = createSignal<string | null>(null)
  const [cited, setCited] = createSignal('')
  const [from, setFrom] = createSignal(dayOf(new Date()))
  const [until, setUntil] = createSignal('')
  const act = createAct(async (to: Office, personId: string) => {
    const appointed = await appoint({
      office: to,
      personId,
      act: cited().trim(),
      startsAt: startOf(from()),
      endsAt: until() === '' ? null : startOf(until()),
    })
    if (appointed.ok) props.onDone()
    return appointed
  })
  const problem = (): string | undefined => {
    const refused = act.problem()
    return refused ? sentenceFor(t, refused) : undefined
  }
  let form: HTMLFormElement | undefined
  const submit = (): void => {
    const to = office()
    const personId = person()
    if (!act.busy() && form?.reportValidity() && to && personId) void act.run(to, personId)
  }
  return (
    <Dialog
      open
      title={t('people.offices.appointTitle')}
      insistent={act.busy()}
      onClose={props.onClose}
      footer={
        <Button variant="primary" busy={act.busy()} onPress={submit}>
          {t('people.offices.appoint')}
        </Button>
      }
    >
      <form
        ref={element => (form = element)}
        class="ui-stack"
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <Select
          label={t('people.offices.office')}
          hint={office() === 'rapporteur' ? t('people.offices.rapporteurHint') : undefined}
          required
          options={offices.map(value => ({ value, label: t(`people.office.${value}`) }))}
          value={office()}
          onChange={setOffice}
        />
        <Select
          label={t('people.offices.person')}
          required
          options={props.persons
            .filter(row => row.access !== 'suspended')
            .map(row => ({
              value: row.id,
              label: row.organisation ? `${row.name} (${row.organisation.name})` : row.name,
            }))}
          value={person()}
          onChange={setPerson}
        />
        <TextInput
          label={t('people.offices.act')}
          hint={t('people.offices.actHint')}
          required
          maxLength={appointmentActLimit}
          value={cited()}
          onInput={setCited}
        />
        <div class="people-term">
          <TextInput
            label={t('people.offices.from')}
            type="date"
            required
            max={dayOf(new Date())}
            value={from()}
            onInput={setFrom}
          />
          <TextInput
            label={t('people.offices.until')}
            hint={t('people.offices.untilHint')}
            type="date"
            value={until()}
            onInput={setUntil}
          />
        </div>
        <Notice tone="alarm" when={problem()} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}

/** A day as date fields have it, in the reader's time zone. */
function dayOf(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** Midnight at the beginning of a day, in the reader's time zone. */
function startOf(day: string): number {
  return new Date(`${day}T00:00:00`).getTime()
}
