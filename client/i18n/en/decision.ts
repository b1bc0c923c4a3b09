import { pluralFor } from '../plural.ts'

const plural = pluralFor('en')

export const decision = {
  title: 'Decisions',
  lead: 'Every text that a group decided on, by its number: what was decided, how the seats stood, and where it was taken.',
  find: 'Search',
  findHint: 'A number, such as NWG 2026/1, or words of the title or of the text. Accents and capitals do not matter.',
  group: 'Group',
  allGroups: 'All groups',
  year: 'Year',
  allYears: 'All years',
  found: (count: number) => plural(count, { one: 'decision', other: 'decisions' }),
  caption: 'Decisions, the latest first',
  text: 'Decision',
  outcome: 'Outcome',
  whole: 'All seats',
  ngo: 'NGO seats',
  taken: 'Taken',
  vote: 'The vote',
  minutes: 'Minutes',
  empty: {
    title: 'Nothing has been decided yet',
    text: 'When a vote adopts a text or does not, it gets a number within its group and year and stands here for good.',
    noneFound: 'No decision has these words',
    noneFoundText: 'Try fewer words, or another group or year.',
    clear: 'Show all decisions',
  },
  note: {
    heading: 'In the register',
    title: (number: string) => `Decision ${number}`,
    takenIn: 'Taken in',
    register: 'All decisions',
  },
}
