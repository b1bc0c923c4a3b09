/**
 * What comes from Word, Google Docs or LibreOffice, brought to the plain HTML that the schema reads: structure and
 * emphasis stay, everything about looks goes. Lists that Word writes as paragraphs become lists, footnotes become
 * footnotes, comments and pictures are left out.
 */
import { listsFromWord } from './paste-lists.ts'

export interface Pasted {
  readonly html: string
  /** Pictures and embedded objects that were left out. */
  readonly picturesDropped: number
}

/** @param parse makes an inert document of HTML: no script runs, nothing is fetched */
export function cleanPasted(html: string, parse: (html: string) => Document = parseInert): Pasted {
  const { body } = parse(betweenFragmentMarks(html))
  dropComments(body)
  for (const step of [dropHidden, dropWordComments, keepFootnotes, acceptTrackedChanges, unwrapGoogle]) step(body)
  const picturesDropped = dropPictures(body)
  listsFromWord(body)
  for (const step of [titlesToHeadings, looksToMarks, dropEmptyParagraphs, unwrapRest]) step(body)
  return { html: body.innerHTML, picturesDropped }
}

function parseInert(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html')
}

/** Windows marks the copied part; Word puts its style sheets before it. */
function betweenFragmentMarks(html: string): string {
  const start = html.indexOf('<!--StartFragment-->')
  const end = html.lastIndexOf('<!--EndFragment-->')
  return start >= 0 && end > start
    ? html.slice(start + '<!--StartFragment-->'.length, end) + notesAfter(html.slice(end))
    : html
}

/** Word's footnotes stand behind the mark that ends the copied part. */
function notesAfter(html: string): string {
  return /mso-element:\s*footnote/.test(html) ? html : ''
}

function dropComments(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT)
  const found: Node[] = []
  while (walker.nextNode()) found.push(walker.currentNode)
  for (const comment of found) comment.parentNode?.removeChild(comment)
}

function each(body: HTMLElement, selector: string, visit: (element: HTMLElement) => void): void {
  // from the last to the first: children before parents, so that unwrapping keeps what was cleaned inside
  for (const element of [...body.querySelectorAll<HTMLElement>(selector)].reverse()) visit(element)
}

function unwrap(element: HTMLElement): void {
  element.replaceWith(...element.childNodes)
}

function styleOf(element: HTMLElement): string {
  return element.getAttribute('style') ?? ''
}

function dropHidden(body: HTMLElement): void {
  each(body, 'style, script, meta, link, title, head, xml, template, noscript', element => element.remove())
  each(body, '[style]', element => {
    if (/display:\s*none|mso-hide:\s*all/i.test(styleOf(element))) element.remove()
  })
}

function dropWordComments(body: HTMLElement): void {
  each(body, '[style]', element => {
    if (/mso-element:\s*comment(-list)?\b|mso-special-character:\s*comment/i.test(styleOf(element))) element.remove()
    else if (/mso-comment-(reference|continuation)/i.test(styleOf(element))) unwrap(element)
  })
  each(
    body,
    '.MsoCommentReference, .MsoCommentText, a[id^="_anchor_"], a[href^="#_msocom"], a[href^="#cmnt"]',
    element => element.remove(),
  )
}

const noteAnchors = 'a[style*="mso-footnote-id"], a[style*="mso-endnote-id"], a.sdfootnoteanc, a.sdendnoteanc'

function keepFootnotes(body: HTMLElement): void {
  each(body, noteAnchors, anchor => {
    const id = noteId(anchor)
    const note = id === null ? null : [...body.querySelectorAll<HTMLElement>('div[id]')].find(div => div.id === id)
    if (!note || note.contains(anchor)) return
    const footnote = body.ownerDocument.createElement('span')
    footnote.setAttribute('data-footnote', '')
    const copy = note.cloneNode(true) as HTMLElement
    each(copy, `${noteAnchors}, a.sdfootnotesym, a.sdendnotesym, a[name^="_ftn"], sup`, element => element.remove())
    footnote.textContent = (copy.textContent ?? '').replace(/\s+/g, ' ').trim()
    // the anchor is often alone in a superscript
    const outer = anchor.parentElement?.tagName === 'SUP' ? anchor.parentElement : anchor
    outer.replaceWith(footnote)
  })
  each(
    body,
    'div[style*="mso-element:footnote"], div[style*="mso-element:endnote"], div[id^="sdfootnote"], div[id^="sdendnote"]',
    element => element.remove(),
  )
  each(body, 'hr', element => element.remove())
}

