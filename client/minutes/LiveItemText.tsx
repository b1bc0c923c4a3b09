import type { JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { WrittenTogether } from '#client/live-text'
import { partName, type PartItem } from './part-name.ts'

/** The text of one item's minutes as it is being written. */
export function LiveItemText(props: {
  /** The item's id; the meeting's for the general remarks. */
  readonly documentId: string
  readonly item: PartItem | null
  readonly mayWrite: boolean
  /** The reader asked to write just now: the text takes the focus once it has come. */
  readonly takesFocus?: boolean | undefined
  /** The server does not take words here any more: whoever knows the minutes looks again at how they stand. */
  readonly onTurnedAway?: (() => void) | undefined
}): JSX.Element {
  const t = useT()
  return (
    <WrittenTogether
      documentId={props.documentId}
      name={t('minutes.text.name', partName(t, props.item))}
      mayWrite={props.mayWrite}
      reading={t('minutes.text.reading')}
      lines={3}
      takesFocus={props.takesFocus}
      onTurnedAway={props.onTurnedAway}
    />
  )
}
