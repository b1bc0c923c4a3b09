import { createSignal, For, Show, type JSX } from 'solid-js'
import UserPlus from 'lucide-solid/icons/user-plus'
import { Fetched, FormDialog } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { Breadcrumbs, Button, EmptyState, Page, PageHeader, Panel, Select, Table, TimeStamp } from '#client/ui'
import { createFetched } from '../api/fetched.ts'
import { endWitness, fetchWitnesses, nameWitness, type WitnessesAnswer } from '../api/record.ts'
import { WitnessDesk } from './WitnessDesk.tsx'
import './record.css'

type Witness = WitnessesAnswer['witnesses'][number]
type Candidate = WitnessesAnswer['candidates'][number]

/** Who watches over the record from outside, and the desk of whoever is one of them. [L2] */
export function WitnessesPage(): JSX.Element {
  const t = useT()
  const fetched = createFetched(fetchWitnesses, ['record', 'group'])
  const [naming, setNaming] = createSignal(false)
  const [ending, setEnding] = createSignal<Witness | null>(null)
  const changed = (): void => void fetched.refetch()
  return (
    <Page>
      <Breadcrumbs trail={[{ label: t('record.title'), href: '/record' }]} />
      <PageHeader title={t('record.witness.title')}>{t('record.witness.lead')}</PageHeader>
      <Fetched of={fetched} lines={6}>
        {answer => (
          <>
            <For each={answer().witnesses.filter(witness => witness.mine)}>
              {witness => <WitnessDesk witness={witness} onChanged={changed} />}
            </For>
            <Panel
              title={t('record.witness.list')}
              actions={
                <Show when={answer().candidates.length > 0}>
                  <Button icon={UserPlus} onPress={() => setNaming(true)}>
                    {t('record.witness.name')}
                  </Button>
                </Show>
              }
            >
              <WitnessList
                witnesses={answer().witnesses}
                mayEnd={answer().mayName}
                onEnd={witness => setEnding(witness)}
              />
            </Panel>
            <NameDialog
              open={naming()}
              candidates={answer().candidates}
              onClose={() => setNaming(false)}
              onNamed={changed}
            />
            <EndDialog witness={ending()} onClose={() => setEnding(null)} onEnded={changed} />
          </>
        )}
      </Fetched>
    </Page>
  )
}

function WitnessList(props: {
  readonly witnesses: readonly Witness[]
  readonly mayEnd: boolean
  readonly onEnd: (witness: Witness) => void
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <Show
      when={props.witnesses.length > 0}
      fallback={<EmptyState title={t('record.witness.none')}>{t('record.witness.noneText')}</EmptyState>}
    >
      <Table
        caption={t('record.witness.list')}
        rows={props.witnesses}
        columns={[
          {
            key: 'seat',
            primary: true,
            header: t('record.witness.seat'),
            cell: witness => (
              <>
                {witness.organisation ?? witness.label}
                <span class="ui-small ui-muted"> · {witness.group}</span>
              </>
            ),
          },
          {
            key: 'since',
            header: t('record.witness.since'),
            cell: witness => <TimeStamp at={witness.namedAt} show="date" />,
          },
          {
            key: 'last',
            header: t('record.witness.last'),
            cell: witness => (
              <Show
                when={witness.last}
                fallback={t(witness.key ? 'record.witness.neverSigned' : 'record.witness.noKey')}
              >
                {last => t('record.witness.signedTo', last().size, format().date(last().signedAt))}
              </Show>
            ),
          },
          {
            key: 'end',
            header: t('record.witness.end'),
            hideHeader: true,
            cell: witness => (
              <Show when={props.mayEnd}>
                <Button variant="quiet" size="small" onPress={() => props.onEnd(witness)}>
                  {t('record.witness.end')}
                  <span class="ui-visually-hidden">: {witness.organisation ?? witness.label}</span>
                </Button>
              </Show>
            ),
          },
        ]}
      />
    </Show>
  )
}

function NameDialog(props: {
  readonly open: boolean
  readonly candidates: readonly Candidate[]
  readonly onClose: () => void
  readonly onNamed: () => void
}): JSX.Element {
  const t = useT()
  const [seat, setSeat] = createSignal<string | null>(null)
  const chosen = (): string => seat() ?? props.candidates[0]?.seatId ?? ''
  return (
    <FormDialog
      open={props.open}
      title={t('record.witness.name')}
      description={t('record.witness.nameText')}
      confirmLabel={t('record.witness.name')}
      act={() => nameWitness(chosen())}
      onDone={() => {
        setSeat(null)
        props.onNamed()
      }}
      onRefused={() => props.onNamed()}
      onClose={() => props.onClose()}
    >
      <Select
        label={t('record.witness.seat')}
        value={chosen()}
        options={props.candidates.map(({ seatId, label, organisation, group }) => ({
          value: String(seatId),
          label: `${organisation ?? label} (${group})`,
        }))}
        onChange={setSeat}
      />
    </FormDialog>
  )
}

function EndDialog(props: {
  readonly witness: Witness | null
  readonly onClose: () => void
  readonly onEnded: () => void
}): JSX.Element {
  const t = useT()
  return (
    <FormDialog
      open={props.witness !== null}
      title={t('record.witness.endTitle', props.witness?.organisation ?? props.witness?.label ?? '')}
      description={t('record.witness.endText')}
      confirmLabel={t('record.witness.end')}
      danger
      act={() => endWitness(props.witness?.id ?? '')}
      onDone={() => props.onEnded()}
      onClose={() => props.onClose()}
    />
  )
}
