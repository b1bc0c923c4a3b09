import { createSignal, Show, type JSX } from 'solid-js'
import Stamp from 'lucide-solid/icons/stamp'
import { Fetched } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { Badge, Button, ConfirmDialog, Notice, showToast, Table } from '#client/ui'
import { endOffice } from '../api/people.ts'
import { sentenceFor } from '../api/sentence.ts'
import { createAct } from './act.ts'
import { AppointDialog } from './AppointDialog.tsx'
import type { FetchedOffices, FetchedPersons, OfficeRow } from './directory.ts'

/** Who holds and held which office, by which act. [G1, G11] */
export function OfficesTab(props: { readonly offices: FetchedOffices; readonly persons: FetchedPersons }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const [appointing, setAppointing] = createSignal(false)
  const [ending, setEnding] = createSignal<OfficeRow | null>(null)
  const refetch = (): void => {
    void props.offices.refetch()
    void props.persons.refetch()
  }
  const act = createAct(async (id: string) => {
    const ended = await endOffice(id)
    if (ended.ok) {
      setEnding(null)
      showToast(t('people.offices.ended'))
    }
    refetch()
    return ended
  })
  const problem = (): string | undefined => {
    const refused = act.problem()
    return refused ? sentenceFor(t, refused) : undefined
  }
  const vacant = (): boolean => {
    const rows = props.offices.value()
    return rows !== undefined && !rows.some(row => row.inForce && row.office === 'nationalCoordinator')
  }
  const term = ({ startsAt, endsAt }: OfficeRow): string =>
    endsAt === null
      ? t('people.offices.open', format().shortDate(startsAt))
      : t('people.offices.term', format().shortDate(startsAt), format().shortDate(endsAt))
  const rows = (): readonly OfficeRow[] =>
    (props.offices.value() ?? []).toSorted((one, other) => Number(other.inForce) - Number(one.inForce))
  return (
    <div class="ui-stack">
      <div class="people-tools people-tools--end">
        <Button variant="primary" icon={Stamp} onPress={() => setAppointing(true)}>
          {t('people.offices.appoint')}
        </Button>
      </div>
      <Show when={vacant()}>
        <Notice tone="notice" standing>
          {t('people.offices.vacant')}
        </Notice>
      </Show>
      <Fetched of={props.offices}>
        {() => (
          <Table
            caption={t('people.offices.caption')}
            rows={rows()}
            columns={[
              {
                key: 'office',
                header: t('people.offices.columns.office'),
                primary: true,
                cell: row => (
                  <span class="ui-row ui-row--tight" classList={{ 'ui-muted': !row.inForce }}>
                    {t(`people.office.${row.office}`)}
                    <Show when={!row.inForce}>
                      <Badge plain>{t('people.offices.past')}</Badge>
                    </Show>
                  </span>
                ),
              },
              {
                key: 'person',
                header: t('people.offices.columns.person'),
                cell: row => (
                  <span class="people-person">
                    <span>{row.person.name}</span>
                    <span class="people-person__email">{row.person.organisation}</span>
                  </span>
                ),
              },
              { key: 'act', header: t('people.offices.columns.act'), cell: row => row.act },
              {
                key: 'term',
                header: t('people.offices.columns.term'),
                cell: row => <span class="ui-numeric">{term(row)}</span>,
              },
              {
                key: 'acts',
                header: t('people.offices.columns.acts'),
                hideHeader: true,
                align: 'end',
                cell: row => (
                  <Show when={row.inForce}>
                    <Button
                      size="small"
                      variant="quiet"
                      aria-label={t('people.offices.endTitle', t(`people.office.${row.office}`), row.person.name)}
                      onPress={() => {
                        act.forget()
                        setEnding(row)
                      }}
                    >
                      {t('people.offices.end')}
                    </Button>
                  </Show>
                ),
              },
            ]}
          />
        )}
      </Fetched>
      <Show when={appointing()}>
        <AppointDialog
          persons={props.persons.value() ?? []}
          onClose={() => setAppointing(false)}
          onDone={() => {
            setAppointing(false)
            showToast(t('people.offices.appointed'))
            refetch()
          }}
        />
      </Show>
      <Show when={ending()}>
        {row => (
          <ConfirmDialog
            open
            title={t('people.offices.endTitle', t(`people.office.${row().office}`), row().person.name)}
            confirmLabel={t('people.offices.end')}
            danger
            busy={act.busy()}
            error={problem()}
            onConfirm={() => void act.run(row().id)}
            onClose={() => setEnding(null)}
          >
            <p>{t('people.offices.endText')}</p>
          </ConfirmDialog>
        )}
      </Show>
    </div>
  )
}
