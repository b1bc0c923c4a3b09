import { err, ok, type Json, type Result } from '#shared/core'
import { tableGrid, type NarrativeNode } from '#shared/narrative'
import { NodeCompiler, PdfStandard, type RenderPdfOpts } from '@myriaddreamin/typst-ts-node-compiler'
import type { Paper } from './paper.ts'
import { template } from './typst-template.ts'

let compiler: NodeCompiler | null = null

/** Shown for a character that no typeface here has. */
const substitute = '□'

/** Each setting names the characters it stumbled on; more than a few rounds would be something else. */
const rounds = 4

/**
 * A tagged PDF that a screen reader follows (PDF/UA-1). Characters that no typeface here has are shown by a substitute;
 * the other formats hold them as written. What still does not meet the standard is set without its promise.
 *
 * @returns null where the typesetter refuses that too
 */
export function paperPdf(paper: Paper, set: Typesetter = setIn): Uint8Array | null {
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
  let shown: Json = data
  for (let round = 0; round < rounds; round++) {
    const tagged = set(shown, { pdfStandard: PdfStandard.UA_1 })
    if (tagged.ok) return tagged.value
    const missing = undisplayable(tagged.problem)
    if (missing.size === 0) break
    shown = substituted(shown, missing)
  }
  const plain = set(shown, {})
  return plain.ok ? plain.value : null
}

/** @returns the file, or what the typesetter says of it */
type Typesetter = (data: Json, options: RenderPdfOpts) => Result<Uint8Array, string>

function setIn(data: Json, options: RenderPdfOpts): Result<Uint8Array, string> {
  compiler ??= NodeCompiler.create()
  try {
    return ok(compiler.pdf({ mainFileContent: template, inputs: { paper: JSON.stringify(data) } }, options))
  } catch (error) {
    return err(String(error))
  } finally {
    compiler.evictCache(10)
  }
}

/** The characters that diagnostics name, which come as Rust writes them: ``the text `"\u{378}"` could not be …``. */
function undisplayable(diagnostics: string): ReadonlySet<string> {
  const named = [...diagnostics.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map(([, text = '']) =>
    text.replace(/\\+u\{([0-9a-f]+)\}/g, (_all, code: string) => String.fromCodePoint(parseInt(code, 16))),
  )
  return new Set(named.flatMap(text => Array.from(text)))
}

function substituted(data: Json, missing: ReadonlySet<string>): Json {
  if (typeof data === 'string') return Array.from(data, one => (missing.has(one) ? substitute : one)).join('')
  if (Array.isArray(data)) return data.map(one => substituted(one, missing))
  if (data === null || typeof data !== 'object') return data
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => (value === undefined ? [] : [[key, substituted(value, missing)]])),
  )
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
