const places = {
  sectionVersion: '/versions',
  planVersion: '/plan-versions',
  minutesVersion: '/minutes-versions',
  termsVersion: '/terms-versions',
  election: '/elections',
  amendment: '/amendments',
} as const

/** Where a text that stands still is read, by what it is a version of. */
export function textPage(kind: keyof typeof places, id: string): string {
  return `${places[kind]}/${id}`
}
