/** Remembers in the address where the reader was going before a door came in between: `?next=%2Fplan`. */
export const nextQuery = (address: string): string => (address === '/' ? '' : `?next=${encodeURIComponent(address)}`)

/**
 * Where to go on to after the door.
 *
 * @param search the query of the present address, with or without its question mark
 * @returns an address inside the workspace; the home page for anything else, so that a link from outside cannot send a
 *   person on to another site
 */
export function nextAddress(search: string): string {
  const base = 'https://plenary.invalid'
  const wanted = new URLSearchParams(search).get('next')
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, base)) return '/'
  const url = new URL(wanted, base)
  return url.origin === base ? url.pathname + url.search + url.hash : '/'
}
