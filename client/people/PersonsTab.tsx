import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import Ellipsis from 'lucide-solid/icons/ellipsis-vertical'
import Plus from 'lucide-solid/icons/plus'
import { Fetched } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import {
  Badge,
  Button,
  ConfirmDialog,
  Menu,
  MenuItem,
  Notice,
  showToast,
  Table,
  TextInput,
  type Tone,
} from '#client/ui'
import { invitePerson, reinstatePerson, revokeInvitation, suspendPerson } from '../api/people.ts'
import { sentenceFor } from '../api/sentence.ts'
import { createAct } from './act.ts'
import type { FetchedOrganisations, FetchedPersons, PersonRow } from './directory.ts'
import { LinkDialog, type Link } from './LinkDialog.tsx'
import { PersonDialog } from './PersonDialog.tsx'

const accessTone = {
  active: 'success',
  invited: 'info',
  expired: 'notice',
  notInvited: 'neutral',
  suspended: 'alarm',
} as const satisfies Record<PersonRow['access'], Tone>

type Open =
  | { readonly dialog: 'edit'; readonly person: PersonRow | null }
  | { readonly dialog: 'suspend'; readonly person: PersonRow }
  | null

/** Everybody in the workspace, and what the Secretariat can do for each. */
export function PersonsTab(props: {
  readonly persons: FetchedPersons
  readonly organisations: FetchedOrganisations
}): JSX.Element {
  const t = useT()
  const [words, setWords] = createSignal('')
  const [open, setOpen] = createSignal<Open>(null)
  const [link, setLink] = createSignal<Link | null>(null)
  const close = (): void => void setOpen(null)

  const inviting = createAct(async (person: PersonRow) => {
    const issued = await invitePerson(person.id)
    if (issued.ok) setLink({ name: person.name, ...issued.value })
    void props.persons.refetch()
    return issued
  })
  const changing = createAct(async (person: PersonRow, act: 'suspend' | 'reinstate' | 'revoke') => {
    const done = await acts[act](person.id)
    if (done.ok) {
      close()
      showToast(act === 'revoke' ? t('people.persons.revoked') : t(`people.persons.${pastOf[act]}`, person.name))
    }
    void props.persons.refetch()
    return done
  })
  const refusal = (): string | undefined => {
    const problem = inviting.problem() ?? changing.problem()
    return problem ? sentenceFor(t, problem) : undefined
  }
  const shown = createMemo(() => {
    const wanted = words().trim().toLowerCase()
    const all = props.persons.value() ?? []
    return all.filter(person =>
      [person.name, person.email, person.organisation?.name ?? ''].some(text => text.toLowerCase().includes(wanted)),
    )
  })
  const editing = (): { readonly person: PersonRow | null } | null => {
    const now = open()
    return now?.dialog === 'edit' ? now : null
  }
  const suspending = (): PersonRow | null => {
    const now = open()
    return now?.dialog === 'suspend' ? now.person : null
  }

  return (
    <div class="ui-stack">
      <div class="people-tools">
        <TextInput
          label={t('people.persons.search')}
          hideLabel
          type="search"
          placeholder={t('people.persons.search')}
          value={words()}
          onInput={setWords}
        />
        <Button variant="primary" icon={Plus} onPress={() => setOpen({ dialog: 'edit', person: null })}>
          {t('people.persons.add')}
        </Button>
      </div>
      <Notice tone="alarm" when={suspending() ? undefined : refusal()} />
      <Fetched of={props.persons}>
        {() => (
          <PersonsTable
            rows={shown()}
            onEdit={person => setOpen({ dialog: 'edit', person })}
            onInvite={person => void inviting.run(person)}
            onSuspend={person => {
              changing.forget()
              setOpen({ dialog: 'suspend', person })
            }}
            onChange={(person, act) => void changing.run(person, act)}
          />
        )}
      </Fetched>
      <Show when={editing()}>
        {edited => (
          <PersonDialog
            person={edited().person}
            organisations={props.organisations.value() ?? []}
            onClose={close}
            onDone={(name, made) => {
              const added = edited().person === null
              close()
              setLink(made)
              if (!made) showToast(added ? t('people.persons.added', name) : t('people.persons.changed'))
              void props.persons.refetch()
            }}
          />
        )}
      </Show>
      <ConfirmDialog
        open={suspending() !== null}
        title={t('people.persons.suspendTitle', suspending()?.name ?? '')}
        confirmLabel={t('people.persons.suspend')}
        danger
        busy={changing.busy()}
        error={refusal()}
        onConfirm={() => {
          const person = suspending()
          if (person) void changing.run(person, 'suspend')
        }}
        onClose={close}
      >
        <p>{t('people.persons.suspendText')}</p>
      </ConfirmDialog>
      <LinkDialog link={link()} onClose={() => setLink(null)} />
    </div>
  )
}

