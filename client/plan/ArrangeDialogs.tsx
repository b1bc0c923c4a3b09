import { createSignal, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Button, Dialog, Notice, Select, Skeleton, TextArea, TextInput } from '#client/ui'
import { asId, type GroupId } from '#shared/core'
import { sectionTitleLimit, waiveReasonLimit } from '#shared/plan'
import { createFetched } from '../api/fetched.ts'
import { fetchGroups } from '../api/group.ts'
import { changeSection, type SectionChange, type SectionEntry } from '../api/plan.ts'
import { sentenceFor } from '../api/sentence.ts'

interface Props {
  readonly section: SectionEntry
  readonly onClose: () => void
  readonly onDone: () => void
}

export function RenameDialog(props: Props): JSX.Element {
  const t = useT()
  const [title, setTitle] = createSignal(props.section.title)
  return (
    <ChangeDialog
      {...props}
      title={t('plan.arrange.renameTitle', props.section.code)}
      text={t('plan.arrange.codes')}
      confirm={t('plan.arrange.save')}
      change={() => (title().trim() === '' ? null : { title: title() })}
    >
      <TextInput
        label={t('plan.arrange.title')}
        value={title()}
        onInput={setTitle}
        maxLength={sectionTitleLimit}
        required
      />
    </ChangeDialog>
  )
}

export function AssignDialog(props: Props): JSX.Element {
  const t = useT()
  const [groupId, setGroupId] = createSignal<string>(props.section.group.id)
  return (
    <ChangeDialog
      {...props}
      title={t('plan.arrange.assignTitle', props.section.code)}
      text={t('plan.arrange.assignText')}
      confirm={t('plan.arrange.save')}
      change={() => ({ groupId: asId<GroupId>(groupId()) })}
    >
      <GroupField value={groupId()} onChange={setGroupId} />
    </ChangeDialog>
  )
}

export function WaiveDialog(props: Props): JSX.Element {
  const t = useT()
  const [reason, setReason] = createSignal('')
  return (
    <ChangeDialog
      {...props}
      title={t('plan.arrange.waiveTitle', props.section.code)}
      text={t('plan.arrange.waiveText')}
      confirm={t('plan.arrange.waiveConfirm')}
      change={() => (reason().trim() === '' ? null : { waivedReason: reason() })}
    >
      <TextArea
        label={t('plan.arrange.waiveReason')}
        value={reason()}
        onInput={setReason}
        maxLength={waiveReasonLimit}
        required
      />
    </ChangeDialog>
  )
}

/** A choice among the workspace's groups. */
export function GroupField(props: {
  readonly value: string | null
  readonly onChange: (groupId: string) => void
}): JSX.Element {
  const t = useT()
  const groups = createFetched(fetchGroups)
  const options = () => groups.value()?.map(group => ({ value: group.id, label: group.name }))
  return (
    <>
      {options() ? (
        <Select
          label={t('plan.arrange.group')}
          options={options() ?? []}
          value={options()?.find(option => option.value === props.value)?.value ?? null}
          onChange={props.onChange}
        />
      ) : (
        <Skeleton lines={1} />
      )}
    </>
  )
}

function ChangeDialog(
  props: Props & {
    readonly title: string
    readonly text: string
    readonly confirm: string
    /** Null while the form is not complete. */
    readonly change: () => SectionChange | null
    readonly children: JSX.Element
  },
): JSX.Element {
  const t = useT()
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<string>()
  const save = async (event: Event): Promise<void> => {
    event.preventDefault()
    const change = props.change()
    if (!change || busy()) return
    setBusy(true)
    const changed = await changeSection(props.section.id, change)
    setBusy(false)
    if (changed.ok) props.onDone()
    else setError(sentenceFor(t, changed.problem))
  }
  return (
    <Dialog
      open
      title={props.title}
      description={props.text}
      insistent={busy()}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" form="change-section" busy={busy()}>
            {props.confirm}
          </Button>
        </>
      }
    >
      <form id="change-section" class="ui-stack" onSubmit={event => void save(event)}>
        {props.children}
        <Notice tone="alarm" when={error()} />
      </form>
    </Dialog>
  )
}
