/** What the workspace calls things to which nobody gave a title. */
export const titles = {
  plan: { nap: 'National Action Plan', children: 'Action Plan against Trafficking in Children' },
  office: { nationalCoordinator: 'National Co-ordinator', secretariat: 'National Secretariat' },
  numbered: (title: string, number: number) => `${title} (${number})`,
  terms: (body: string) => `Terms of reference: ${body}`,
  election: (group: string) => `Chair of ${group}`,
  amendment: (text: string) => `Amendment: ${text}`,
  minutes: (meeting: string) => `Minutes of “${meeting}”`,
}
