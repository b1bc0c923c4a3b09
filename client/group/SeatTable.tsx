import { For, Show, type JSX } from 'solid-js'
import Ellipsis from 'lucide-solid/icons/ellipsis-vertical'
import { useT } from '#client/i18n'
import { Badge, Menu, MenuItem, MenuSeparator, Table, VisuallyHidden, type Column } from '#client/ui'
import { alternatesPerSeat, type Constituency } from '#shared/group'
import type { GroupAnswer } from '../api/group.ts'
import type { SeatIntent } from './SeatDialog.tsx'

type Seat = GroupAnswer['seats'][number]
type Representative = Seat['representatives'][number]

interface Props {
  readonly constituency: Constituency
  readonly seats: readonly Seat[]
  /** Organisations that ought to have a memorandum in force and have none. [G10] */
  readonly without: ReadonlySet<string>
  /** Who chairs by one of these seats, if somebody does. */
  readonly chairId: string | null
  /** What to do with a seat; null for those who may only look. */
  readonly onIntent: ((intent: SeatIntent) => void) | null
}

/** The lines of one constituency: held, vacant or not applicable. [G3, G9] */
export function SeatTable(props: Props): JSX.Element {
  const t = useT()
  const heads = (seat: Seat): readonly Representative[] => seat.representatives.filter(({ rank }) => rank === 'head')
  const others = (seat: Seat): readonly Representative[] => seat.representatives.filter(({ rank }) => rank !== 'head')
  const people = (seat: Seat, representatives: readonly Representative[], none: JSX.Element): JSX.Element => (
    <Show when={seat.organisationId !== null} fallback={<Nobody />}>
      <Show when={representatives.length > 0} fallback={none}>
        <ul class="group-people" role="list">
          <For each={representatives}>
            {person => (
              <li>
                {person.name}
                <Show when={person.personId === props.chairId}>
                  {' '}
                  <Badge tone="accent">{t('group.isChair')}</Badge>
                </Show>
                <Show when={person.suspended}>
                  {' '}
                  <Badge tone="notice">{t('group.suspended')}</Badge>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Show>
  )
  const columns = (): readonly Column<Seat>[] => [
    {
      key: 'seat',
      header: t('group.seat'),
      primary: true,
      cell: seat => <SeatName seat={seat} without={props.without} />,
    },
    {
      key: 'head',
      header: t('group.head'),
      cell: seat => people(seat, heads(seat), <span class="ui-muted">{t('group.nobody')}</span>),
    },
    {
      key: 'alternates',
      header: t('group.alternates'),
      cell: seat => people(seat, others(seat), <Nobody />),
    },
    ...(props.onIntent
      ? [
          {
            key: 'manage',
            header: t('group.manage'),
            hideHeader: true,
            align: 'end',
            cell: (seat: Seat) => <SeatMenu seat={seat} onIntent={props.onIntent ?? (() => undefined)} />,
          } as const,
        ]
      : []),
  ]
  return (
    <Table
      caption={t('group.seatTable', t(`group.constituency.${props.constituency}`))}
      columns={columns()}
      rows={props.seats}
    />
  )
}

/** A dash for the eye: most seats have no alternate, and a column of words would shout it. */
function Nobody(): JSX.Element {
  const t = useT()
  return (
    <span class="ui-muted">
      <span aria-hidden="true">–</span>
      <VisuallyHidden>{t('group.noAlternates')}</VisuallyHidden>
    </span>
  )
}

function SeatName(props: { readonly seat: Seat; readonly without: ReadonlySet<string> }): JSX.Element {
  const t = useT()
  return (
    <span class="group-seat" classList={{ 'group-seat--open': props.seat.organisationId === null }}>
      <span class="group-seat__organisation">{props.seat.organisationName ?? props.seat.label}</span>
      <Show
        when={props.seat.organisationId !== null}
        fallback={
          <Badge tone={props.seat.notApplicable ? 'observer' : 'notice'}>
            {props.seat.notApplicable ? t('group.notApplicable') : t('group.vacant')}
          </Badge>
        }
      >
        <Show when={props.seat.label !== props.seat.organisationName}>
          <span class="ui-muted ui-small">{props.seat.label}</span>
        </Show>
        <Show when={props.without.has(props.seat.organisationId ?? '')}>
          <Badge tone="notice">{t('memorandum.tag')}</Badge>
        </Show>
      </Show>
    </span>
  )
}

function SeatMenu(props: { readonly seat: Seat; readonly onIntent: (intent: SeatIntent) => void }): JSX.Element {
  const t = useT()
  const seat = (): Seat => props.seat
  const wish = (kind: SeatIntent['kind'], representative: Representative | null = null): void =>
    props.onIntent({ kind, seat: seat(), representative })
  const held = (): boolean => seat().organisationId !== null
  const count = (rank: Representative['rank']): number =>
    seat().representatives.filter(representative => representative.rank === rank).length
  return (
    <Menu
      label={t('group.act.seatMenu', seat().label)}
      trigger={<Ellipsis size={18} aria-hidden="true" />}
      triggerClass="ui-button ui-button--quiet ui-button--small ui-button--icon-only"
    >
      <Show
        when={held()}
        fallback={
          <Show
            when={seat().notApplicable}
            fallback={
              <>
                <MenuItem onSelect={() => wish('assign')}>{t('group.act.assign')}</MenuItem>
                <MenuItem onSelect={() => wish('markNotApplicable')}>{t('group.act.markNotApplicable')}</MenuItem>
              </>
            }
          >
            <MenuItem onSelect={() => wish('markApplicable')}>{t('group.act.markApplicable')}</MenuItem>
          </Show>
        }
      >
        <MenuItem disabled={count('head') > 0} onSelect={() => wish('head')}>
          {t('group.act.accreditHead')}
        </MenuItem>
        <MenuItem disabled={count('alternate') >= alternatesPerSeat} onSelect={() => wish('alternate')}>
          {t('group.act.accreditAlternate')}
        </MenuItem>
        <For each={seat().representatives}>
          {representative => (
            <MenuItem danger onSelect={() => wish('endAccreditation', representative)}>
              {t('group.act.endAccreditation', representative.name)}
            </MenuItem>
          )}
        </For>
      </Show>
      <MenuSeparator />
      <MenuItem onSelect={() => wish('rename')}>{t('group.act.rename')}</MenuItem>
      <Show when={held()}>
        <MenuItem danger onSelect={() => wish('vacate')}>
          {t('group.act.vacate')}
        </MenuItem>
      </Show>
      <MenuItem danger onSelect={() => wish('end')}>
        {t('group.act.end')}
      </MenuItem>
    </Menu>
  )
}
