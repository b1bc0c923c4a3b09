/**
 * The page as Typst sets it. The minutes come in as data and never as markup: whatever people write is text. The
 * typeface is the one that the compiler brings along; it covers Latin, Greek and Cyrillic.
 */
export const template = String.raw`
#let paper = json(bytes(sys.inputs.paper))
#set document(title: paper.title + paper.colon + paper.meeting, author: paper.group)
#set text(lang: paper.language, font: "Libertinus Serif", size: 11pt)
#set smartquote(enabled: false)
#set par(leading: 0.68em, spacing: 0.9em)
#set page(
  paper: "a4",
  margin: (x: 24mm, top: 22mm, bottom: 24mm),
  footer: context {
    set text(size: 8pt)
    grid(
      columns: (1fr, auto),
      gutter: 4mm,
      paper.foot,
      [#paper.page #counter(page).display("1") / #counter(page).final().first()],
    )
  },
)
#set heading(numbering: none)
#show regex("[0-9a-f]{64}"): it => text(font: "DejaVu Sans Mono", size: 7.5pt, it)
#set table(stroke: 0.5pt + luma(120), inset: 4pt)
#show table: set text(size: 9pt)
#show table: set par(leading: 0.5em, spacing: 0.5em)
#show heading.where(level: 2): it => block(above: 1.8em, below: 0.8em, text(size: 14pt, it.body))
#show heading.where(level: 3): it => block(above: 1.4em, below: 0.7em, text(size: 12pt, it.body))
#show heading.where(level: 4): it => block(above: 1.2em, below: 0.6em, text(size: 11pt, it.body))

#let marked(body, mark) = {
  if mark.type == "strong" { strong(body) }
  else if mark.type == "em" { emph(body) }
  else if mark.type == "superscript" { super(body) }
  else if mark.type == "subscript" { sub(body) }
  else if mark.type == "link" and mark.attrs.href.match(regex("^(https?://|mailto:)")) != none {
    link(mark.attrs.href, underline(body))
  }
  else { body }
}
#let inlines(node) = node.at("content", default: ()).map(child => {
  if child.type == "text" { child.at("marks", default: ()).rev().fold([#child.text], marked) }
  else if child.type == "hard_break" { linebreak() }
  else if child.type == "footnote" { footnote(child.at("content", default: ()).map(part => part.at("marks", default: ()).rev().fold([#part.text], marked)).join()) }
}).join()

#let blocks(node) = {
  for child in node.at("content", default: ()) {
    if child.type == "paragraph" { par(inlines(child)) }
    else if child.type == "heading" { heading(level: child.attrs.level, inlines(child)) }
    else if child.type == "bullet_list" { list(..child.content.map(blocks)) }
    else if child.type == "ordered_list" { enum(start: child.attrs.order, ..child.content.map(blocks)) }
    else if child.type == "blockquote" {
      block(inset: (left: 4mm), stroke: (left: 1.5pt + luma(120)), outset: (y: 1mm), blocks(child))
    }
    else if child.type == "grid" {
      let cells = child.cells.map(cell => table.cell(
        x: cell.column,
        y: cell.row,
        colspan: cell.columns,
        rowspan: cell.rows,
        if cell.header { strong(blocks(cell)) } else { blocks(cell) },
      ))
      let head = cells.slice(0, child.headed)
      block(above: 1em, below: 1em, table(
        columns: (auto,) * child.columns,
        align: start,
        ..if head.len() == 0 { () } else { (table.header(..head),) },
        ..cells.slice(child.headed),
      ))
    }
  }
}
#let lines(all) = if all.len() > 0 {
  grid(
    columns: (auto, 1fr),
    column-gutter: 5mm,
    row-gutter: 2.5mm,
    ..all.map(((label, value)) => (text(fill: luma(80), label), text(value))).flatten(),
  )
}

#heading(level: 1)[#text(size: 20pt)[#paper.title #linebreak() #text(size: 16pt, weight: "regular", paper.meeting)]]
#if paper.draft != none { block(stroke: 1pt, inset: 3mm, width: 100%, strong(paper.draft)) }
#v(2mm)
#lines(paper.head)
#blocks(paper.body)
#if paper.proof.len() > 0 {
  v(6mm)
  line(length: 100%, stroke: 0.5pt + luma(120))
  lines(paper.proof)
}
`
