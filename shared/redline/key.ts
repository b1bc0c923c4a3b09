import type { NarrativeMark, NarrativeNode } from '#shared/narrative'

const known = new WeakMap<NarrativeNode, string>()

/** Equal for equal nodes, whatever the order of their members. */
export function keyOf(node: NarrativeNode): string {
  const found = known.get(node)
  if (found !== undefined) return found
  const own = JSON.stringify([node.type, sorted(node.attrs), node.text ?? '', (node.marks ?? []).map(markParts)])
  const key = `${own}(${(node.content ?? []).map(keyOf).join(',')})`
  known.set(node, key)
  return key
}

export function marksKey(marks: readonly NarrativeMark[] | undefined): string {
  return marks === undefined || marks.length === 0 ? '' : JSON.stringify(marks.map(markParts))
}

function markParts({ type, attrs }: NarrativeMark): readonly unknown[] {
  return [type, sorted(attrs)]
}

function sorted(attrs: NarrativeNode['attrs']): readonly unknown[] {
  return Object.entries(attrs ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1))
}
