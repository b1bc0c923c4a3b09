/**
 * A table as a clean grid, for formats that refuse what a browser forgives. Two people's edits, each valid, can leave
 * rows of different length and spans that reach over each other: here every cell has its place, no two overlap, and every
 * place that no cell covers is an empty one.
 */
import { countAttribute, type NarrativeNode } from './json.ts'

export interface GridCell {
  /** From 0. */
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly header: boolean
  readonly content: readonly NarrativeNode[]
}

export interface Grid {
  readonly rows: number
  readonly columns: number
  /** Rows at the top that are made of headers alone. */
  readonly headerRows: number
  /** In reading order. */
  readonly cells: readonly GridCell[]
}

/** @returns null for a table without cells */
export function tableGrid(table: NarrativeNode): Grid | null {
  const rows = table.content ?? []
  const placed = place(rows)
  if (placed.length === 0) return null
  const { cells, columns } = withoutIdleColumns(placed)
  const whole = [...cells, ...gaps(cells, rows.length, columns)]
  const order = whole.toSorted((a, b) => a.row - b.row || a.column - b.column)
  const firstBodyRow = rows.findIndex((_row, row) => cells.some(cell => cell.row === row && !cell.header))
  return { rows: rows.length, columns, headerRows: firstBodyRow === -1 ? 1 : firstBodyRow, cells: order }
}

/** Each cell at the first place that is free in its row; what would lie over another is cut off. */
function place(rows: readonly NarrativeNode[]): readonly GridCell[] {
  const taken = rows.map(() => new Set<number>())
  const cells: GridCell[] = []
  for (const [row, { content = [] }] of rows.entries()) {
    const own = taken[row] ?? new Set<number>()
    let column = 0
    for (const cell of content) {
      while (own.has(column)) column++
      let columns = 1
      while (columns < countAttribute(cell, 'colspan') && !own.has(column + columns)) columns++
      const span = { from: column, to: column + columns }
      let deep = 1
      while (deep < countAttribute(cell, 'rowspan') && isFree(taken[row + deep], span)) deep++
      for (let at = row; at < row + deep; at++) {
        for (let over = span.from; over < span.to; over++) taken[at]?.add(over)
      }
      const header = cell.type === 'table_header'
      cells.push({ row, column, rows: deep, columns, header, content: cell.content ?? [] })
      column += columns
    }
  }
  return cells
}

function isFree(taken: ReadonlySet<number> | undefined, { from, to }: { from: number; to: number }): boolean {
  if (!taken) return false
  for (let column = from; column < to; column++) if (taken.has(column)) return false
  return true
}

/** A column in which no cell begins shows nothing of its own. */
function withoutIdleColumns(cells: readonly GridCell[]): {
  readonly cells: readonly GridCell[]
  readonly columns: number
} {
  const starts = [...new Set(cells.map(cell => cell.column))].toSorted((a, b) => a - b)
  const before = (column: number): number => starts.filter(start => start < column).length
  return {
    columns: starts.length,
    cells: cells.map(cell => {
      const column = before(cell.column)
      return { ...cell, column, columns: before(cell.column + cell.columns) - column }
    }),
  }
}

function gaps(cells: readonly GridCell[], rows: number, columns: number): readonly GridCell[] {
  const covered = new Set(
    cells.flatMap(cell =>
      Array.from({ length: cell.rows }, (_row, down) =>
        Array.from({ length: cell.columns }, (_column, right) => `${cell.row + down}/${cell.column + right}`),
      ).flat(),
    ),
  )
  const found: GridCell[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (covered.has(`${row}/${column}`)) continue
      found.push({ row, column, rows: 1, columns: 1, header: false, content: [] })
    }
  }
  return found
}
