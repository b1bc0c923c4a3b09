import { createSignal, Show, type JSX } from 'solid-js'
import CalendarPlus from 'lucide-solid/icons/calendar-plus'
import { useT } from '#client/i18n'
import { Button, CopyLinkDialog, Dialog, LinkButton, Notice, RadioGroup } from '#client/ui'
import type { GroupId } from '#shared/core'
import { subscribeCalendar } from '../api/calendar.ts'
import type { ApiProblem } from '../api/call.ts'
import { newActKey } from '../api/motion.ts'
import { sentenceFor } from '../api/sentence.ts'

/** A group whose meetings can be followed by themselves. */
export interface CalendarGroup {
  readonly id: GroupId
  readonly name: string
}

/** Asks which meetings, makes the address and shows it, this once. */
export function SubscribeDialog(props: {
  readonly groups: readonly CalendarGroup[]
  readonly onDone: () => void
  readonly onClose: () => void
}): JSX.Element {
  const [url, setUrl] = createSignal<string>()
  return (
    <Show
      when={url()}
      fallback={
        <Choosing
          groups={props.groups}
          onClose={props.onClose}
          onMade={made => {
            setUrl(made)
            props.onDone()
          }}
        />
      }
    >
      {address => <Made url={address()} onClose={props.onClose} />}
    </Show>
  )
}

function Choosing(props: {
  readonly groups: readonly CalendarGroup[]
  readonly onMade: (url: string) => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const key = newActKey()
  const [chosen, setChosen] = createSignal<string>('')
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<ApiProblem>()
  const options = () => [
    { value: '', label: t('calendar.all'), hint: t('calendar.dialog.allHint') },
    ...props.groups.map(({ id, name }) => ({ value: String(id), label: name, hint: t('calendar.dialog.groupHint') })),
  ]
  const make = async (): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    const group = props.groups.find(one => one.id === chosen())
    // A group of its own is an act of its own.
    const made = await subscribeCalendar(group?.id ?? null, `${key}-${group?.id ?? 'all'}`)
    setBusy(false)
    if (made.ok) props.onMade(made.value.url)
    else setProblem(made.problem)
  }
  const refusal = (): string | undefined => {
    const refused = problem()
    return refused && sentenceFor(t, refused)
  }
  return (
    <Dialog
      open
      title={t('calendar.dialog.title')}
      description={t('calendar.dialog.lead')}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" busy={busy()} onPress={() => void make()}>
            {t('calendar.dialog.make')}
          </Button>
        </>
      }
    >
      <RadioGroup legend={t('calendar.dialog.which')} options={options()} value={chosen()} onChange={setChosen} />
      <Notice tone="alarm" when={refusal()} />
    </Dialog>
  )
}

function Made(props: { readonly url: string; readonly onClose: () => void }): JSX.Element {
  const t = useT()
  return (
    <CopyLinkDialog
      title={t('calendar.dialog.readyTitle')}
      description={t('calendar.dialog.ready')}
      label={t('calendar.dialog.address')}
      hint={t('calendar.dialog.addressHint')}
      url={props.url}
      onClose={props.onClose}
    >
      <div class="ui-row">
        <LinkButton href={props.url.replace(/^https?:/, 'webcal:')} icon={CalendarPlus} external>
          {t('calendar.dialog.open')}
        </LinkButton>
      </div>
    </CopyLinkDialog>
  )
}
