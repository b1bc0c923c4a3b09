/** Who is here, from what the server says of each connection and the page of itself. */
export interface PersonHere {
  readonly name: string
  readonly organisation: string
  /** CSS colour of the person's cursor, if their page has set one. */
  readonly color: string | null
}

const colourPattern = /^#[0-9a-f]{6}$/i

/** @param states of all connections: written by others, so read with care. @returns each person once, by name */
export function peopleIn(states: Iterable<unknown>): readonly PersonHere[] {
  const people = new Map<string, PersonHere>()
  for (const state of states) {
    const user: unknown = typeof state === 'object' && state !== null && 'user' in state ? state.user : null
    if (typeof user !== 'object' || user === null || !('name' in user) || typeof user.name !== 'string') continue
    const organisation = 'organisation' in user && typeof user.organisation === 'string' ? user.organisation : ''
    const color =
      'color' in user && typeof user.color === 'string' && colourPattern.test(user.color) ? user.color : null
    const key = `${user.name}\n${organisation}`
    if (color !== null || !people.has(key)) people.set(key, { name: user.name, organisation, color })
  }
  return [...people.values()].toSorted((one, other) => one.name.localeCompare(other.name))
}
