import type { Json } from '#shared/core'
import { tableGrid, type NarrativeNode } from '#shared/narrative'
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import type { Paper } from './paper.ts'
import { template } from './typst-template.ts'

let compiler: NodeCompiler | null = null

/** A tagged PDF that a screen reader follows (PDF/UA-1). */
export function paperPdf(paper: Paper): Uint8Array {
  compiler ??= NodeCompiler.create()
  const { language, words, title, meeting, draft, head, body, proof, foot } = paper
  const data: Json = {
    language,
    colon: words.colon,
    page: words.page,
    title,
    meeting,
    group: head[0]?.[1] ?? '',
    draft,
    head: head.map(line => [...line]),
    body: typeset(body),
    proof: proof.map(line => [...line]),
    foot,
  }
  const pdf = compiler.pdf(
    { mainFileContent: template, inputs: { paper: JSON.stringify(data) } },
    { pdfStandard: PdfStandard.UA_1 },
  )
  compiler.evictCache(10)
  return pdf
}

/** Nodes as they are, and tables as grids, which no two spans can spoil. */
function typeset(node: NarrativeNode): Json {
  const grid = node.type === 'table' ? tableGrid(node) : null
  if (node.type === 'table') {
    if (!grid) return { type: 'paragraph' }
    return {
      type: 'grid',
      columns: grid.columns,
      // A span may reach from the head into the body: then there is no head to repeat.
      headed: headedCells(grid.cells, grid.headerRows),
      cells: grid.cells.map(cell => ({ ...cell, content: cell.content.map(typeset) })),
    }
  }
  return {
    type: node.type,
    attrs: node.attrs && { ...node.attrs },
    text: node.text,
    marks: node.marks?.map(mark => ({ type: mark.type, attrs: mark.attrs && { ...mark.attrs } })),
    content: node.content?.map(typeset),
  }
}

function headedCells(cells: readonly { readonly row: number; readonly rows: number }[], headerRows: number): number {
  const head = cells.filter(cell => cell.row < headerRows)
  return head.some(cell => cell.row + cell.rows > headerRows) ? 0 : head.length
}
