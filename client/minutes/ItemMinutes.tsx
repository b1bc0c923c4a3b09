import { createSignal, Show, type JSX } from 'solid-js'
import MessageSquareQuote from 'lucide-solid/icons/message-square-quote'
import { useT } from '#client/i18n'
import { Button } from '#client/ui'
import { createFetched } from '../api/fetched.ts'
import { fetchMeetingOfMinutes, fetchMinutes, type MinutesAnswer, type MinutesPart } from '../api/minutes.ts'
import { AddActionItem } from './AddActionItem.tsx'
import { Blocks } from './blocks/Blocks.tsx'
import { LiveItemText } from './LiveItemText.tsx'
import type { PartItem } from './part-name.ts'
import { StatementDialog } from './StatementDialog.tsx'
import { createUnchanged } from './unchanged.ts'
import './minutes.css'

export interface ItemMinutesProps {
  readonly meetingId: string
  /** Null for the general remarks. */
  readonly item: PartItem | null
  readonly mayWrite: boolean
}

/**
 * The minutes of one item as they are written during the meeting. Another item opens another text. [M5]
 *
 * Whoever writes sees below the text what the workspace keeps of the item. Those who follow see it on the room's page
 * already, and three hundred of them do not fetch the minutes for it.
 */
export function ItemMinutes(props: ItemMinutesProps): JSX.Element {
  const documentId = (): string => props.item?.id ?? props.meetingId
  return (
    <Show when={documentId()} keyed>
      {id => (
        <div class="item-minutes">
          <LiveItemText documentId={id} item={props.item} mayWrite={props.mayWrite} />
          <Show when={props.mayWrite}>
            <Kept documentId={id} meetingId={props.meetingId} />
          </Show>
        </div>
      )}
    </Show>
  )
}

function Kept(props: { readonly documentId: string; readonly meetingId: string }): JSX.Element {
  const meeting = createFetched(() => fetchMeetingOfMinutes(props.meetingId))
  const minutes = createFetched(() => fetchMinutes(props.meetingId), ['minutes', 'motion', 'actionItem'])
  const part = () => minutes.value()?.parts.find(each => each.documentId === props.documentId)
  return (
    <Show when={minutes.value()}>
      {found => (
        <Show when={part()}>
          {shown => (
            <Show when={meeting.value()}>
              {head => (
                <KeptOfPart
                  minutes={found()}
                  part={shown()}
                  timeZone={head().floor.timeZone}
                  onChange={() => void minutes.refetch()}
                />
              )}
            </Show>
          )}
        </Show>
      )}
    </Show>
  )
}

function KeptOfPart(props: {
  readonly minutes: MinutesAnswer
  readonly part: MinutesPart
  readonly timeZone: string
  readonly onChange: () => void
}): JSX.Element {
  const t = useT()
  const blocks = createUnchanged(() => props.part.blocks)
  const [filing, setFiling] = createSignal(false)
  return (
    <>
      <Blocks blocks={blocks()} />
      <div class="ui-row ui-row--tight">
        <Show when={props.minutes.mayWrite}>
          <AddActionItem
            minutes={props.minutes}
            part={props.part}
            timeZone={props.timeZone}
            onDone={() => props.onChange()}
          />
        </Show>
        <Show when={props.minutes.statementSeats.length > 0}>
          <Button size="small" variant="quiet" icon={MessageSquareQuote} onPress={() => setFiling(true)}>
            {t('minutes.statement.file')}
          </Button>
        </Show>
      </div>
      <Show when={filing()}>
        <StatementDialog
          meetingId={props.minutes.meetingId}
          part={props.part}
          seats={props.minutes.statementSeats}
          onDone={() => {
            setFiling(false)
            props.onChange()
          }}
          onClose={() => setFiling(false)}
        />
      </Show>
    </>
  )
}
