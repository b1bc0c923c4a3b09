import { createSignal, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { TextArea } from '#client/ui'
import { statementLimit } from '#shared/minutes'
import { newActKey } from '../api/motion.ts'
import { fileStatement, type MinutesAnswer, type MinutesPart } from '../api/minutes.ts'
import { partName } from './part-name.ts'
import { SeatChoice } from './SeatChoice.tsx'

/** A seat's own words for the minutes of one item. They stand there as filed. [M4, M5] */
export function StatementDialog(props: {
  readonly meetingId: string
  readonly part: MinutesPart
  readonly seats: MinutesAnswer['statementSeats']
  readonly onDone: () => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const key = newActKey()
  const [text, setText] = createSignal('')
  const [seatId, setSeatId] = createSignal(props.seats.length === 1 ? (props.seats[0]?.seatId ?? null) : null)
  const seat = () => props.seats.find(each => each.seatId === seatId())
  const file = async () => {
    const chosen = seat()
    if (chosen === undefined) throw new Error('a statement is filed for a seat')
    return fileStatement(
      props.meetingId,
      { itemId: props.part.item?.id ?? null, seatId: chosen.seatId, text: text().trim() },
      key,
    )
  }
  return (
    <FormDialog
      title={t('minutes.statement.title', partName(t, props.part.item))}
      description={t('minutes.statement.lead')}
      confirmLabel={t('minutes.statement.file')}
      done={t('minutes.statement.done')}
      disabled={seat() === undefined || text().trim() === ''}
      holdsWords={text().trim() !== ''}
      act={file}
      onDone={props.onDone}
      onClose={props.onClose}
    >
      <SeatChoice
        label={t('minutes.forSeat')}
        seats={props.seats}
        value={seatId()}
        onChange={chosen => setSeatId(props.seats.find(each => each.seatId === chosen)?.seatId ?? null)}
      />
      <TextArea
        label={t('minutes.statement.words')}
        hint={t('minutes.noPersonalData')}
        required
        rows={6}
        maxLength={statementLimit}
        value={text()}
        onInput={setText}
        asDocument
      />
    </FormDialog>
  )
}
