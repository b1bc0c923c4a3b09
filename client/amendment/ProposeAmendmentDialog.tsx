import { createSignal, Show, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { ChangedSentences } from '#client/frozen-text'
import { useT } from '#client/i18n'
import { Select, TextArea } from '#client/ui'
import { amendmentReasonLimit, inSentence, notWords, passageLimit, passagesOf } from '#shared/amendment'
import { asId, type SeatId } from '#shared/core'
import type { NarrativeJson } from '#shared/narrative'
import { proposeAmendment, type AmendmentsAnswer } from '../api/amendment.ts'
import { newActKey } from '../api/motion.ts'
import type { Selected } from './selected.ts'

/** Proposes other words for a passage, for a seat; without a selection the passage is chosen here. [A2] */
export function ProposeAmendmentDialog(props: {
  readonly versionId: string
  readonly digest: string
  readonly narrative: NarrativeJson
  readonly seats: AmendmentsAnswer['seats']
  readonly selected: Selected | null
  readonly onDone: () => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const key = newActKey()
  const passages = passagesOf(props.narrative)
  const [passage, setPassage] = createSignal(props.selected?.passage ?? null)
  const [quote, setQuote] = createSignal(props.selected?.quote ?? '')
  const [replacement, setReplacement] = createSignal(props.selected?.quote ?? '')
  const [reason, setReason] = createSignal('')
  const [seatId, setSeatId] = createSignal<string | null>(props.seats[0]?.seatId ?? null)
  const stands = (): boolean => (passage()?.words.split(quote()).length ?? 0) === 2
  const change = () => ({ place: [...(passage()?.place ?? [])], quote: quote(), replacement: oneLine(replacement()) })
  const preview = () => (stands() && isChanged() ? inSentence(props.narrative, change()) : null)
  const isChanged = (): boolean => quote() !== oneLine(replacement())
  const choose = (index: string): void => {
    const chosen = passages[Number(index)]
    if (!chosen) return
    // What lies between two footnotes can be quoted; the longest of it is offered.
    const words = chosen.words.split(notWords).toSorted((one, other) => other.length - one.length)[0] ?? ''
    if (!isChanged()) setReplacement(words.trim())
    setPassage(chosen)
    setQuote(words.trim())
  }
  const propose = async () => {
    const seat = asId<SeatId>(seatId() ?? '')
    const body = { seatId: seat, digest: props.digest, changes: [change()], reason: reason().trim() }
    return proposeAmendment(props.versionId, body, key)
  }
  return (
    <FormDialog
      title={t('amendment.propose')}
      confirmLabel={t('amendment.propose')}
      done={t('amendment.proposed')}
      size="large"
      disabled={seatId() === null || !stands() || !isChanged() || reason().trim() === ''}
      holdsWords={isChanged() || reason().trim() !== ''}
      act={propose}
      onDone={props.onDone}
      onClose={props.onClose}
    >
      <Show
        when={props.seats.length > 1}
        fallback={
          <p>
            <span class="ui-muted">{t('amendment.forSeat')}</span> {props.seats[0]?.label}
          </p>
        }
      >
        <Select
          label={t('amendment.forSeat')}
          required
          value={seatId()}
          options={props.seats.map(seat => ({ value: seat.seatId, label: seat.label }))}
          onChange={setSeatId}
        />
      </Show>
      <Show when={!props.selected}>
        <Select
          label={t('amendment.passage')}
          hint={t('amendment.passageHint')}
          placeholder={t('amendment.passageChoose')}
          value={null}
          options={passages.map(({ words }, index) => ({ value: String(index), label: shortened(words) }))}
          onChange={choose}
        />
      </Show>
      <TextArea
        label={t('amendment.quote')}
        hint={t('amendment.quoteHint')}
        error={passage() && !stands() ? t('amendment.misquoted') : undefined}
        rows={3}
        maxLength={passageLimit}
        value={quote()}
        onInput={setQuote}
        asDocument
      />
      <TextArea
        label={t('amendment.replacement')}
        hint={t('amendment.replacementHint')}
        rows={3}
        maxLength={passageLimit}
        value={replacement()}
        onInput={setReplacement}
        asDocument
      />
      <Show when={preview()}>
        {shown => (
          <div>
            <p class="ui-eyebrow">{t('amendment.shown')}</p>
            <ChangedSentences changes={[shown()]} />
          </div>
        )}
      </Show>
      <TextArea
        label={t('amendment.reason')}
        required
        rows={2}
        maxLength={amendmentReasonLimit}
        value={reason()}
        onInput={setReason}
      />
    </FormDialog>
  )
}

/** A passage is one paragraph: its line breaks are not words. */
function oneLine(words: string): string {
  return words.replace(/\s*[\r\n]+\s*/gu, ' ')
}

/** Characters of a passage that tell it from the others. */
const passageLength = 70

function shortened(words: string): string {
  const shown = words.replaceAll(notWords, ' ')
  return shown.length > passageLength ? `${shown.slice(0, passageLength).trimEnd()}…` : shown
}