/** The id of the note's own block: Word says it in a style, LibreOffice in the address without its last three letters. */
function noteId(anchor: HTMLElement): string | null {
  const word = /mso-(?:footnote|endnote)-id:\s*([\w-]+)/.exec(styleOf(anchor))?.[1]
  if (word !== undefined) return word
  return /^#(sd(?:footnote|endnote)\d+)sym$/.exec(anchor.getAttribute('href') ?? '')?.[1] ?? null
}

function acceptTrackedChanges(body: HTMLElement): void {
  each(body, 'del, s, strike', element => element.remove())
  each(body, 'ins', unwrap)
}

function unwrapGoogle(body: HTMLElement): void {
  each(body, 'b[id^="docs-internal-guid"]', unwrap)
  each(body, 'a[href^="https://www.google.com/url?"]', link => {
    const target = new URL(link.getAttribute('href') ?? '').searchParams.get('q')
    if (target !== null) link.setAttribute('href', target)
  })
  // line breaks that Google Docs puts between blocks are space, not text
  each(body, 'br', element => {
    const besideBlock = [element.previousElementSibling, element.nextElementSibling].some(
      sibling => sibling !== null && /^(P|H[1-6]|UL|OL|TABLE|DIV|BLOCKQUOTE)$/.test(sibling.tagName),
    )
    if (element.className === 'Apple-interchange-newline' || (besideBlock && element.parentElement === body))
      element.remove()
  })
}

function dropPictures(body: HTMLElement): number {
  const pictures = [...body.querySelectorAll<HTMLElement>('*')].filter(element =>
    /^(img|picture|svg|video|audio|canvas|object|embed|iframe|v:imagedata)$/i.test(element.tagName),
  )
  // Word writes one picture twice, for old readers and new
  const counted = pictures.filter(element => !pictures.some(other => other !== element && other.contains(element)))
  for (const element of pictures) element.remove()
  return counted.length
}

function titlesToHeadings(body: HTMLElement): void {
  each(body, 'p.MsoTitle, p.title', element => rename(element, 'h1'))
  each(body, 'p.MsoSubtitle, p.subtitle', element => rename(element, 'h2'))
  each(body, 'p.MsoQuote, p.MsoIntenseQuote', element => {
    const quote = body.ownerDocument.createElement('blockquote')
    element.replaceWith(quote)
    quote.append(element)
  })
}

function rename(element: HTMLElement, tag: string): void {
  const made = element.ownerDocument.createElement(tag)
  made.append(...element.childNodes)
  element.replaceWith(made)
}

/** Emphasis said by style becomes a mark; headings keep none, they are bold by themselves. */
function looksToMarks(body: HTMLElement): void {
  each(body, 'span[style], font[style]', element => {
    const style = styleOf(element)
    const inHeading = element.closest('h1, h2, h3, h4, h5, h6') !== null
    const tags = [
      /font-weight:\s*(bold|[6-9]00)/i.test(style) && !inHeading ? 'strong' : null,
      /font-style:\s*italic/i.test(style) && !inHeading ? 'em' : null,
      /vertical-align:\s*super/i.test(style) ? 'sup' : null,
      /vertical-align:\s*sub\b/i.test(style) ? 'sub' : null,
    ].filter(tag => tag !== null)
    for (const tag of tags) {
      const made = element.ownerDocument.createElement(tag)
      made.append(...element.childNodes)
      element.append(made)
    }
  })
  each(body, 'h1 b, h1 strong, h2 b, h2 strong, h3 b, h3 strong, h4 b, h4 strong, h5 b, h6 b', unwrap)
  each(body, '*', element => {
    for (const name of element.getAttributeNames())
      if (!/^(href|colspan|rowspan|start|data-footnote)$/.test(name)) element.removeAttribute(name)
  })
}

/** Empty paragraphs make distance in Word; here distance is the style sheet's. In a cell they are the cell. */
function dropEmptyParagraphs(body: HTMLElement): void {
  each(body, 'p, h1, h2, h3, h4, h5, h6', element => {
    const isEmpty = (element.textContent ?? '').trim() === '' && element.querySelector('[data-footnote]') === null
    if (!isEmpty) return
    if (element.parentElement?.children.length === 1) element.textContent = ''
    else element.remove()
  })
}

const kept = new Set(
  'P H1 H2 H3 H4 H5 H6 UL OL LI BLOCKQUOTE TABLE THEAD TBODY TFOOT TR TD TH A B STRONG I EM SUP SUB BR DIV'.split(' '),
)

function unwrapRest(body: HTMLElement): void {
  each(body, '*', element => {
    if (kept.has(element.tagName) || element.hasAttribute('data-footnote')) return
    unwrap(element)
  })
  each(body, 'a:not([href])', unwrap)
}
