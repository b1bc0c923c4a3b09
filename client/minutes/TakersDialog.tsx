import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import { Fetched, FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { Checkbox } from '#client/ui'
import { asId, ok, type PersonId } from '#shared/core'
import { minuteTakersLimit } from '#shared/minutes'
import { createFetched } from '../api/fetched.ts'
import { fetchGroup, type GroupAnswer } from '../api/group.ts'
import { appointMinuteTakers, type MinutesAnswer } from '../api/minutes.ts'

interface Candidate {
  readonly personId: string
  readonly name: string
  readonly body: string
}

/** Appoints who writes the minutes beside the Secretariat: representatives of voting seats. [M5] */
export function TakersDialog(props: {
  readonly minutes: MinutesAnswer
  /** Whose seats are invited. */
  readonly groupIds: readonly string[]
  readonly onDone: () => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const groups = createFetched(() => fetchAll(props.groupIds))
  const [chosen, setChosen] = createSignal<readonly string[]>(props.minutes.takers.map(taker => taker.personId))
  const choose = (personId: string, isTaker: boolean): void => {
    const others = chosen().filter(each => each !== personId)
    setChosen(isTaker ? [...others, personId] : others)
  }
  return (
    <FormDialog
      title={t('minutes.takers.title')}
      description={t('minutes.takers.lead')}
      confirmLabel={t('minutes.takers.confirm')}
      done={t('minutes.takers.done')}
      disabled={groups.value() === undefined || chosen().length > minuteTakersLimit}
      act={() => appointMinuteTakers(props.minutes.meetingId, { personIds: chosen().map(id => asId<PersonId>(id)) })}
      onDone={props.onDone}
      onClose={props.onClose}
    >
      <Fetched of={groups} lines={5}>
        {found => <Candidates groups={found()} chosen={chosen()} onChoose={choose} />}
      </Fetched>
    </FormDialog>
  )
}

async function fetchAll(groupIds: readonly string[]) {
  const groups: GroupAnswer[] = []
  for (const id of groupIds) {
    const answer = await fetchGroup(id)
    if (!answer.ok) return answer
    groups.push(answer.value)
  }
  return ok(groups)
}

function Candidates(props: {
  readonly groups: readonly GroupAnswer[]
  readonly chosen: readonly string[]
  readonly onChoose: (personId: string, isTaker: boolean) => void
}): JSX.Element {
  const t = useT()
  const candidates = createMemo(() => candidatesIn(props.groups))
  return (
    <Show when={candidates().length > 0} fallback={<p class="ui-muted">{t('minutes.takers.nobody')}</p>}>
      <fieldset class="ui-stack ui-stack--tight">
        <legend class="ui-visually-hidden">{t('minutes.takers.title')}</legend>
        <For each={candidates()}>
          {person => (
            <Checkbox
              label={person.name}
              hint={person.body}
              checked={props.chosen.includes(person.personId)}
              onChange={isTaker => props.onChoose(person.personId, isTaker)}
            />
          )}
        </For>
      </fieldset>
    </Show>
  )
}

/** Each person once, by name. */
function candidatesIn(groups: readonly GroupAnswer[]): readonly Candidate[] {
  const persons = new Map<string, Candidate>()
  for (const seat of groups.flatMap(group => group.seats)) {
    if (seat.constituency === 'OBSERVER') continue
    for (const { personId, name } of seat.representatives) {
      persons.set(personId, { personId, name, body: seat.organisationName ?? seat.label })
    }
  }
  return [...persons.values()].toSorted((one, other) => one.name.localeCompare(other.name))
}
