import { Show, type JSX } from 'solid-js'
import { Select } from '#client/ui'
import type { MinutesAnswer } from '../api/minutes.ts'
import { seatName } from './part-name.ts'

type Seat = MinutesAnswer['statementSeats'][number]

/** For which seat: asked of those who speak for several; told to the others by its name alone. */
export function SeatChoice(props: {
  readonly label: string
  readonly seats: readonly Seat[]
  readonly value: string | null
  readonly onChange: (seatId: string) => void
}): JSX.Element {
  const name = (seat: Seat): string =>
    seat.organisationName === null ? seat.label : `${seat.organisationName} (${seat.label})`
  return (
    <Show
      when={props.seats.length > 1}
      fallback={
        <p>
          <span class="ui-muted">{props.label}</span> {props.seats.map(seatName).join()}
        </p>
      }
    >
      <Select
        label={props.label}
        required
        value={props.value}
        options={props.seats.map(seat => ({ value: seat.seatId, label: name(seat) }))}
        onChange={seatId => props.onChange(seatId)}
      />
    </Show>
  )
}
