import { expect, test } from 'vitest'
import fc from 'fast-check'
import { tableGrid, type Grid } from './grid.ts'
import type { NarrativeNode } from './json.ts'

const cell = (colspan = 1, rowspan = 1, type = 'table_cell'): NarrativeNode => ({ type, attrs: { colspan, rowspan } })
const table = (...rows: readonly (readonly NarrativeNode[])[]): NarrativeNode => ({
  type: 'table',
  content: rows.map(content => ({ type: 'table_row', content })),
})
const places = (grid: Grid | null) => grid?.cells.map(({ row, column, rows, columns }) => [row, column, rows, columns])

test('cells stand where a browser puts them, spans among them', () => {
  const header = cell(1, 1, 'table_header')
  const grid = tableGrid(table([header, header, header], [cell(1, 2), cell(2)], [cell(), cell()]))
  expect(grid).toMatchObject({ rows: 3, columns: 3, headerRows: 1 })
  expect(places(grid)).toEqual([
    [0, 0, 1, 1],
    [0, 1, 1, 1],
    [0, 2, 1, 1],
    [1, 0, 2, 1],
    [1, 1, 1, 2],
    [2, 1, 1, 1],
    [2, 2, 1, 1],
  ])
})

test('a short row is filled up, and a span wider than everything is one column', () => {
  expect(places(tableGrid(table([cell(), cell()], [cell()])))).toEqual([
    [0, 0, 1, 1],
    [0, 1, 1, 1],
    [1, 0, 1, 1],
    [1, 1, 1, 1],
  ])
  expect(tableGrid(table([cell(1_000)]))).toMatchObject({ columns: 1, rows: 1 })
})

test('a table without cells is none', () => {
  expect(tableGrid(table())).toBeNull()
  expect(tableGrid(table([], []))).toBeNull()
})

test('whatever two people leave of a table, its cells cover the grid once', () => {
  const cells = fc.record({ colspan: fc.integer({ min: 1, max: 5 }), rowspan: fc.integer({ min: 1, max: 5 }) })
  const rows = fc.array(fc.array(cells, { maxLength: 5 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(rows, spans => {
      const grid = tableGrid(table(...spans.map(row => row.map(({ colspan, rowspan }) => cell(colspan, rowspan)))))
      if (!grid) return spans.every(row => row.length === 0)
      const covered = grid.cells.flatMap(({ row, column, rows: deep, columns: wide }) =>
        Array.from({ length: deep * wide }, (_, at) => [row + Math.floor(at / wide), column + (at % wide)].join()),
      )
      const area = grid.rows * grid.columns
      return covered.length === area && new Set(covered).size === area
    }),
  )
})
