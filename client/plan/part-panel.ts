/** The parts of a section that stand behind tabs on a narrow screen. */
export type Part = 'text' | 'framework' | 'versions'

/** What makes an element the panel of its tab, while there are tabs. */
export function partPanel(part: Part, tabbed: boolean) {
  return {
    id: `part-${part}`,
    role: tabbed ? ('tabpanel' as const) : undefined,
    'aria-labelledby': tabbed ? `tab-${part}` : undefined,
  }
}
