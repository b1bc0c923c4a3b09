import type { NarrativeBlock } from '#shared/narrative'
import type { TermsKind } from './bodies.ts'

const headings = {
  purpose: 'Purpose',
  tasks: 'Tasks',
  composition: 'Composition',
  deciding: 'How decisions are made',
  meetings: 'Meetings',
  reporting: 'Reporting',
} as const

type Part = keyof typeof headings

/** What a body begins from: headings, and beneath each a question to be replaced by its answer. [G10] */
const prompts = {
  nationalCoordinator: {
    purpose: ['What is the National Co-ordinator there for, and on whose behalf?'],
    tasks: [
      'Which decisions belong to the office alone?',
      'What does it prepare for government and parliament, and when?',
      'Whom may it ask for information, and in what time?',
    ],
    composition: ['Who appoints, for how long, and who acts when the Co-ordinator is away?'],
    deciding: ['What does the Co-ordinator decide, and what only with the National Working Group?'],
    meetings: ['How often does the Co-ordinator call the group together, and who may ask for a meeting?'],
    reporting: ['To whom does the office report, how often, and what is made public?'],
  },
  secretariat: {
    purpose: ['What does the Secretariat make possible that the groups could not do alone?'],
    tasks: [
      'Convening, papers and minutes: what is done by when?',
      'Which registers does it keep, and how often are they checked?',
      'What does it do between meetings?',
    ],
    composition: ['How many posts does it have, who fills them, and from which budget are they paid?'],
    deciding: ['What may the Secretariat settle by itself, and what does it put before the Co-ordinator?'],
    meetings: ['Which meetings does it attend, and with what part?'],
    reporting: ['To whom does it report, and what stands in its yearly report?'],
  },
  nwg: {
    purpose: ['What does the country expect of the National Working Group?'],
    tasks: [
      'Which texts does the group adopt, and which does it own itself?',
      'How does it follow what the thematic groups do?',
      'What does it do when agencies disagree?',
    ],
    composition: ['Who has a seat, who observes, and how does an organisation come in or leave?'],
    deciding: ['Read the rules of this group beside the text. Why were they set like this?'],
    meetings: ['How often does the group meet, who calls it, and when are papers out?'],
    reporting: ['To whom does the group account for the plan, and how do its members report back?'],
  },
  twg: {
    purpose: ['Which part of the plan is this group’s, and what shall be different because of it?'],
    tasks: [
      'Which sections does the group write and keep up to date?',
      'Which data and reports does it need, and from whom?',
      'What does it hand to other groups?',
    ],
    composition: ['Which services and organisations are needed at the table, and which of them are NGOs?'],
    deciding: ['Read the rules of this group beside the text. Why were they set like this?'],
    meetings: ['How often does the group meet, and how is the chair chosen?'],
    reporting: ['What does the group bring to the National Working Group, and how often?'],
  },
} as const satisfies Record<TermsKind, Record<Part, readonly string[]>>

const order = [
  'purpose',
  'tasks',
  'composition',
  'deciding',
  'meetings',
  'reporting',
] as const satisfies readonly Part[]

export function termsOutline(kind: TermsKind): readonly NarrativeBlock[] {
  return order.flatMap((part): readonly NarrativeBlock[] => {
    const asked: readonly string[] = prompts[kind][part]
    const [only] = asked
    const body: NarrativeBlock =
      asked.length > 1 || only === undefined ? { type: 'list', items: asked } : { type: 'paragraph', text: only }
    return [{ type: 'heading', level: 2, text: headings[part] }, body]
  })
}
