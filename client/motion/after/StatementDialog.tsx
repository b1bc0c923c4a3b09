import { createSignal, Show, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { Notice, RadioGroup, Select, TextArea } from '#client/ui'
import { headHasSpoken, statementLimit, type StatementKind } from '#shared/motion'
import { stateAfterVote, type AfterVote, type VoteStatementView } from '../../api/after-vote.ts'
import { newActKey } from '../../api/motion.ts'

/** A seat's own words to a vote; a new version where it has made this statement before. */
export function StatementDialog(props: {
  readonly motionId: string
  readonly seats: AfterVote['mayState']
  readonly statements: readonly VoteStatementView[]
  readonly onDone: () => void
  readonly onRefused: () => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const key = newActKey()
  const [seatId, setSeatId] = createSignal<string | null>(props.seats[0]?.seatId ?? null)
  const [kind, setKind] = createSignal<StatementKind | null>(null)
  const [text, setText] = createSignal('')
  const seat = () => props.seats.find(one => one.seatId === seatId())
  const kinds = (): readonly StatementKind[] => seat()?.kinds ?? []
  const isReady = (): boolean => {
    const chosen = kind()
    return chosen !== null && kinds().includes(chosen) && (chosen === 'waiver' || text().trim() !== '')
  }
  const headPrevails = (): boolean => {
    const [chosen, of] = [kind(), seat()]
    if (chosen === null || of?.rank !== 'alternate') return false
    return headHasSpoken(props.statements, of.seatId, chosen)
  }
  const choose = (chosen: StatementKind): void => {
    setKind(chosen)
    if (headPrevails()) return
    const before = props.statements.find(one => !one.replaced && one.seatId === seatId() && one.kind === chosen)
    if (before && text().trim() === '') setText(before.text)
  }
  const file = async () => {
    const [chosen, of] = [kind(), seat()]
    if (chosen === null || of === undefined) throw new Error('a statement is of a kind and for a seat')
    return stateAfterVote(props.motionId, { kind: chosen, seatId: of.seatId, text: text().trim() }, key)
  }
  return (
    <FormDialog
      title={t('afterVote.statements.make')}
      description={t('afterVote.statements.lead')}
      confirmLabel={t('afterVote.statements.file')}
      done={t(headPrevails() ? 'afterVote.statements.kept' : 'afterVote.statements.done')}
      disabled={!isReady()}
      holdsWords={text().trim() !== ''}
      act={file}
      onDone={props.onDone}
      onRefused={props.onRefused}
      onClose={props.onClose}
    >
      <Show when={props.seats.length > 1}>
        <Select
          label={t('afterVote.statements.seat')}
          options={props.seats.map(one => ({ value: one.seatId as string, label: one.organisationName }))}
          value={seatId()}
          onChange={setSeatId}
        />
      </Show>
      <RadioGroup
        legend={t('afterVote.statements.which')}
        options={kinds().map(value => ({
          value,
          label: t(`afterVote.statements.kind.${value}`),
          hint: t(`afterVote.statements.hint.${value}`),
        }))}
        value={kind()}
        onChange={choose}
        required
      />
      <Notice tone="info" when={headPrevails() ? t('afterVote.statements.headPrevails') : undefined} />
      <TextArea
        label={t('afterVote.statements.words')}
        hint={t('afterVote.statements.wordsHint')}
        required={kind() !== 'waiver'}
        rows={6}
        maxLength={statementLimit}
        value={text()}
        onInput={setText}
        asDocument
      />
    </FormDialog>
  )
}
