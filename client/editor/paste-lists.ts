/**
 * Word writes a list as paragraphs: `style="mso-list:l0 level2 lfo1"`, with the bullet or number as text in a span
 * `mso-list:Ignore`. Neighbouring ones become one list, deeper levels lists within it.
 */
interface WordItem {
  readonly paragraph: HTMLElement
  readonly list: string
  /** From 1. */
  readonly level: number
  readonly ordered: boolean
  readonly start: number
}

export function listsFromWord(body: HTMLElement): void {
  const items = [...body.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')].flatMap(paragraph => {
    const item = wordItem(paragraph)
    return item === null ? [] : [item]
  })
  let open: { readonly element: HTMLElement; readonly item: WordItem }[] = []
  let previous: WordItem | null = null
  for (const item of items) {
    const continues = previous !== null && follows(previous, item, open[0]?.element ?? null)
    if (!continues) open = []
    open = open.filter(({ item: { level } }) => level <= item.level)
    const last = open.at(-1)
    if (last === undefined || last.item.level < item.level || last.item.ordered !== item.ordered) {
      if (last !== undefined && last.item.level === item.level) open = open.slice(0, -1)
      open = [...open, { element: openList(item, open.at(-1)?.element ?? null), item }]
    }
    const entry = body.ownerDocument.createElement('li')
    open.at(-1)?.element.append(entry)
    const text = body.ownerDocument.createElement('p')
    text.append(...item.paragraph.childNodes)
    entry.append(text)
    item.paragraph.remove()
    previous = item
  }
}

function wordItem(paragraph: HTMLElement): WordItem | null {
  const match = /mso-list:\s*(l\d+)\s+level(\d+)/i.exec(paragraph.getAttribute('style') ?? '')
  if (match === null) return null
  const marker = takeMarker(paragraph)
  const number = /^\(?(\d+|[a-z]|[ivxlcdm]+)[.)]/i.exec(marker)?.[1]
  return {
    paragraph,
    list: match[1] ?? 'l0',
    level: Number(match[2]),
    ordered: number !== undefined,
    start: number !== undefined && /^\d+$/.test(number) ? Number(number) : 1,
  }
}

function takeMarker(paragraph: HTMLElement): string {
  const spans = [...paragraph.querySelectorAll<HTMLElement>('[style]')].filter(span =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  )
  const text = spans
    .map(span => span.textContent ?? '')
    .join('')
    .trim()
  for (const span of spans) span.remove()
  return text
}

/** Whether nothing but space stands between the list being built and the next item. */
function follows(previous: WordItem, item: WordItem, list: HTMLElement | null): boolean {
  if (list === null || list.parentElement !== item.paragraph.parentElement) return false
  if (previous.list !== item.list && item.level === 1) return false
  return list.nextElementSibling === item.paragraph
}

function openList(item: WordItem, outer: HTMLElement | null): HTMLElement {
  const list = item.paragraph.ownerDocument.createElement(item.ordered ? 'ol' : 'ul')
  if (item.ordered && item.start !== 1) list.setAttribute('start', String(item.start))
  const entry = outer?.lastElementChild ?? null
  if (entry === null) item.paragraph.before(list)
  else entry.append(list)
  return list
}
