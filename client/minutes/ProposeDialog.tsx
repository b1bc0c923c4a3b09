import { createSignal, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { TextArea } from '#client/ui'
import { correctionLimit, correctionReasonLimit } from '#shared/minutes'
import { newActKey } from '../api/motion.ts'
import { proposeCorrection, type MinutesAnswer, type MinutesPart } from '../api/minutes.ts'
import { partName } from './part-name.ts'
import { SeatChoice } from './SeatChoice.tsx'

/** Proposes a correction to circulated minutes for a seat. [M5] */
export function ProposeDialog(props: {
  readonly minutesId: string
  readonly part: MinutesPart
  readonly seats: MinutesAnswer['correctionSeats']
  /** The words that were selected; empty where none were. */
  readonly quote: string
  readonly onDone: () => void
  readonly onRefused: () => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const key = newActKey()
  const [quote, setQuote] = createSignal(props.quote)
  const [proposal, setProposal] = createSignal(props.quote)
  const [reason, setReason] = createSignal('')
  const [seatId, setSeatId] = createSignal(props.seats.length === 1 ? (props.seats[0]?.seatId ?? null) : null)
  const seat = () => props.seats.find(each => each.seatId === seatId())
  const changesSomething = (): boolean => quote().trim() !== proposal().trim()
  const propose = async () => {
    const chosen = seat()
    if (chosen === undefined) throw new Error('a correction is proposed for a seat')
    return proposeCorrection(
      props.minutesId,
      {
        itemId: props.part.item?.id ?? null,
        seatId: chosen.seatId,
        quote: quote().trim(),
        proposal: proposal().trim(),
        reason: reason().trim(),
      },
      key,
    )
  }
  return (
    <FormDialog
      title={t('minutes.correction.proposeTitle', partName(t, props.part.item))}
      confirmLabel={t('minutes.correction.propose')}
      done={t('minutes.correction.proposed')}
      disabled={seat() === undefined || reason().trim() === '' || !changesSomething()}
      holdsWords={changesSomething() || reason().trim() !== ''}
      act={propose}
      onDone={props.onDone}
      onRefused={props.onRefused}
      onClose={props.onClose}
    >
      <SeatChoice
        label={t('minutes.forSeat')}
        seats={props.seats}
        value={seatId()}
        onChange={chosen => setSeatId(props.seats.find(each => each.seatId === chosen)?.seatId ?? null)}
      />
      <TextArea
        label={t('minutes.correction.quote')}
        hint={t('minutes.correction.quoteHint')}
        rows={3}
        maxLength={correctionLimit}
        value={quote()}
        onInput={setQuote}
        asDocument
      />
      <TextArea
        label={t('minutes.correction.proposal')}
        hint={t('minutes.correction.proposalHint')}
        rows={3}
        maxLength={correctionLimit}
        value={proposal()}
        onInput={setProposal}
        asDocument
      />
      <TextArea
        label={t('minutes.correction.reason')}
        hint={t('minutes.noPersonalData')}
        required
        rows={2}
        maxLength={correctionReasonLimit}
        value={reason()}
        onInput={setReason}
      />
    </FormDialog>
  )
}
