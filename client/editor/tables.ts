import { Plugin } from 'prosemirror-state'
import { tableEditing } from 'prosemirror-tables'
import { isFromShared } from './binding/sync-plugin.ts'

/**
 * Table editing that mends ragged tables (two people added a row and a column at once) only as part of one's own next
 * edit. Mending on receipt would be done by every open editor at once, each adding cells of its own.
 */
export function tables(): Plugin {
  const { spec } = tableEditing()
  return new Plugin({
    ...spec,
    appendTransaction: (transactions, before, state) =>
      transactions.some(isFromShared)
        ? null
        : spec.appendTransaction?.call(spec as Plugin, transactions, before, state),
  })
}
