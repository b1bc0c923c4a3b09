import { promptFor } from './narrative.ts'
import type { TemplateSection } from './types.ts'

/** What stands before the four components: preamble, background analysis and guiding principles. [P2] */
export const preliminaries: readonly TemplateSection[] = [
  {
    key: 'B.1',
    kind: 'preamble',
    component: null,
    title: 'Preamble',
    owner: 'nwg',
    narrative: [
      ...promptFor('Purpose of this plan'),
      ...promptFor('Why one shared response'),
      ...promptFor('What the state commits itself to'),
      ...promptFor('Political and financial support'),
    ],
    goals: [],
  },
  {
    key: 'B.2',
    kind: 'background',
    component: null,
    title: 'Background analysis',
    owner: 'nwg',
    narrative: [
      {
        type: 'paragraph',
        text:
          'What we know today, and how we know it. Goals refer back to these paragraphs, and later reviews measure ' +
          'against the figures given here. Replace the questions in each part by the answers.',
      },
      { type: 'heading', level: 2, text: 'Supporting framework' },
      {
        type: 'list',
        items: [
          'Who co-ordinates, nationally, regionally and locally? Who takes part? What do standard procedures or memoranda settle between state and non-state bodies?',
          'Which of our laws touch on trafficking, above all on victims’ rights, and to which international instruments are we a party?',
          'What happens here: trafficking across borders or inside them, for labour, for sexual exploitation, of children? What is new?',
          'What law do we have for the protection of children?',
          'Which records and figures on trafficking can we draw on, and where are the worst gaps?',
          'What has been researched, by whom, and what was found?',
          'Which projects have been carried out, by whom, and what did monitoring or evaluation say of them?',
        ],
      },
      { type: 'empty' },
      { type: 'heading', level: 2, text: 'Prevention' },
      {
        type: 'list',
        items: [
          'How do people earn their living: unemployment, conditions at work, work outside the books?',
          'What schooling do people get, women and children in particular?',
          'What counters discrimination against women and minorities at work?',
          'What is done about gender-based violence, the violence at home included?',
          'Do the lawful ways to migrate work in practice?',
          'Has anyone surveyed what the public knows about lawful migration?',
          'Has anyone surveyed what the public knows about trafficking, and with what outcome?',
          'Is there a working system to protect children?',
        ],
      },
      { type: 'empty' },
      { type: 'heading', level: 2, text: 'Support and protection' },
      {
        type: 'list',
        items: [
          'How many trafficked persons were identified, nationally and in each region?',
          'Does everyone who was trafficked get the help they need, and what is missing?',
          'Is there enough protection for all of them, and for those who testify?',
          'Who are they, in figures only: age, sex, ethnicity and what else matters?',
          'How many shelters are there, for whom (nationals, foreigners, children; short or long stays), and what do they offer?',
          'Which ways to redress and compensation are open to them?',
        ],
      },
      { type: 'empty' },
      { type: 'heading', level: 2, text: 'Investigation and prosecution' },
      {
        type: 'list',
        items: [
          'How many investigations were opened, and how many had a financial investigation beside them, nationally and by region?',
          'How many cases of trafficking and of related offences came to court, and how many ended in conviction?',
          'What assets were confiscated?',
          'What compensation was awarded to victims, and what was paid?',
        ],
      },
      { type: 'empty' },
    ],
    goals: [],
  },
  {
    key: 'B.3',
    kind: 'principles',
    component: null,
    title: 'Guiding principles',
    owner: 'nwg',
    narrative: [
      { type: 'heading', level: 2, text: 'Government ownership' },
      {
        type: 'paragraph',
        text:
          'The state, from the ministries to the municipalities, answers for this response: for its aims, for carrying ' +
          'them out and for what comes of them. It keeps non-state bodies at its side from the first draft to the last ' +
          'report, and steers outside help to where the plan needs it.',
      },
      ...promptFor('How we apply it', 3),
      { type: 'heading', level: 2, text: 'Civil society participation' },
      {
        type: 'paragraph',
        text:
          'Civil society decides with us. NGOs hold voting seats in every working group, their views can be traced in the ' +
          'text, and neither their funding nor their place depends on whether the people they help assist the police.',
      },
      ...promptFor('How we apply it', 3),
      { type: 'heading', level: 2, text: 'Human rights-based approach' },
      {
        type: 'paragraph',
        text:
          'The rights of trafficked persons come first and are not traded for a conviction. Every measure is tested ' +
          'for its effect on them, remedies can be reached, and where a child is concerned the child’s best interests decide.',
      },
      ...promptFor('How we apply it', 3),
      { type: 'heading', level: 2, text: 'Interdisciplinary and cross-sectoral approach' },
      {
        type: 'paragraph',
        text:
          'Trafficking touches migration, labour, crime, gender and poverty at once. We combine what different professions ' +
          'know, work in all sectors of society, and share information as a matter of routine.',
      },
      ...promptFor('How we apply it', 3),
      { type: 'heading', level: 2, text: 'Sustainability' },
      {
        type: 'paragraph',
        text:
          'What we build outlasts a project and a government. It is paid for in the regular budget as far as possible, hangs ' +
          'on no single donor, rests on existing institutions and their training, and is reviewed so that it can change.',
      },
      ...promptFor('How we apply it', 3),
    ],
    goals: [],
  },
]
