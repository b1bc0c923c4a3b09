import { createSignal, Show, type JSX } from 'solid-js'
import Landmark from 'lucide-solid/icons/landmark'
import Plus from 'lucide-solid/icons/plus'
import { Fetched } from '#client/app'
import { useT } from '#client/i18n'
import { Button, Dialog, EmptyState, Notice, Select, Table, TextInput } from '#client/ui'
import { organisationKinds, organisationNameLimit, type OrganisationKind } from '#shared/people'
import { addOrganisation, renameOrganisation } from '../api/people.ts'
import { sentenceFor } from '../api/sentence.ts'
import { createAct } from './act.ts'
import type { FetchedOrganisations, OrganisationRow } from './directory.ts'

/** The bodies that people speak for. */
export function OrganisationsTab(props: { readonly organisations: FetchedOrganisations }): JSX.Element {
  const t = useT()
  // An organisation to rename, null to add one, undefined while nothing is open.
  const [open, setOpen] = createSignal<OrganisationRow | null>()
  const close = (): void => {
    setOpen(undefined)
  }
  return (
    <div class="ui-stack">
      <div class="people-tools people-tools--end">
        <Button variant="primary" icon={Plus} onPress={() => setOpen(null)}>
          {t('people.organisations.add')}
        </Button>
      </div>
      <Fetched of={props.organisations}>
        {rows => (
          <Table
            caption={t('people.organisations.caption')}
            rows={rows()}
            empty={
              <EmptyState title={t('people.organisations.empty.title')} icon={Landmark}>
                {t('people.organisations.empty.text')}
              </EmptyState>
            }
            columns={[
              { key: 'name', header: t('people.organisations.columns.name'), primary: true, cell: row => row.name },
              {
                key: 'kind',
                header: t('people.organisations.columns.kind'),
                cell: row => t(`people.kind.${row.kind}`),
              },
              {
                key: 'persons',
                header: t('people.organisations.columns.persons'),
                align: 'end',
                cell: row => <span class="ui-numeric">{row.persons}</span>,
              },
              {
                key: 'acts',
                header: t('people.organisations.columns.acts'),
                hideHeader: true,
                align: 'end',
                cell: row => (
                  <Button
                    size="small"
                    variant="quiet"
                    aria-label={t('people.organisations.renameTitle', row.name)}
                    onPress={() => setOpen(row)}
                  >
                    {t('people.organisations.rename')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Fetched>
      <Show when={open() !== undefined}>
        <OrganisationDialog
          organisation={open() ?? null}
          onClose={close}
          onDone={() => {
            close()
            void props.organisations.refetch()
          }}
        />
      </Show>
    </div>
  )
}

function OrganisationDialog(props: {
  readonly organisation: OrganisationRow | null
  readonly onClose: () => void
  readonly onDone: () => void
}): JSX.Element {
  const t = useT()
  const known = props.organisation
  const [name, setName] = createSignal(known?.name ?? '')
  const [kind, setKind] = createSignal<OrganisationKind | null>(known?.kind ?? null)
  const act = createAct(async (as: OrganisationKind) => {
    const done = known
      ? await renameOrganisation(known.id, name().trim())
      : await addOrganisation({ name: name().trim(), kind: as })
    if (done.ok) props.onDone()
    return done
  })
  const problem = (): string | undefined => {
    const refused = act.problem()
    return refused ? sentenceFor(t, refused) : undefined
  }
  let form: HTMLFormElement | undefined
  const submit = (): void => {
    const chosen = kind()
    if (!act.busy() && form?.reportValidity() && chosen) void act.run(chosen)
  }
  return (
    <Dialog
      open
      title={known ? t('people.organisations.renameTitle', known.name) : t('people.organisations.addTitle')}
      insistent={act.busy()}
      onClose={props.onClose}
      footer={
        <Button variant="primary" busy={act.busy()} onPress={submit}>
          {t('people.persons.save')}
        </Button>
      }
    >
      <form
        ref={element => (form = element)}
        class="ui-stack"
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <TextInput
          label={t('people.name')}
          required
          maxLength={organisationNameLimit}
          value={name()}
          onInput={setName}
        />
        <Show when={!known}>
          <Select
            label={t('people.organisations.kindLabel')}
            hint={t('people.organisations.kindHint')}
            required
            options={organisationKinds.map(value => ({ value, label: t(`people.kind.${value}`) }))}
            value={kind()}
            onChange={setKind}
          />
        </Show>
        <Notice tone="alarm" when={problem()} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
