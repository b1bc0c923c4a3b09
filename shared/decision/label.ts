/** Characters of a search. */
export const searchLimit = 100

/**
 * How a decision is cited: `NWG 2026/3`. The code and not the name, which may change; in every language alike. [M6]
 *
 * @param groupCode as the group has it: `nwg`, `prevention`
 */
export function decisionLabel(groupCode: string, { year, number }: { readonly year: number; readonly number: number }) {
  return `${groupCode.toUpperCase()} ${year}/${number}`
}
