/** What makes an element the panel of its tab in PartTabs, while there are tabs. */
export function partPanel(part: string, tabbed: boolean) {
  return {
    id: `part-${part}`,
    role: tabbed ? ('tabpanel' as const) : undefined,
    'aria-labelledby': tabbed ? `tab-${part}` : undefined,
  }
}
