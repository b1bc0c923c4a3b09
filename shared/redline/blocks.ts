/** Blocks: which became of which, and what changed inside. */
import type { NarrativeNode } from '#shared/narrative'
import { compareInline } from './inline.ts'
import { keyOf } from './key.ts'
import type { BlockChange, Change } from './redline.ts'
import { stretches, type Purse } from './sequence.ts'
import { bagOf, likeness, type Bag } from './words.ts'

type Nodes = readonly NarrativeNode[]

/** Below it, two blocks are two: told word by word, they would only be a mixture of both. */
const leastLikeness = 0.4
/** How many removed blocks are looked at for the one that an inserted block was. */
const windowSize = 8

/** What separates two narratives. */
export function compareNarratives(before: NarrativeNode, after: NarrativeNode, purse: Purse): readonly BlockChange[] {
  return compareBlocks(before.content ?? [], after.content ?? [], purse)
}

function compareBlocks(before: Nodes, after: Nodes, purse: Purse): readonly BlockChange[] {
  return stretches(before, after, keyOf, purse).flatMap(({ kept, removed, inserted }) => [
    ...kept.map(([node]) => whole('kept', node)),
    ...compareGap(removed, inserted, purse),
  ])
}

/** Goes through what came, and looks a little ahead among what went for what it was before. */
function compareGap(removed: Nodes, inserted: Nodes, purse: Purse): readonly BlockChange[] {
  if (removed.length === 0 || inserted.length === 0) {
    return [...removed.map(node => whole('removed', node)), ...inserted.map(node => whole('inserted', node))]
  }
  const bags = new Map<NarrativeNode, Bag>()
  const bag = (node: NarrativeNode): Bag => {
    const found = bags.get(node) ?? bagOf(node)
    bags.set(node, found)
    return found
  }
  const changes: BlockChange[] = []
  let next = 0
  let came: BlockChange[] = []
  const take = (until: number): void => {
    // What went stands before what came in its place.
    for (let index = next; index < until; index++)
      changes.push(...removed.slice(index, index + 1).map(node => whole('removed', node)))
    changes.push(...came)
    came = []
    next = until
  }
  for (const node of inserted) {
    const at = likest(node, removed, next, bag)
    const was = removed[at]
    if (was) {
      take(at)
      changes.push(comparePair(was, node, purse))
      next = at + 1
    } else came.push(whole('inserted', node))
  }
  take(removed.length)
  return changes
}

/** @returns where among the next few removed blocks the one stands that this one most likely was; -1 for none */
function likest(node: NarrativeNode, removed: Nodes, from: number, bag: (node: NarrativeNode) => Bag): number {
  let best = -1
  let most = 0
  for (let index = from; index < Math.min(removed.length, from + windowSize); index++) {
    const candidate = removed[index]
    if (!candidate || familyOf(candidate) !== familyOf(node)) continue
    const like = likeness(bag(candidate), bag(node))
    if (like >= leastLikeness && like > most) [best, most] = [index, like]
  }
  return best
}

/** Two blocks of one family. */
function comparePair(before: NarrativeNode, after: NarrativeNode, purse: Purse): BlockChange {
  if (keyOf(before) === keyOf(after)) return whole('kept', after)
  const shells = { change: 'changed', before: shellOf(before), after: shellOf(after) } as const
  const olds = before.content ?? []
  const news = after.content ?? []
  if (familyOf(after) === 'text') return { ...shells, inline: compareInline(olds, news, purse) }
  // Cells are told apart by their column: a figure that changed has no word in common with what it was.
  const isRow = after.type === 'table_row' && olds.length === news.length
  const blocks = isRow
    ? news.flatMap((cell, column) => olds.slice(column, column + 1).map(was => comparePair(was, cell, purse)))
    : compareBlocks(olds, news, purse)
  return { ...shells, blocks }
}

/** Blocks of one family can become each other: a paragraph a heading, a bullet list a numbered one. */
function familyOf({ type }: NarrativeNode): string {
  switch (type) {
    case 'paragraph':
    case 'heading':
      return 'text'
    case 'bullet_list':
    case 'ordered_list':
      return 'list'
    case 'table_cell':
    case 'table_header':
      return 'cell'
    default:
      return type
  }
}

function shellOf({ type, attrs }: NarrativeNode) {
  return { type, ...(attrs && { attrs }) }
}

function whole(change: Change, node: NarrativeNode): BlockChange {
  return { change, node }
}
