import { createSignal, Show, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { Select, TextArea } from '#client/ui'
import { correctionLimit, correctionReasonLimit, isQuoted, passagesOf } from '#shared/minutes'
import { newActKey } from '../api/motion.ts'
import { proposeCorrection, type MinutesAnswer, type MinutesPart } from '../api/minutes.ts'
import { partName } from './part-name.ts'
import { SeatChoice } from './SeatChoice.tsx'

/** Proposes a correction to circulated minutes for a seat. [M5] */
export function ProposeDialog(props: {
  readonly minutesId: string
  readonly part: MinutesPart
  readonly seats: MinutesAnswer['correctionSeats']
  /** Whether the part is shown as it was circulated last. */
  readonly isCirculated: boolean
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
  const passages = (): readonly string[] => (props.isCirculated ? passagesOf(props.part.text) : [])
  // While they are being corrected, what is shown is not what went round: the server knows that.
  const isMisquoted = (): boolean => props.isCirculated && !isQuoted(quote(), props.part)
  const choose = (index: string): void => {
    const passage = passages()[Number(index)] ?? ''
    // What was written already stays.
    if (!changesSomething()) setProposal(passage)
    setQuote(passage)
  }
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
      disabled={seat() === undefined || reason().trim() === '' || !changesSomething() || isMisquoted()}
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
      <Show when={passages().length > 0}>
        <Select
          label={t('minutes.correction.passage')}
          hint={t('minutes.correction.passageHint')}
          placeholder={t('minutes.correction.passageChoose')}
          value={null}
          options={passages().map((passage, index) => ({ value: String(index), label: shortened(passage) }))}
          onChange={choose}
        />
      </Show>
      <TextArea
        label={t('minutes.correction.quote')}
        hint={t('minutes.correction.quoteHint')}
        error={isMisquoted() ? t('minutes.correction.misquoted') : undefined}
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

/** Characters of a passage that tell it from the others. */
const passageLength = 70

function shortened(passage: string): string {
  return passage.length > passageLength ? `${passage.slice(0, passageLength).trimEnd()}…` : passage
}
