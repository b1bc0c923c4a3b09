import { createSignal, Show, type JSX } from 'solid-js'
import Plus from 'lucide-solid/icons/plus'
import UserMinus from 'lucide-solid/icons/user-minus'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { Button, EmptyState, Panel, Select, showToast, Table, type Column } from '#client/ui'
import { asId } from '#shared/core'
import { proposeCandidate, takeBackCandidate, type ElectionAnswer } from '../api/election.ts'
import { sentenceFor } from '../api/sentence.ts'

type Candidate = ElectionAnswer['candidates'][number]

/** Who stands, by whom they were proposed; while the list is open, proposing and taking back. [G6] */
export function CandidateList(props: {
  readonly election: ElectionAnswer
  readonly onChanged: () => void
}): JSX.Element {
  const t = useT()
  const [proposing, setProposing] = createSignal(false)
  const takeBack = async (personId: string): Promise<void> => {
    const taken = await takeBackCandidate(props.election.id, personId)
    showToast(taken.ok ? t('election.takenBack') : sentenceFor(t, taken.problem), taken.ok ? undefined : 'alarm')
    props.onChanged()
  }
  const change: Column<Candidate> = {
    key: 'act',
    header: t('election.change'),
    cell: one => (
      <Show when={one.mayTakeBack}>
        <Button size="small" variant="quiet" icon={UserMinus} onPress={() => void takeBack(one.personId)}>
          {t('election.takeBack', one.name)}
        </Button>
      </Show>
    ),
  }
  const mayPropose = (): boolean => props.election.may.propose.length > 0 && props.election.eligible.length > 0
  return (
    <Panel
      title={t('election.candidates')}
      actions={
        <Show when={mayPropose()}>
          <Button icon={Plus} onPress={() => setProposing(true)}>
            {t('election.propose')}
          </Button>
        </Show>
      }
    >
      <Table
        caption={t('election.candidates')}
        rows={props.election.candidates}
        empty={<EmptyState title={t('election.noCandidates')}>{t('election.noCandidatesText')}</EmptyState>}
        columns={[
          {
            key: 'name',
            header: t('election.candidate'),
            primary: true,
            cell: one => (
              <span>
                <strong>{one.name}</strong> <span class="ui-muted">{one.organisation}</span>
              </span>
            ),
          },
          { key: 'by', header: t('election.proposedBy'), cell: one => one.proposedBy },
          ...(props.election.candidates.some(one => one.mayTakeBack) ? [change] : []),
        ]}
      />
      <Show when={proposing()}>
        <ProposeDialog election={props.election} onDone={() => props.onChanged()} onClose={() => setProposing(false)} />
      </Show>
    </Panel>
  )
}

function ProposeDialog(props: {
  readonly election: ElectionAnswer
  readonly onDone: () => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  // What could be chosen when the dialog opened stays: a hint from the server takes nothing from under the hand.
  const { may, eligible, id } = props.election
  const [seat, setSeat] = createSignal<string>(may.propose[0]?.seatId ?? '')
  const [person, setPerson] = createSignal<string>(eligible[0]?.personId ?? '')
  return (
    <FormDialog
      title={t('election.propose')}
      confirmLabel={t('election.propose')}
      done={t('election.proposed')}
      act={() => proposeCandidate(id, { seatId: asId(seat()), personId: asId(person()) })}
      onDone={() => props.onDone()}
      onClose={() => props.onClose()}
    >
      <Select
        label={t('election.who')}
        hint={t('election.whoHint')}
        options={eligible.map(one => ({ value: one.personId, label: `${one.name} · ${one.organisation}` }))}
        value={person()}
        onChange={setPerson}
      />
      <Show when={may.propose.length > 1}>
        <Select
          label={t('election.proposeFor')}
          options={may.propose.map(one => ({ value: one.seatId, label: one.organisation }))}
          value={seat()}
          onChange={setSeat}
        />
      </Show>
    </FormDialog>
  )
}
