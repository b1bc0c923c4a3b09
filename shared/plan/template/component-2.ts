import { issueNarrative } from './narrative.ts'
import type { TemplateSection } from './types.ts'

/** Component 2, prevention: 3 goals, 12 objectives, 26 indicators, 1 link. [P4] */
export const prevention: readonly TemplateSection[] = [
  {
    key: 'C.2.1',
    kind: 'issue',
    component: 2,
    title: 'Awareness raising and education',
    owner: 'prevention',
    narrative: issueNarrative([
      'Groups at risk',
      'The demand side',
      'The media and the general public',
      'Schools, universities and professions',
    ]),
    goals: [
      {
        text: 'People know what migration is really like and what dangers of trafficking go with it.',
        indicators: [
          'Population able to name the main purposes of trafficking and the main ways of recruitment (%)',
          'Population able to name three or more lawful ways to migrate (%)',
        ],
        objectives: [
          {
            key: 'C.2.1/o1',
            text: 'Make the public at large aware of trafficking.',
            indicators: ['Population able to say what trafficking is (%)'],
            dependsOn: [],
          },
          {
            key: 'C.2.1/o2',
            text: 'Make groups at risk aware of the dangers of being trafficked.',
            indicators: [
              'Members of groups at risk able to name the main purposes of trafficking and the main ways of recruitment (%)',
            ],
            dependsOn: [],
          },
          {
            key: 'C.2.1/o3',
            text: 'Make clients and would-be exploiters aware of what trafficking is.',
            indicators: [
              'Clients and would-be exploiters able to describe several forms of exploitation that go with trafficking (%)',
            ],
            dependsOn: [],
          },
          {
            key: 'C.2.1/o4',
            text: 'Make state and non-state staff who work with groups at risk aware of trafficking.',
            indicators: [
              'Staff working with groups at risk able to name the main purposes of trafficking and the main ways of recruitment (%)',
            ],
            dependsOn: [],
          },
        ],
      },
    ],
  },
  {
    key: 'C.2.2',
    kind: 'issue',
    component: 2,
    title: 'Reduction of vulnerability',
    owner: 'prevention',
    narrative: issueNarrative([
      'Poverty and unemployment',
      'Discrimination and gender equality',
      'Safe and lawful migration',
      'Links to other national plans',
    ]),
    goals: [
      {
        text: 'Fewer people are exposed to being trafficked, for the first time or again.',
        indicators: ['Trafficked persons (number)'],
        objectives: [
          {
            key: 'C.2.2/o1',
            text: 'Lower poverty and unemployment.',
            indicators: ['Mean net income per head', 'Mean net income of a household', 'Mean rate of unemployment (%)'],
            dependsOn: [],
          },
          {
            key: 'C.2.2/o2',
            text: 'Lessen discrimination against women, minorities, children, migrants and others who are vulnerable, and so bring about gender equality.',
            indicators: [
              'Women and men taking part in the labour market (%)',
              'Mean gap between the incomes of women and men',
              'Mean level of education reached by women and by men',
              'Court cases brought under the anti-discrimination law (number)',
            ],
            dependsOn: ['C.1.2/o13'],
          },
          {
            key: 'C.2.2/o3',
            text: 'Teach groups at risk what they can do themselves to run less danger of being trafficked.',
            indicators: [
              'People at risk able to check whether a job offer is genuine, and to protect themselves in other ways before they leave (%)',
              'Users of centres and hotlines that inform about safe migration (number)',
            ],
            dependsOn: [],
            note: 'The model strategy letters this objective (d), as it does the next one. It is the third, so (c).',
          },
          {
            key: 'C.2.2/o4',
            text: 'Open more lawful ways to migrate.',
            indicators: [
              'Lawful migrants newly arrived in the countries of destination (number)',
              'People taking part in schemes for lawful migration (number)',
            ],
            dependsOn: [],
          },
        ],
      },
    ],
  },
  {
    key: 'C.2.3',
    kind: 'issue',
    component: 2,
    title: 'Administrative controls',
    owner: 'prevention',
    narrative: issueNarrative([
      'Inside the country',
      'Before the border: consulates',
      'At the border',
      'Children travelling alone',
    ]),
    goals: [
      {
        text: 'Administrative controls keep would-be traffickers away and bring exploitation that has begun to an end.',
        indicators: [
          'Cases of trafficking and related crime that came to light through administrative controls (number)',
        ],
        objectives: [
          {
            key: 'C.2.3/o1',
            text: 'Regulate and watch every sector of society in which trafficking can take hold.',
            indicators: [
              'Licensing is in place for agencies (adoption, au pair, bridal, employment, escort, tourist) and construction firms',
              'Codes of conduct are in place for agencies (adoption, au pair, bridal, employment, escort, tourist) and construction firms',
            ],
            dependsOn: [],
          },
          {
            key: 'C.2.3/o2',
            text: 'Enforce the labour standards that the country already has.',
            indicators: ['Businesses checked by the labour market authority, per year (%)'],
            dependsOn: [],
          },
          {
            key: 'C.2.3/o3',
            text: 'Get better at noticing possible trafficking before the border, in the consulates.',
            indicators: ['Visas refused on suspicion of trafficking (number)', 'Forged documents found (number)'],
            dependsOn: [],
          },
          {
            key: 'C.2.3/o4',
            text: 'Identify more victims and more offenders at the border.',
            indicators: [
              'Persons identified as trafficked at border crossings (number)',
              'Traffickers arrested at border crossings (number)',
            ],
            dependsOn: [],
          },
        ],
      },
    ],
  },
]
