/**
 * Which item a reader looks at. All screens follow the current item; a reader may look at another one and rejoin, and
 * nothing is taken from under somebody who writes. [M2]
 */

interface Named {
  readonly id: string
}

export interface View<T> {
  /** What the reader looks at; none between items, and in an empty agenda. */
  readonly item: T | null
  /** What the meeting is at. */
  readonly current: T | null
  readonly isFollowing: boolean
}

/** @param chosenId the item the reader went to by themselves; null while they follow */
export function viewOf<T extends Named>(
  items: readonly T[],
  currentId: string | null,
  chosenId: string | null,
): View<T> {
  const current = items.find(item => item.id === currentId) ?? null
  // An item that was struck from the agenda leaves nothing to look at.
  const chosen = items.find(item => item.id === chosenId) ?? null
  if (chosen === null || chosen.id === current?.id) return { item: current, current, isFollowing: true }
  return { item: chosen, current, isFollowing: false }
}

/**
 * What the reader has chosen once the meeting has moved on.
 *
 * @param isWriting whether they are in the middle of something on the item that they see: then they stay with it
 */
export function chosenAfter(
  chosenId: string | null,
  before: string | null,
  after: string | null,
  isWriting: boolean,
): string | null {
  if (before === after) return chosenId
  // The meeting came to where the reader was already.
  if (chosenId !== null && chosenId === after) return null
  return chosenId ?? (isWriting ? before : null)
}

/** The item `step` places on from this one, within the agenda. */
export function neighbour<T extends Named>(items: readonly T[], id: string | null, step: 1 | -1): T | null {
  const at = items.findIndex(item => item.id === id)
  if (at < 0) return items.at(step === 1 ? 0 : -1) ?? null
  return items[at + step] ?? null
}

interface Placed extends Named {
  readonly state: string
}

/** What the meeting comes to after this item: the next one of the agenda that is still to be dealt with. */
export function nextItem<T extends Placed>(items: readonly T[], id: string | null): T | null {
  const at = items.findIndex(item => item.id === id)
  const isLeft = (item: T): boolean => item.id !== id && (item.state === 'planned' || item.state === 'open')
  return items.slice(at + 1).find(isLeft) ?? items.slice(0, Math.max(0, at)).find(isLeft) ?? null
}
