/** Running text: which words stayed, which went, which came, with their marks. */
import type { NarrativeNode } from '#shared/narrative'
import { keyOf, marksKey } from './key.ts'
import type { Change, InlineChange, Run } from './redline.ts'
import { stretches, type Purse, type Stretch } from './sequence.ts'
import { piecesOf, wordCount } from './words.ts'

/** A word, white space or a sign with its marks; or a line break or footnote. */
interface Token {
  readonly key: string
  readonly node: NarrativeNode
}

type Nodes = readonly NarrativeNode[]

export function compareInline(before: Nodes, after: Nodes, purse: Purse): readonly InlineChange[] {
  const found = stretches(before.flatMap(tokensOf), after.flatMap(tokensOf), token => token.key, purse)
  return joined(withoutSlivers(found).flatMap(stretch => changesIn(stretch, purse)))
}

/** Words without marks, as the elements of a framework have them. */
export function compareWords(before: string, after: string, purse: Purse): readonly Run[] {
  // There is no footnote in them, and only a footnote is changed rather than kept, inserted or removed.
  return compareInline(textNodes(before), textNodes(after), purse).flatMap(change =>
    change.change === 'changed' ? change.runs : [change],
  )
}

/** The whole of a text as one run. */
export function wholeText(text: string, change: Change): readonly Run[] {
  return text === '' ? [] : [{ change, nodes: textNodes(text) }]
}

function textNodes(text: string): Nodes {
  return text === '' ? [] : [{ type: 'text', text }]
}

function tokensOf(node: NarrativeNode): readonly Token[] {
  // All footnotes are the same token: whether one has other words is looked at once it is known which became of which.
  if (node.type === 'footnote') return [{ key: 'footnote', node }]
  if (node.type !== 'text') return [{ key: `node ${keyOf(node)}`, node }]
  const marks = marksKey(node.marks)
  return piecesOf(node.text ?? '').map(text => ({ key: `text ${marks} ${text}`, node: { ...node, text } }))
}

/**
 * A space or comma that stayed between words that did not is told with them: `old text` → `new words` reads better than
 * four changes with a space kept in their midst.
 */
function withoutSlivers(found: readonly Stretch<Token>[]): readonly Stretch<Token>[] {
  const kept: Stretch<Token>[] = []
  for (let index = 0; index < found.length; index++) {
    const stretch = found[index]
    const last = kept.at(-1)
    const next = found[index + 1]
    if (!stretch) continue
    if (last && next && isSliver(stretch) && isReplacement(last, next)) {
      const olds = stretch.kept.map(([token]) => token)
      const news = stretch.kept.map(([, token]) => token)
      kept[kept.length - 1] = {
        kept: [],
        removed: [...last.removed, ...olds, ...next.removed],
        inserted: [...last.inserted, ...news, ...next.inserted],
      }
      index++
    } else kept.push(stretch)
  }
  return kept
}

const sliverLimit = 3

function isSliver({ kept }: Stretch<Token>): boolean {
  return (
    kept.length > 0 &&
    kept.length <= sliverLimit &&
    kept.every(([{ node }]) => node.type === 'text' && wordCount(node.text ?? '') === 0)
  )
}

/** Where words only came, or only went, what lies between them did stay. */
function isReplacement(one: Stretch<Token>, other: Stretch<Token>): boolean {
  return (
    one.kept.length === 0 &&
    one.removed.length + other.removed.length > 0 &&
    one.inserted.length + other.inserted.length > 0
  )
}

function changesIn(stretch: Stretch<Token>, purse: Purse): readonly InlineChange[] {
  const kept = stretch.kept.map(([old, young]): InlineChange => {
    if (old.node.type !== 'footnote' || keyOf(old.node) === keyOf(young.node)) return runOf('kept', [old])
    const inside = compareInline(old.node.content ?? [], young.node.content ?? [], purse)
    return { change: 'changed', runs: inside.flatMap(change => (change.change === 'changed' ? change.runs : [change])) }
  })
  return [...kept, runOf('removed', stretch.removed), runOf('inserted', stretch.inserted)]
}

function runOf(change: Change, tokens: readonly Token[]): Run {
  return { change, nodes: tokens.map(token => token.node) }
}

/** Runs that fared alike are one, and in it texts with the same marks are one node: the form of a narrative. */
function joined(changes: readonly InlineChange[]): readonly InlineChange[] {
  const runs: { change: Change; nodes: NarrativeNode[] }[] = []
  const all: InlineChange[] = []
  for (const change of changes) {
    if (change.change === 'changed') {
      all.push(change)
      continue
    }
    if (change.nodes.length === 0) continue
    const last = all.at(-1)
    const open = runs.at(-1)
    if (open && last === open && open.change === change.change) open.nodes.push(...change.nodes)
    else {
      const run = { change: change.change, nodes: [...change.nodes] }
      runs.push(run)
      all.push(run)
    }
  }
  for (const run of runs) run.nodes = mergedTexts(run.nodes)
  return all
}

export function mergedTexts(nodes: Nodes): NarrativeNode[] {
  const texts: string[][] = []
  const merged: NarrativeNode[] = []
  for (const node of nodes) {
    const last = merged.at(-1)
    const goesOn = last?.type === 'text' && node.type === 'text' && marksKey(last.marks) === marksKey(node.marks)
    if (goesOn) texts.at(-1)?.push(node.text ?? '')
    else {
      merged.push(node)
      texts.push([node.text ?? ''])
    }
  }
  return merged.map((node, index) => (node.type === 'text' ? { ...node, text: texts[index]?.join('') ?? '' } : node))
}
