/**
 * Text that one transaction took from one place and put down in another.
 *
 * The shared tree has no "move": splitting a paragraph deletes its second half and writes it again in a new paragraph;
 * joining, lifting, turning into a heading do the like. What others wrote into the old letters meanwhile stays behind
 * or goes down with them. To put that right one must first see that text moved. A transaction shows it: letters
 * deleted in one text, the same letters new in another.
 */
import * as Y from 'yjs'

/** A stretch of letters of one item, as the text stood before the transaction and with what came since. */
export interface Piece {
  readonly content: string
  /** Of the first letter. */
  readonly id: Y.ID
  /** Deleted by the transaction; otherwise still there. */
  readonly taken: boolean
}

/** A text that lost letters. */
export interface Taking {
  readonly text: Y.XmlText
  readonly pieces: readonly Piece[]
  /** The text itself was deleted, with everything in it. */
  readonly gone: boolean
}

/** A text that gained letters. */
export interface Arrival {
  readonly text: Y.XmlText
  /** What the transaction wrote, in one stretch. */
  readonly content: string
  /** Where it stands among the text's letters. */
  readonly index: number
  /** Of the first letter; null when nothing was written into it. */
  readonly id: Y.ID | null
  /** The text was made by the transaction. */
  readonly made: boolean
}

function takingsOf(transaction: Y.Transaction): Taking[] {
  const texts = new Set<Y.XmlText>()
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, struct => {
    if (!(struct instanceof Y.Item)) return
    if (struct.parent instanceof Y.XmlText && struct.content instanceof Y.ContentString) texts.add(struct.parent)
  })
  return [...texts].map(text => ({ text, pieces: piecesOf(text, transaction), gone: text._item?.deleted === true }))
}

function piecesOf(text: Y.XmlText, transaction: Y.Transaction): Piece[] {
  const pieces: Piece[] = []
  for (let item = text._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) continue
    const taken = item.deleted && Y.isDeleted(transaction.deleteSet, item.id)
    // made and deleted within the transaction, it was never seen
    if (item.deleted && (!taken || isNew(item, transaction))) continue
    pieces.push({ content: item.content.str, id: item.id, taken })
  }
  return pieces
}

function isNew(item: Y.Item, transaction: Y.Transaction): boolean {
  return item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0)
}

function arrivalsOf(transaction: Y.Transaction): Arrival[] {
  const texts = new Set<Y.XmlText>()
  for (const [client, clock] of transaction.afterState) {
    const from = transaction.beforeState.get(client) ?? 0
    if (from >= clock) continue
    const structs = transaction.doc.store.clients.get(client) ?? []
    for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
      const struct = structs[index]
      if (!(struct instanceof Y.Item) || struct.deleted) continue
      if (struct.parent instanceof Y.XmlText && struct.content instanceof Y.ContentString) texts.add(struct.parent)
      if (struct.content instanceof Y.ContentType && struct.content.type instanceof Y.XmlText)
        texts.add(struct.content.type)
    }
  }
  return [...texts].map(text => arrivalIn(text, transaction))
}

function arrivalIn(text: Y.XmlText, transaction: Y.Transaction): Arrival {
  let content = ''
  let index = 0
  let id: Y.ID | null = null
  let passed = 0
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    if (isNew(item, transaction)) {
      if (id === null) index = passed
      id ??= item.id
      content += item.content.str
    } else if (id !== null) break
    passed += item.length
  }
  return { text, content, index, id, made: text._item !== null && isNew(text._item, transaction) }
}

/** All that a transaction took and put down. */
export interface Traffic {
  readonly takings: readonly Taking[]
  readonly arrivals: readonly Arrival[]
}

/** To be called from an observer: later, deleted letters are forgotten. */
export function trafficOf(transaction: Y.Transaction): Traffic {
  return { takings: takingsOf(transaction), arrivals: arrivalsOf(transaction) }
}

/** Text that moved: the letters taken, and where they stand now. */
export interface Move {
  readonly from: Taking
  readonly to: Arrival
  readonly content: string
  /** Pieces that did not move along: written by one who did not know of the move. */
  readonly left: ReadonlySet<Piece>
  /** Where the moved letters begin in the arrival's text. */
  readonly index: number
  /** The letters were followed by more that had been moved from here before: they were the end of their text. */
  readonly wasEnd: boolean
}

/**
 * Finds where a text's letters went.
 *
 * @param own the client whose letters may have been unknown to the mover. It knew all of them up to some clock and
 *   none after, so the unknown ones are found by trying clocks from the latest.
 * @param ends what this editor had itself moved from the end of the text, and the other moved again
 */
export function moveOf(
  taking: Taking,
  arrivals: readonly Arrival[],
  own: number,
  ends: readonly string[] = [],
): Move | null {
  const mine = taking.pieces.filter(piece => piece.id.client === own)
  const others = arrivals.filter(arrival => arrival.text !== taking.text)
  for (const clock of clocksFrom(taking.gone ? mine : [])) {
    const left = new Set(
      taking.gone ? mine.filter(piece => piece.id.clock >= clock) : taking.pieces.filter(piece => !piece.taken),
    )
    const content = taking.pieces
      .filter(piece => !left.has(piece))
      .map(piece => piece.content)
      .join('')
    const doubled = others.find(arrival => ends.some(end => arrival.content === content + end))
    const to = doubled ?? destination(content, others, taking.gone)
    if (to !== null)
      return {
        from: taking,
        to,
        content,
        left,
        index: to.index + to.content.indexOf(content),
        wasEnd: doubled !== undefined,
      }
  }
  return null
}

function clocksFrom(pieces: readonly Piece[]): number[] {
  return [Infinity, ...pieces.map(piece => piece.id.clock).sort((a, b) => b - a)]
}

/** Few letters are found anywhere: they must be all that was written. */
function destination(content: string, arrivals: readonly Arrival[], gone: boolean): Arrival | null {
  const exact = arrivals.filter(arrival => arrival.content === content && (content !== '' || (gone && arrival.made)))
  if (exact.length > 0) return exact[0] ?? null
  if (content.length < 3) return null
  return arrivals.find(arrival => arrival.content.includes(content)) ?? null
}
