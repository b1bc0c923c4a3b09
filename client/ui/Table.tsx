import { For, Show, type JSX } from 'solid-js'
import './table.css'

export interface Column<Row> {
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => JSX.Element
  /** Numbers stand at the end of the column. */
  readonly align?: 'start' | 'end' | undefined
  /** Names the row: becomes the row's header, and the card's title on narrow screens. */
  readonly primary?: boolean | undefined
  /** The header is for screen readers only, e.g. above a column of buttons. */
  readonly hideHeader?: boolean | undefined
}

export interface TableProps<Row> {
  readonly caption: string
  readonly showCaption?: boolean | undefined
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** Shown in place of the table when there are no rows. */
  readonly empty?: JSX.Element | undefined
  readonly dense?: boolean | undefined
}

/**
 * Rows and columns; on narrow screens each row becomes a card with its headers beside the values. Roles are written out,
 * since `display: block` would take the table away from screen readers.
 */
export function Table<Row>(props: TableProps<Row>): JSX.Element {
  return (
    <Show when={props.rows.length > 0} fallback={props.empty}>
      <table role="table" class="ui-table" classList={{ 'ui-table--dense': props.dense === true }}>
        <caption classList={{ 'ui-visually-hidden': props.showCaption !== true }}>{props.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <For each={props.columns}>
              {column => (
                <th
                  role="columnheader"
                  scope="col"
                  class="ui-table__head"
                  classList={{ 'ui-table--end': column.align === 'end' }}
                >
                  <span classList={{ 'ui-visually-hidden': column.hideHeader === true }}>{column.header}</span>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody role="rowgroup">
          <For each={props.rows}>
            {row => (
              <tr role="row" class="ui-table__row">
                <For each={props.columns}>{column => <Cell column={column} row={row} />}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Show>
  )
}

function Cell<Row>(props: { readonly column: Column<Row>; readonly row: Row }): JSX.Element {
  const end = (): boolean => props.column.align === 'end'
  return (
    <Show
      when={props.column.primary}
      fallback={
        <td
          role="cell"
          class="ui-table__cell"
          classList={{ 'ui-table--end': end() }}
          data-label={props.column.hideHeader ? undefined : props.column.header}
        >
          <div class="ui-table__value">{props.column.cell(props.row)}</div>
        </td>
      }
    >
      <th role="rowheader" scope="row" class="ui-table__cell ui-table__cell--primary">
        {props.column.cell(props.row)}
      </th>
    </Show>
  )
}
