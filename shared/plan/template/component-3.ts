import { issueNarrative } from './narrative.ts'
import type { TemplateSection } from './types.ts'

/** Component 3, support and protection: 5 goals, 12 objectives, 27 indicators, 5 links. [P4] */
export const protection: readonly TemplateSection[] = [
  {
    key: 'C.3.1',
    kind: 'issue',
    component: 3,
    title: 'Victim identification',
    owner: 'protection',
    narrative: issueNarrative([
      'Reaching out: contact points, hotline, outreach work',
      'Procedures for each group of victims',
      'Referral between authorities and NGOs',
    ]),
    goals: [
      {
        text: 'Everyone trafficked in the country is identified early.',
        indicators: [
          'Persons identified as trafficked (number)',
          'Time trafficked persons had been in the country when identified (mean)',
          'Persons who identified themselves as trafficked (number)',
        ],
        objectives: [
          {
            key: 'C.3.1/o1',
            text: 'Enable police, and all state or non-state staff who may meet them, to recognise the victims of every form of trafficking.',
            indicators: ['Persons identified as trafficked, by the body that identified them (number)'],
            dependsOn: [],
          },
          {
            key: 'C.3.1/o2',
            text: 'Make it easier for trafficked persons to come forward themselves.',
            indicators: ['Persons who came forward and identified themselves (number)'],
            dependsOn: [],
          },
          {
            key: 'C.3.1/o3',
            text: 'Introduce ways of identification made for the different groups of victims, so that each is easily recognised.',
            indicators: ['Standard procedures or guidelines for identifying each group exist'],
            dependsOn: [],
          },
        ],
      },
    ],
  },
  {
    key: 'C.3.2',
    kind: 'issue',
    component: 3,
    title: 'Reflection/stabilisation period and residence status',
    owner: 'protection',
    narrative: issueNarrative([
      'The reflection period',
      'Residence permits',
      'Family members and children',
      'Food and safe accommodation',
    ]),
    goals: [
      {
        text: 'Every trafficked or presumed trafficked person may stay lawfully, whether or not they help the authorities in a criminal case.',
        indicators: [
          'Trafficked persons given three months or more to reflect, set against those assisted (number)',
          'Trafficked persons given a temporary residence permit, set against those assisted (number)',
        ],
        objectives: [
          {
            key: 'C.3.2/o1',
            text: 'Carry out the law that gives presumed trafficked persons three months or more to reflect.',
            indicators: ['Trafficked and presumed trafficked persons given three months or more to reflect (number)'],
            dependsOn: ['C.1.2/o2'],
          },
          {
            key: 'C.3.2/o2',
            text: 'Carry out the law that gives identified trafficked persons residence, at least temporary, once the reflection period ends.',
            indicators: ['Identified trafficked persons given residence after the reflection period (number)'],
            dependsOn: ['C.1.2/o3'],
          },
          {
            key: 'C.3.2/o3',
            text: 'See that every presumed trafficked person has food and a safe place to stay.',
            indicators: [
              'Trafficked and presumed trafficked persons given food and a safe place to stay (number)',
              'Mean occupancy of the shelters (%)',
            ],
            dependsOn: [],
          },
        ],
      },
    ],
  },
  {
    key: 'C.3.3',
    kind: 'issue',
    component: 3,
    title: 'Social support and protection of victims',
    owner: 'protection',
    narrative: issueNarrative([
      'Shelters and basic needs',
      'Health, counselling and legal advice',
      'Interpretation and cultural mediation',
      'Services for children',
    ]),
    goals: [
      {
        text: 'Every victim of trafficking is supported, assisted and protected, whether or not they help the authorities in a criminal case.',
        indicators: [
          'Trafficked persons supported and assisted although unwilling to testify (number)',
          'Trafficked persons supported and assisted who are willing to testify (number)',
        ],
        objectives: [
          {
            key: 'C.3.3/o1',
            text: 'Make good on the right of every presumed trafficked person to help, be it social, medical, psychological or legal.',
            indicators: [
              'Trafficked and presumed trafficked persons given help (number)',
              'Kinds of help given, as summed up from the case records of the services',
            ],
            dependsOn: ['C.1.2/o5'],
            note: 'The model strategy prints a link to C.1.2(d), on criminal offences; it has changed places with that of C.4.3(b). C.1.2(e), the right to assistance, is evidently meant. Its second indicator names the content of case records: only totals belong in a plan, the records stay with the services.',
          },
          {
            key: 'C.3.3/o2',
            text: 'Keep every victim of trafficking physically safe.',
            indicators: [
              'Incidents against trafficked persons that were reported (number)',
              'Each identified trafficked person has a safety plan of their own',
            ],
            dependsOn: ['C.1.2/o7'],
          },
          {
            key: 'C.3.3/o3',
            text: 'Tell every trafficked person what rights they have.',
            indicators: [
              'Trafficked persons who had legal advice (number)',
              'Information written for trafficked persons is available',
            ],
            dependsOn: [],
          },
        ],
      },
    ],
  },
  {
    key: 'C.3.4',
    kind: 'issue',
    component: 3,
    title: 'Access to civil procedures, witness protection and judicial treatment of trafficked persons',
    owner: 'protection',
    narrative: issueNarrative([
      'Before, during and after the proceedings',
      'Access to civil procedures',
      'Continuous risk assessment',
    ]),
    goals: [
      {
        text: 'Victims who wish to testify are given special protection.',
        indicators: ['Victims who testify and are in a witness protection scheme made for trafficked persons (%)'],
        objectives: [
          {
            key: 'C.3.4/o1',
            text: 'Run a protection scheme for trafficked persons who choose to be witnesses, from before the criminal proceedings until after them.',
            indicators: [
              'A witness protection scheme made for trafficked persons is running',
              'Trafficked persons under its protection (number)',
            ],
            dependsOn: ['C.1.2/o7'],
            note: 'The model strategy gives this goal one objective and none on access to civil procedures, which the title names. Consider adding one.',
          },
        ],
      },
    ],
  },
  {
    key: 'C.3.5',
    kind: 'issue',
    component: 3,
    title: '(Re)integration, social inclusion, return',
    owner: 'protection',
    narrative: issueNarrative([
      'Risk assessment and safe return',
      'Alternatives to return',
      'Housing, work and education afterwards',
      'Children: finding a durable solution',
    ]),
    goals: [
      {
        text: 'Trafficked persons run less risk of becoming victims again or of being trafficked again.',
        indicators: ['Trafficked persons who were trafficked more than once (%)'],
        objectives: [
          {
            key: 'C.3.5/o1',
            text: 'Introduce proper procedures for resettling trafficked persons, by their own choice wherever possible.',
            indicators: ['Each trafficked person’s risks have been assessed individually'],
            dependsOn: [],
          },
          {
            key: 'C.3.5/o2',
            text: 'Help trafficked persons to find, or find again, their place in society.',
            indicators: [
              'Trafficked persons in work one year after (re)integration (%)',
              'Trafficked persons with social ties that hold one year after (re)integration (%)',
            ],
            dependsOn: [],
          },
        ],
      },
    ],
  },
]
