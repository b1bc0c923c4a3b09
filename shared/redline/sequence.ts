import { diffArrays } from 'diff'
import type { Change } from './redline.ts'

/** So many members of a sequence in a row that fared alike. */
export interface Span {
  readonly change: Change
  readonly count: number
}

/**
 * What comparing may still cost. The shortest edit of two sequences takes time with the square of its length, so a pair of
 * long texts with little in common could hold up a page for minutes; each comparison takes from one purse, and what cannot
 * be paid for is told as removed and inserted in one piece. Counted in steps and not in time: the same two texts have the
 * same redline on every machine.
 */
export interface Purse {
  steps: number
}

/** Half a second of steps or less. */
export function newPurse(): Purse {
  return { steps: 4_000_000 }
}

/** Longest edit that is looked for. */
const editLimit = 700
/** Found even with an empty purse: too little to matter. */
const alwaysFound = 12
/** Members that may be passed over, in one comparison, times the length of the edit. */
const passedLimit = 10_000_000

/**
 * A shortest edit that makes one sequence the other.
 *
 * @param before @param after keys: members with the same key are the same
 * @returns in order; where the two are too different, all that lies between their common ends in one piece
 */
export function editScript(before: readonly string[], after: readonly string[], purse: Purse): readonly Span[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const middle = shortestEdit(before.slice(head, before.length - tail), after.slice(head, after.length - tail), purse)
  return [{ change: 'kept', count: head } as const, ...middle, { change: 'kept', count: tail } as const].filter(
    span => span.count > 0,
  )
}

function shortestEdit(before: readonly string[], after: readonly string[], purse: Purse): readonly Span[] {
  const apart = inOnePiece(before, after)
  if (before.length === 0 || after.length === 0) return apart
  const affordable = Math.max(alwaysFound, Math.floor(Math.sqrt(Math.max(0, purse.steps))))
  const maxEditLength = Math.min(editLimit, affordable, Math.ceil(passedLimit / (before.length + after.length)))
  const ids = new Map<string, number>()
  const changes = diffArrays(numbered(before, ids), numbered(after, ids), { maxEditLength })
  const spans = changes?.map(({ added, removed, count }): Span => {
    return { change: added ? 'inserted' : removed ? 'removed' : 'kept', count }
  })
  const length = spans?.reduce((sum, { change, count }) => sum + (change === 'kept' ? 0 : count), 0) ?? maxEditLength
  purse.steps -= length * length
  return spans ?? apart
}

function inOnePiece(before: readonly string[], after: readonly string[]): readonly Span[] {
  return [
    { change: 'removed', count: before.length },
    { change: 'inserted', count: after.length },
  ]
}

/** Numbers are compared faster than texts. */
function numbered(keys: readonly string[], ids: Map<string, number>): number[] {
  return keys.map(key => {
    const id = ids.get(key) ?? ids.size
    ids.set(key, id)
    return id
  })
}

/** What two sequences have in common, in order, with what lies between. */
export interface Stretch<T> {
  /** Pairs of the same member of both. */
  readonly kept: readonly (readonly [T, T])[]
  readonly removed: readonly T[]
  readonly inserted: readonly T[]
}

/** Either of kept members or of a gap between them, in which what was removed and what was inserted stand apart. */
export function stretches<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (member: T) => string,
  purse: Purse,
): readonly Stretch<T>[] {
  const found: { kept: (readonly [T, T])[]; removed: T[]; inserted: T[] }[] = []
  let old = 0
  let young = 0
  for (const { change, count } of editScript(before.map(keyOf), after.map(keyOf), purse)) {
    const last = found.at(-1)
    const goesOn = last !== undefined && (change === 'kept') === last.kept.length > 0
    const stretch = goesOn ? last : { kept: [], removed: [], inserted: [] }
    if (!goesOn) found.push(stretch)
    const fromOld = change === 'inserted' ? [] : before.slice(old, old + count)
    const fromNew = change === 'removed' ? [] : after.slice(young, young + count)
    for (const [index, member] of fromOld.entries()) {
      const same = fromNew[index]
      if (same === undefined) stretch.removed.push(member)
      else stretch.kept.push([member, same])
    }
    if (change === 'inserted') for (const member of fromNew) stretch.inserted.push(member)
    old += fromOld.length
    young += fromNew.length
  }
  return found
}