const acts = { suspend: suspendPerson, reinstate: reinstatePerson, revoke: revokeInvitation }
const pastOf = { suspend: 'suspended', reinstate: 'reinstated' } as const

function PersonsTable(props: {
  readonly rows: readonly PersonRow[]
  readonly onEdit: (person: PersonRow) => void
  readonly onInvite: (person: PersonRow) => void
  readonly onSuspend: (person: PersonRow) => void
  readonly onChange: (person: PersonRow, act: 'reinstate' | 'revoke') => void
}): JSX.Element {
  const t = useT()
  return (
    <Table
      caption={t('people.persons.caption')}
      rows={props.rows}
      empty={<p class="ui-muted">{t('people.persons.nobody')}</p>}
      columns={[
        {
          key: 'person',
          header: t('people.persons.columns.person'),
          primary: true,
          cell: person => (
            <span class="people-person">
              <span>{person.name}</span>
              <span class="people-person__email">{person.email}</span>
            </span>
          ),
        },
        {
          key: 'organisation',
          header: t('people.persons.columns.organisation'),
          cell: person => person.organisation?.name ?? <span class="ui-muted">{t('people.noOrganisation')}</span>,
        },
        {
          key: 'offices',
          header: t('people.persons.columns.offices'),
          cell: person => (
            <Show when={person.offices.length > 0} fallback={<span class="ui-muted">–</span>}>
              <span class="ui-row ui-row--tight">
                <For each={person.offices}>{office => <Badge tone="accent">{t(`people.office.${office}`)}</Badge>}</For>
              </span>
            </Show>
          ),
        },
        { key: 'access', header: t('people.persons.columns.access'), cell: person => <AccessCell person={person} /> },
        {
          key: 'acts',
          header: t('people.persons.columns.acts'),
          hideHeader: true,
          align: 'end',
          cell: person => (
            <Menu label={t('people.persons.menu', person.name)} trigger={<Ellipsis size={18} aria-hidden="true" />}>
              <MenuItem onSelect={() => props.onEdit(person)}>{t('people.persons.edit')}</MenuItem>
              <Show when={person.access !== 'suspended'}>
                <MenuItem onSelect={() => props.onInvite(person)}>
                  {person.access === 'notInvited' ? t('people.persons.invite') : t('people.persons.inviteAgain')}
                </MenuItem>
              </Show>
              <Show when={person.invitationExpiresAt !== null}>
                <MenuItem onSelect={() => props.onChange(person, 'revoke')}>{t('people.persons.revoke')}</MenuItem>
              </Show>
              <Show
                when={person.access === 'suspended'}
                fallback={
                  <MenuItem danger onSelect={() => props.onSuspend(person)}>
                    {t('people.persons.suspend')}
                  </MenuItem>
                }
              >
                <MenuItem onSelect={() => props.onChange(person, 'reinstate')}>
                  {t('people.persons.reinstate')}
                </MenuItem>
              </Show>
            </Menu>
          ),
        },
      ]}
    />
  )
}

function AccessCell(props: { readonly person: PersonRow }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const detail = (): string | null => {
    const { access, invitationExpiresAt, lastSeenAt } = props.person
    if (access === 'invited' && invitationExpiresAt !== null)
      return t('people.persons.until', format().shortDate(invitationExpiresAt))
    // A session that has ended leaves no trace of when it was used: nothing is said rather than something untrue.
    return access === 'active' && lastSeenAt !== null ? t('people.persons.seen', format().shortDate(lastSeenAt)) : null
  }
  return (
    <span class="ui-row ui-row--tight">
      <Badge tone={accessTone[props.person.access]} plain={props.person.access === 'active'}>
        {t(`people.persons.access.${props.person.access}`)}
      </Badge>
      <Show when={detail()}>{text => <span class="ui-muted ui-small">{text()}</span>}</Show>
    </span>
  )
}
