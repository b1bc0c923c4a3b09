import { For, Show, type JSX } from 'solid-js'
import ClipboardCheck from 'lucide-solid/icons/clipboard-check'
import { useFormat, useT } from '#client/i18n'
import { Badge } from '#client/ui'
import { constituencies } from '#shared/group'
import type { AttendanceBlock, Attendee } from '#shared/minutes'
import { seatName } from '../part-name.ts'
import { LockedBlock } from './LockedBlock.tsx'

type Seat = AttendanceBlock['seats'][number]

const tones = { STATE: 'state', NGO: 'ngo', PARTNER: 'partner', OBSERVER: 'observer' } as const

/** Who was there for which seat, from when until when; seats that nobody came for are named too. [M3] */
export function AttendanceFacts(props: { readonly block: AttendanceBlock }): JSX.Element {
  const t = useT()
  const of = (constituency: Seat['constituency']): readonly Seat[] =>
    props.block.seats.filter(seat => seat.constituency === constituency)
  const there = (constituency: Seat['constituency']) => of(constituency).filter(seat => seat.persons.length > 0)
  const absent = (constituency: Seat['constituency']) => of(constituency).filter(seat => seat.persons.length === 0)
  const shown = () => constituencies.filter(constituency => of(constituency).length > 0)
  return (
    <LockedBlock title={t('minutes.blocks.attendance.title')} icon={ClipboardCheck}>
      <Show when={props.block.officers.length > 0}>
        <div class="attendance__part">
          <p class="attendance__head">
            <Badge>{t('minutes.blocks.attendance.officers')}</Badge>
          </p>
          <ul class="attendance" role="list" aria-label={t('minutes.blocks.attendance.officers')}>
            <For each={props.block.officers}>
              {person => (
                <li class="attendance__row">
                  <Person person={person} />
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
      <For each={shown()}>
        {constituency => (
          <div class="attendance__part">
            <p class="attendance__head">
              <Badge tone={tones[constituency]}>{t(`minutes.constituency.${constituency}`)}</Badge>
              <span class="ui-small ui-muted">
                {t('minutes.blocks.attendance.filled', there(constituency).length, of(constituency).length)}
              </span>
            </p>
            <ul class="attendance" role="list" aria-label={t(`minutes.constituency.${constituency}`)}>
              <For each={there(constituency)}>
                {seat => (
                  <li class="attendance__row">
                    <span class="attendance__seat">{seatName(seat)}</span>
                    <span class="attendance__persons">
                      <For each={seat.persons}>{person => <Person person={person} />}</For>
                    </span>
                  </li>
                )}
              </For>
            </ul>
            <Show when={absent(constituency).length > 0}>
              <p class="ui-small ui-muted">
                {t('minutes.blocks.attendance.absent', absent(constituency).map(seatName).join(', '))}
              </p>
            </Show>
          </div>
        )}
      </For>
    </LockedBlock>
  )
}

function Person(props: { readonly person: Attendee }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const stays = (): string =>
    props.person.stays
      .map(({ from, until }) =>
        until === null
          ? t('minutes.blocks.attendance.from', format().time(from))
          : t('minutes.blocks.attendance.stay', format().time(from), format().time(until)),
      )
      .join(', ')
  return (
    <span class="attendance__person">
      {props.person.name}{' '}
      <span class="ui-small ui-muted ui-numeric">
        {stays()}
        <Show when={props.person.manner === 'remote'}>, {t('minutes.blocks.attendance.remote')}</Show>
      </span>
    </span>
  )
}
