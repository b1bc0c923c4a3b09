import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx'
import {
  countAttribute,
  headingLevel,
  isExternalTarget,
  tableGrid,
  type NarrativeMark,
  type NarrativeNode,
} from '#shared/narrative'
import type { Line, Paper } from './paper.ts'

const languages = { en: 'en-GB', fr: 'fr-FR' } as const
const headings = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const

/** Levels of lists that Word tells apart. */
const deepest = 8
const indent = convertMillimetersToTwip(8)

/** A file that Word and LibreOffice open and edit: real headings, lists, tables and footnotes. */
export async function paperDocx(paper: Paper): Promise<Uint8Array> {
  const lists = new Lists()
  const body = blocks(paper.body, { lists, depth: 0 })
  const document = new Document({
    title: `${paper.title}${paper.words.colon}${paper.meeting}`,
    creator: paper.head[0]?.[1] ?? '',
    styles: {
      default: {
        document: { run: { font: 'Georgia', size: 22, language: { value: languages[paper.language] } } },
        title: { run: { size: 40 }, paragraph: { spacing: { after: 120 } } },
        heading2: {
          run: { size: 28, bold: true },
          paragraph: { spacing: { before: 400, after: 160 }, keepNext: true },
        },
        heading3: {
          run: { size: 24, bold: true },
          paragraph: { spacing: { before: 280, after: 120 }, keepNext: true },
        },
        heading4: {
          run: { size: 22, bold: true },
          paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
        },
      },
    },
    numbering: { config: lists.config() },
    sections: [
      {
        footers: { default: foot(paper) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(paper.title)] }),
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(paper.meeting)] }),
          ...(paper.draft === null ? [] : [text(paper.draft, true)]),
          ...paper.head.map(one => line(one, paper)),
          ...body,
          ...paper.proof.map(one => line(one, paper)),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function foot({ foot: words, words: { page } }: Paper): Footer {
  const numbers = [`${page} `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES]
  return new Footer({
    children: [
      new Paragraph({ children: [new TextRun({ text: words, size: 16 })] }),
      new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ children: numbers, size: 16 })] }),
    ],
  })
}

function line([label, value]: Line, { words }: Paper): Paragraph {
  return new Paragraph({
    spacing: { after: 40 },
    children: [new TextRun({ text: `${label}${words.colon}`, bold: true }), new TextRun(value)],
  })
}

function text(words: string, bold: boolean): Paragraph {
  return new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text: words, bold })] })
}

/** Every ordered list counts for itself, from where it begins. */
class Lists {
  readonly #starts: number[] = []

  begin(start: number): string {
    this.#starts.push(start)
    return `ordered-${this.#starts.length}`
  }

  config() {
    return this.#starts.map((start, index) => ({
      reference: `ordered-${index + 1}`,
      levels: Array.from({ length: deepest + 1 }, (_level, level) => ({
        level,
        format: LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
        alignment: AlignmentType.START,
        start,
        style: { paragraph: { indent: { left: indent * (level + 1), hanging: indent } } },
      })),
    }))
  }
}

interface Place {
  readonly lists: Lists
  /** Of lists around it. */
  readonly depth: number
  /** What its paragraphs take from around them. */
  readonly around?: IParagraphOptions
}

function blocks(node: NarrativeNode, place: Place): FileChild[] {
  return (node.content ?? []).flatMap(child => block(child, place))
}

function block(node: NarrativeNode, place: Place): FileChild[] {
  switch (node.type) {
    case 'paragraph':
      return [new Paragraph({ spacing: { after: 120 }, ...place.around, children: inlines(node) })]
    case 'heading':
      return [new Paragraph({ heading: headingOf(node), children: inlines(node) })]
    case 'blockquote':
      return blocks(node, { ...place, around: { ...place.around, indent: { left: indent }, style: 'Quote' } })
    case 'bullet_list':
      return listItems(node, place, level => ({ bullet: { level } }))
    case 'ordered_list': {
      const reference = place.lists.begin(countAttribute(node, 'order'))
      return listItems(node, place, level => ({ numbering: { reference, level } }))
    }
    case 'table':
      return tableOf(node, place)
    default:
      return []
  }
}

function headingOf(node: NarrativeNode) {
  const level = headingLevel(node)
  return level === 4 ? headings[4] : level === 3 ? headings[3] : headings[2]
}

/** The first paragraph of an item has its mark; what follows stands under it. */
function listItems(list: NarrativeNode, place: Place, marked: (level: number) => IParagraphOptions): FileChild[] {
  const level = Math.min(place.depth, deepest)
  const under: Place = { ...place, depth: place.depth + 1, around: { indent: { left: indent * (level + 1) } } }
  return (list.content ?? []).flatMap(item =>
    (item.content ?? []).flatMap((child, index) =>
      index === 0 && child.type === 'paragraph'
        ? block(child, { ...under, around: marked(level) })
        : block(child, under),
    ),
  )
}

function tableOf(node: NarrativeNode, place: Place): FileChild[] {
  const grid = tableGrid(node)
  if (!grid) return []
  const rows = Array.from({ length: grid.rows }, (_row, row) => {
    const cells = grid.cells.filter(cell => cell.row === row)
    return new TableRow({
      tableHeader: row < grid.headerRows,
      cantSplit: true,
      children: cells.map(
        cell =>
          new TableCell({
            columnSpan: cell.columns,
            rowSpan: cell.rows,
            children: cellBlocks(cell.content, { lists: place.lists, depth: 0 }),
          }),
      ),
    })
  })
  // Word joins tables that touch.
  return [new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } }), new Paragraph({ children: [] })]
}

function cellBlocks(content: readonly NarrativeNode[], place: Place): (Paragraph | Table)[] {
  const made = content
    .flatMap(child => block(child, place))
    .filter(one => one instanceof Paragraph || one instanceof Table)
  return made.length === 0 ? [new Paragraph({ children: [] })] : made
}

function inlines(node: NarrativeNode): ParagraphChild[] {
  return (node.content ?? []).flatMap((child): ParagraphChild[] => {
    switch (child.type) {
      case 'text':
        return [run(child)]
      case 'hard_break':
        return [new TextRun({ break: 1 })]
      case 'footnote':
        return [new FootnoteReferenceRun({ children: [new Paragraph({ children: inlines(child) })] })]
      default:
        return []
    }
  })
}

function run({ text: words = '', marks = [] }: NarrativeNode): ParagraphChild {
  const has = (type: string): boolean => marks.some(mark => mark.type === type)
  const styled = new TextRun({
    text: words,
    bold: has('strong'),
    italics: has('em'),
    superScript: has('superscript'),
    subScript: has('subscript'),
    ...(has('link') && { style: 'Hyperlink' }),
  })
  const link = externalTarget(marks)
  return link === null ? styled : new ExternalHyperlink({ link, children: [styled] })
}

/** Addresses within the workspace lead nowhere from a file. */
function externalTarget(marks: readonly NarrativeMark[]): string | null {
  const href = marks.find(mark => mark.type === 'link')?.attrs?.['href']
  return typeof href === 'string' && isExternalTarget(href) ? href : null
}
