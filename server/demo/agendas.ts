/** Agendas, minutes and follow-up of the demonstration's meetings: what groups of an invented country might take up. */
import type { NarrativeBlock } from '#shared/narrative'
import type { Reply, TemplateItem } from '#shared/meeting'
import type { DemoRole } from './people.ts'

/** Where the invented country's clocks are. */
export const demoTimeZone = 'Europe/Tirane'
export const demoPlace = 'Government House, Hall 2'

const paragraph = (text: string): NarrativeBlock => ({ type: 'paragraph', text })

export interface DemoItem extends Omit<TemplateItem, 'presenterSeatId'> {
  readonly presenter: DemoRole | null
}

export const firstAgenda = [
  { type: 'information', title: 'How this group will work', plannedMinutes: 20, presenter: 'secretariat' },
  { type: 'discussion', title: 'Shelters beyond the capital', plannedMinutes: 45, presenter: 'ngo-shelter' },
  { type: 'anyOtherBusiness', title: 'Any other business', plannedMinutes: 10, presenter: null },
] as const satisfies readonly DemoItem[]

/** By the place of the item on the first agenda. */
export const firstMinutes: readonly (readonly NarrativeBlock[])[] = [
  [
    paragraph(
      'The Secretariat presented the plan of work: every thematic group drafts its sections by the end of the quarter, and each section comes to a vote of its group before the plan is put together.',
    ),
    paragraph('Members asked for papers to be sent out with the notice and not later. The Secretariat agreed.'),
  ],
  [
    paragraph(
      'Harbour House described the shelters in the capital: 34 places, both houses on project grants that end within eighteen months. The Ministry of Finance said that a line in the state budget needs a costing per place and year.',
    ),
    paragraph(
      'It was agreed that the costing is prepared before the next meeting, and that the coast is looked at first, where nothing exists today.',
    ),
  ],
  [paragraph('The next meeting takes up the text on awareness-raising.')],
]

/** Who attends; those of international organisations observe. Of the others, the seats stayed empty. */
export const firstAttended = [
  'foreign-affairs',
  'labour',
  'welfare',
  'health',
  'justice',
  'finance',
  'education',
  'prosecutor',
  'police-academy',
  'labour-inspectorate',
  'statistics',
  'child-agency',
  'unions',
  'ngo-shelter',
  'ngo-hotline',
  'ngo-children',
  'io-migration',
] as const satisfies readonly DemoRole[]

export const firstStatement = {
  role: 'ngo-children',
  item: 1,
  text: 'Children First asks that no child is lodged in a house for adults, whatever the costing says, and that this is written into the standards of every shelter.',
} as const satisfies { role: DemoRole; item: number; text: string }

/** `dueInDays` counts from now: one is late, one is not. */
export const firstActionItems = [
  {
    owner: 'finance',
    item: 1,
    text: 'Prepare a costing per shelter place and year, with the two houses in the capital as the basis.',
    dueInDays: -3,
  },
  {
    owner: 'ngo-shelter',
    item: 1,
    text: 'Send the Secretariat a list of buildings on the coast that could be used as a shelter.',
    dueInDays: 18,
  },
] as const satisfies readonly { owner: DemoRole; item: number; text: string; dueInDays: number }[]

/** The submitted text is the paper of the first item; minutes come before it by themselves. */
export const nextAgenda = [
  {
    type: 'discussion',
    title: 'Awareness-raising: the text before the Prevention group',
    plannedMinutes: 30,
    presenter: 'ngo-hotline',
  },
  {
    type: 'discussion',
    title: 'Referral of presumed victims within 24 hours',
    plannedMinutes: 40,
    presenter: 'ngo-shelter',
  },
  { type: 'anyOtherBusiness', title: 'Any other business', plannedMinutes: 10, presenter: null },
] as const satisfies readonly DemoItem[]

export const nextReplies = [
  { role: 'labour', reply: 'coming' },
  { role: 'welfare', reply: 'coming' },
  { role: 'justice', reply: 'coming' },
  { role: 'finance', reply: 'absent' },
  { role: 'prosecutor', reply: 'coming' },
  { role: 'statistics', reply: 'unsure' },
  { role: 'unions', reply: 'coming' },
  { role: 'ngo-shelter', reply: 'coming' },
  { role: 'ngo-hotline', reply: 'coming' },
  { role: 'io-migration', reply: 'coming' },
] as const satisfies readonly { role: DemoRole; reply: Reply }[]

/** What each meeting of the Protection group begins with. */
export const protectionTemplate = [
  { type: 'information', title: 'News from the services', plannedMinutes: 15, presenterSeatId: null },
  { type: 'discussion', title: 'Sections in work', plannedMinutes: 60, presenterSeatId: null },
  { type: 'anyOtherBusiness', title: 'Any other business', plannedMinutes: 10, presenterSeatId: null },
] as const satisfies readonly TemplateItem[]
