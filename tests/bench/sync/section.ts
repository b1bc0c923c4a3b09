/** A section as it lies in the editor, and what somebody who types at the end of a paragraph sends: as Yjs writes it, without Yjs. */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

interface Place {
  readonly client: number
  readonly clock: number
}

export interface Section {
  /** All of it as one update, about 8 kB. */
  readonly update: Uint8Array
  /** The last character of each paragraph. */
  readonly ends: readonly Place[]
}

/** Who wrote the section before anybody came. */
const author = 1
const paragraphs = 32
const sentence =
  'The working group reviews what was agreed, names who is responsible, and sets a date by which it is done. '

/** A ProseMirror tree as y-prosemirror keeps it: paragraphs of about 250 characters, some under a heading. */
export function buildSection(): Section {
  const doc = new Y.Doc()
  doc.clientID = author
  const fragment = doc.getXmlFragment('narrative')
  const blocks = Array.from({ length: paragraphs }, (_, index) => {
    const heading = index % 8 === 0
    const block = new Y.XmlElement(heading ? 'heading' : 'paragraph')
    if (heading) block.setAttribute('level', '2')
    const words = `${index + 1}. ${sentence.repeat(3)}`.slice(0, 240)
    block.insert(0, [new Y.XmlText(words)])
    return block
  })
  doc.transact(() => fragment.insert(0, blocks))
  const ends = blocks.map(block => endOf(block.get(0)))
  return { update: Y.encodeStateAsUpdate(doc), ends }
}

function endOf(text: unknown): Place {
  let item = text instanceof Y.XmlText ? text._start : null
  while (item?.right) item = item.right
  if (!item) throw new Error('an empty paragraph')
  return item.lastId
}

/** Writers' numbers, far from the author's. */
export function writerId(writer: number): number {
  return 1_000_000 + writer
}

const scratch = encoding.createEncoder()

/** One encoder for all: a new one for every key is more work than the key. */
function blank(): encoding.Encoder {
  scratch.cpos = 0
  scratch.bufs = []
  return scratch
}

const letters = 'a working text '

// How Yjs writes an item: its kind of content, and that it says what stands left of it.
const contentString = 4
const hasOrigin = 0x80

/**
 * One key typed by `writer` after all it typed before; the first goes to the end of a paragraph of its own.
 *
 * @param clock how many came before
 */
export function typedKey(section: Section, writer: number, clock: number): Uint8Array {
  const client = writerId(writer)
  const origin = clock > 0 ? { client, clock: clock - 1 } : section.ends[writer % section.ends.length]
  const encoder = blank()
  // Of one client, one struct.
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  encoding.writeUint8(encoder, contentString | hasOrigin)
  encoding.writeVarUint(encoder, origin?.client ?? author)
  encoding.writeVarUint(encoder, origin?.clock ?? 0)
  encoding.writeVarString(encoder, letters[clock % letters.length] ?? ' ')
  // Nothing deleted.
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

/** The awareness state of y-prosemirror's cursor plugin, moved `clock` times. */
export function movedCursor(writer: number, clock: number): Uint8Array {
  const client = writerId(writer)
  const at = { type: { client: author, clock: 1 }, item: { client, clock: Math.max(0, clock - 1) }, assoc: 0 }
  const user = { name: `Ms p${writer}`, color: '#3a6ea5' }
  const encoder = blank()
  // Of one client.
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, JSON.stringify({ user, cursor: { anchor: at, head: at } }))
  return encoding.toUint8Array(encoder)
}
