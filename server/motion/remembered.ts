/**
 * A parser that remembers its last texts: what was frozen at opening is read anew for each ballot, and is large.
 *
 * @param parse gives equal values for equal texts; nobody may change them
 * @param size how many texts
 */
export function remembered<T>(parse: (text: string) => T, size: number): (text: string) => T {
  const values = new Map<string, T>()
  return text => {
    const known = values.get(text)
    const value = known ?? parse(text)
    values.delete(text)
    values.set(text, value)
    const [oldest] = values.keys()
    if (values.size > size && oldest !== undefined) values.delete(oldest)
    return value
  }
}
