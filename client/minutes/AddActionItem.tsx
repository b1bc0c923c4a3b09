import { createSignal, type JSX } from 'solid-js'
import ListPlus from 'lucide-solid/icons/list-plus'
import { ActionItemDialog } from '#client/action'
import { useT } from '#client/i18n'
import { Button } from '#client/ui'
import type { MinutesAnswer, MinutesPart } from '../api/minutes.ts'
import { partName } from './part-name.ts'

/** Writes down what a seat is to do, under the item that it comes from. [M6] */
export function AddActionItem(props: {
  readonly minutes: MinutesAnswer
  readonly part: MinutesPart
  /** IANA name of the meeting's time zone. */
  readonly timeZone: string
  readonly onDone: () => void
}): JSX.Element {
  const t = useT()
  const [isOpen, setOpen] = createSignal(false)
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        icon={ListPlus}
        aria-label={`${t('action.add')}: ${partName(t, props.part.item)}`}
        onPress={() => setOpen(true)}
      >
        {t('action.add')}
      </Button>
      <ActionItemDialog
        open={isOpen()}
        meetingId={props.minutes.meetingId}
        itemId={props.part.item?.id ?? null}
        timeZone={props.timeZone}
        serverNow={props.minutes.serverNow}
        onDone={() => {
          setOpen(false)
          props.onDone()
        }}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
