import { createSignal, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Button, Dialog, Notice, Select, TextInput } from '#client/ui'
import { asId, type GroupId } from '#shared/core'
import { componentNumbers, sectionTitleLimit } from '#shared/plan'
import { addSection, type PlanEntry } from '../api/plan.ts'
import { sentenceFor } from '../api/sentence.ts'
import { GroupField } from './ArrangeDialogs.tsx'

interface Props {
  readonly open: boolean
  readonly plan: PlanEntry
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Adds an issue to a component. [P2] */
export function AddSectionDialog(props: Props): JSX.Element {
  return (
    <Show when={props.open}>
      <OpenDialog {...props} />
    </Show>
  )
}

const numbers = ['1', '2', '3', '4'] as const

function OpenDialog(props: Props): JSX.Element {
  const t = useT()
  const [title, setTitle] = createSignal('')
  const [number, setNumber] = createSignal<(typeof numbers)[number]>('1')
  const [groupId, setGroupId] = createSignal<string>(props.plan.group.id)
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<string>()

  const add = async (event: Event): Promise<void> => {
    event.preventDefault()
    const component = componentNumbers[numbers.indexOf(number())]
    if (component === undefined || title().trim() === '' || busy()) return
    setBusy(true)
    const added = await addSection(props.plan.id, { component, title: title(), groupId: asId<GroupId>(groupId()) })
    setBusy(false)
    if (added.ok) props.onDone()
    else setError(sentenceFor(t, added.problem))
  }

  return (
    <Dialog
      open
      title={t('plan.arrange.addTitle')}
      description={t('plan.arrange.addText')}
      insistent={busy()}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" form="add-section" busy={busy()}>
            {t('plan.arrange.add')}
          </Button>
        </>
      }
    >
      <form id="add-section" class="ui-stack" onSubmit={event => void add(event)}>
        <TextInput
          label={t('plan.arrange.title')}
          value={title()}
          onInput={setTitle}
          maxLength={sectionTitleLimit}
          required
        />
        <Select
          label={t('plan.arrange.componentField')}
          options={numbers.map(value => ({ value, label: `${value} ${t(`plan.component.c${value}`)}` }))}
          value={number()}
          onChange={setNumber}
        />
        <GroupField value={groupId()} onChange={setGroupId} />
        <Notice tone="alarm" when={error()} />
      </form>
    </Dialog>
  )
}
