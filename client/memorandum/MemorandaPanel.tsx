import { createSignal, Show, type JSX } from 'solid-js'
import Plus from 'lucide-solid/icons/plus'
import { Fetched, FormDialog } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { Badge, Button, Notice, Panel, Table, TextInput, type Column, type Tone } from '#client/ui'
import { memorandumReasonLimit } from '#shared/terms'
import { createFetched } from '../api/fetched.ts'
import { endMemorandum, fetchMemoranda, type Memoranda, type MemorandumEntry } from '../api/terms.ts'
import { RegisterMemorandumDialog } from './RegisterMemorandumDialog.tsx'

const tones = { inForce: 'success', ahead: 'info', expired: 'notice', ended: 'observer' } as const satisfies Record<
  MemorandumEntry['standing'],
  Tone
>

/** The register of memoranda with NGOs: which hold, and which seats are without. [G10] */
export function MemorandaPanel(props: { readonly mayRegister: boolean }): JSX.Element {
  const t = useT()
  const memoranda = createFetched(fetchMemoranda, ['memorandum', 'group'])
  const [registering, setRegistering] = createSignal(false)
  return (
    <Panel
      title={t('memorandum.title')}
      variant="plain"
      actions={
        <Show when={props.mayRegister}>
          <Button icon={Plus} onPress={() => setRegistering(true)}>
            {t('memorandum.register')}
          </Button>
        </Show>
      }
    >
      <p class="ui-small ui-muted">{t('memorandum.lead')}</p>
      <Fetched of={memoranda} lines={4}>
        {found => <Register found={found()} mayRegister={props.mayRegister} onDone={() => void memoranda.refetch()} />}
      </Fetched>
      <Show when={registering()}>
        <RegisterMemorandumDialog onDone={() => void memoranda.refetch()} onClose={() => setRegistering(false)} />
      </Show>
    </Panel>
  )
}

function Register(props: {
  readonly found: Memoranda
  readonly mayRegister: boolean
  readonly onDone: () => void
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  const [ending, setEnding] = createSignal<MemorandumEntry | null>(null)
  const without = (): string | undefined =>
    props.found.without.length === 0
      ? undefined
      : t('memorandum.without', format().list(props.found.without.map(({ name }) => name)))
  const mayEnd = ({ standing }: MemorandumEntry): boolean => standing === 'inForce' || standing === 'ahead'
  const columns = (): readonly Column<MemorandumEntry>[] => [
    { key: 'organisation', header: t('memorandum.organisation'), primary: true, cell: one => one.organisation.name },
    { key: 'reference', header: t('memorandum.reference'), cell: one => one.reference },
    { key: 'validity', header: t('memorandum.validity'), cell: one => <Validity memorandum={one} /> },
    {
      key: 'state',
      header: t('memorandum.state'),
      cell: one => <Badge tone={tones[one.standing]}>{t(`memorandum.standing.${one.standing}`)}</Badge>,
    },
    ...(props.mayRegister
      ? [
          {
            key: 'manage',
            header: t('memorandum.manage'),
            hideHeader: true,
            align: 'end',
            cell: (one: MemorandumEntry) => (
              <Show when={mayEnd(one)}>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={t('memorandum.endOf', one.organisation.name)}
                  onPress={() => setEnding(one)}
                >
                  {t('memorandum.end')}
                </Button>
              </Show>
            ),
          } as const,
        ]
      : []),
  ]
  return (
    <div class="ui-stack">
      <Notice tone="notice" when={without()} standing />
      <Table
        caption={t('memorandum.caption')}
        columns={columns()}
        rows={props.found.memoranda}
        empty={<p class="ui-muted">{t('memorandum.none')}</p>}
      />
      <Show when={ending()} keyed>
        {memorandum => <EndDialog memorandum={memorandum} onDone={props.onDone} onClose={() => setEnding(null)} />}
      </Show>
    </div>
  )
}

function Validity(props: { readonly memorandum: MemorandumEntry }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const text = (): string => {
    const { validFrom, validUntil } = props.memorandum
    const from = format().date(validFrom)
    // Kept is the first moment after the last day.
    return validUntil === null
      ? t('memorandum.from', from)
      : t('memorandum.fromTo', from, format().date(validUntil - 1))
  }
  return (
    <>
      {text()}
      <Show when={props.memorandum.endedAt}>
        {endedAt => (
          <span class="ui-small ui-muted">
            {' '}
            {t('memorandum.endedBecause', format().date(endedAt()), props.memorandum.endReason ?? '')}
          </span>
        )}
      </Show>
    </>
  )
}

function EndDialog(props: {
  readonly memorandum: MemorandumEntry
  readonly onDone: () => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const [reason, setReason] = createSignal('')
  return (
    <FormDialog
      title={t('memorandum.endTitle', props.memorandum.organisation.name)}
      description={t('memorandum.endLead')}
      confirmLabel={t('memorandum.end')}
      danger
      disabled={reason().trim() === ''}
      holdsWords={reason().trim() !== ''}
      done={t('memorandum.ended')}
      act={() => endMemorandum(props.memorandum.id, reason().trim())}
      onDone={props.onDone}
      onRefused={props.onDone}
      onClose={props.onClose}
    >
      <TextInput
        label={t('memorandum.reason')}
        required
        maxLength={memorandumReasonLimit}
        value={reason()}
        onInput={setReason}
      />
    </FormDialog>
  )
}
