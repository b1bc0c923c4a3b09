import { Show, type JSX } from 'solid-js'
import { LiveItemText } from './LiveItemText.tsx'
import type { PartItem } from './part-name.ts'

export interface ItemMinutesProps {
  readonly meetingId: string
  /** Null for the general remarks. */
  readonly item: PartItem | null
  readonly mayWrite: boolean
}

/** The minutes of one item as they are written during the meeting. Another item opens another text. [M5] */
export function ItemMinutes(props: ItemMinutesProps): JSX.Element {
  const documentId = (): string => props.item?.id ?? props.meetingId
  return (
    <Show when={documentId()} keyed>
      {id => <LiveItemText documentId={id} item={props.item} mayWrite={props.mayWrite} />}
    </Show>
  )
}
