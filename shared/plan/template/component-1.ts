import { issueNarrative } from './narrative.ts'
import type { TemplateSection } from './types.ts'

/** Component 1, the supporting framework: 6 goals, 33 objectives, 67 indicators, 5 links. [P4] */
export const supportingFramework: readonly TemplateSection[] = [
  {
    key: 'C.1.1',
    kind: 'issue',
    component: 1,
    title: 'Co-ordination structures',
    owner: 'nwg',
    narrative: issueNarrative([
      'The National Co-ordinator and the National Secretariat',
      'The National Working Group and the Thematic Working Groups',
      'NGOs and international organisations',
      'The national referral mechanism',
    ]),
    goals: [
      {
        text: 'All bodies working against trafficking in human beings act together, and every measure in the country is co-ordinated.',
        indicators: [
          'How effective those taking part find the co-operation',
          'How satisfied those taking part are with the co-ordination',
        ],
        objectives: [
          {
            key: 'C.1.1/o1',
            text: 'Know at all times who works against trafficking in this country, and which projects and measures are under way.',
            indicators: [
              'Roster of NGOs active against trafficking is kept up to date',
              'Roster of public institutions active against trafficking is kept up to date',
              'Roster of international organisations active against trafficking here is kept up to date',
              'List of anti-trafficking projects and measures is kept up to date',
            ],
            dependsOn: [],
          },
          {
            key: 'C.1.1/o2',
            text: 'Set up the national structure: a National Co-ordinator, the National Working Group and its Thematic Working Groups, NGOs being seated in both kinds of group.',
            indicators: [
              'A National Co-ordinator is in office',
              'The National Working Group is established',
              'The Thematic Working Groups are established',
              'NGO share of the seats in each working group (%)',
              'Meetings held by each working group (number)',
            ],
            dependsOn: ['C.1.2/o12'],
            note: 'The model strategy prints a link to C.1.2(a), on international instruments. C.1.2(l), the legal basis for co-ordination, is evidently meant.',
          },
          {
            key: 'C.1.1/o3',
            text: 'Make sure that everyone involved understands and accepts who does what and who answers for it.',
            indicators: [
              'Terms of reference of the National Co-ordinator are in force',
              'Terms of reference of the National Working Group are in force',
              'Terms of reference of each Thematic Working Group are in force',
            ],
            dependsOn: [],
            note: 'The model strategy gives no indicator for the terms of reference of the National Secretariat, although its text asks for them. Consider adding one.',
          },
          {
            key: 'C.1.1/o4',
            text: 'Bind state and non-state bodies officially to co-operate, in helping victims and in investigating and prosecuting the crime.',
            indicators: ['Memoranda of understanding are in force between the bodies that co-operate'],
            dependsOn: ['C.1.2/o12'],
            note: 'The model strategy prints a link to C.1.2(a), on international instruments. C.1.2(l), the legal basis for co-operation, is evidently meant.',
          },
        ],
      },
    ],
  },
  {
    key: 'C.1.2',
    kind: 'issue',
    component: 1,
    title: 'Legal and regulatory framework',
    owner: 'nwg',
    narrative: issueNarrative([
      'Criminal law',
      'Rights, residence and assistance of trafficked persons',
      'Investigation and international co-operation',
      'Legal basis of co-ordination',
    ]),
    goals: [
      {
        text: 'The country has the laws and regulations it needs against trafficking and for those who suffer it.',
        indicators: ['Every law and regulation this plan calls for has been enacted'],
        objectives: [
          {
            key: 'C.1.2/o1',
            text: 'Bring national law into line with the international instruments against trafficking and with international human rights standards.',
            indicators: [
              'Law in line with the Palermo Protocol is enacted',
              'Law in line with the European Convention on Human Rights is enacted',
            ],
            dependsOn: [],
          },
          {
            key: 'C.1.2/o2',
            text: 'Give every presumed trafficked person a right in law to a reflection period of three months or more.',
            indicators: ['Law or regulation on the reflection period is enacted'],
            dependsOn: [],
          },
          {
            key: 'C.1.2/o3',
            text: 'Give every identified trafficked person a right in law to residence, at least temporary, once the reflection period ends.',
            indicators: ['Law or regulation on residence after the reflection period is enacted'],
            dependsOn: [],
          },
          {
            key: 'C.1.2/o4',
            text: 'Make every form of trafficking an offence, and make it possible to prosecute traffickers, be they persons or companies, and all related crimes.',
            indicators: ['Law or regulation criminalising all forms of trafficking is enacted'],
            dependsOn: [],
          },
          {
            key: 'C.1.2/o5',
            text: 'Entitle every presumed trafficked person to the help they need, be it social, medical, psychological or legal.',
            indicators: ['Law or regulation on the right to assistance is enacted'],
            dependsOn: [],
          },
          {
            key: 'C.1.2/o6',
            text: 'Entitle trafficked persons to compensation from the traffickers, the state or both.',
            indicators: ['Law or regulation on compensation is enacted'],
            dependsOn: [],
          },
          {
            key: 'C.1.2/o7',
            text: 'Let the law keep trafficked persons safe from physical harm, and allow witness protection schemes made for them.',
            indicators: ['Law or regulation on safety and witness protection is enacted'],
            dependsOn: [],
          },
          {
            key: 'C.1.2/o8',
            text: 'Allow the seizure and confiscation of what was used for trafficking and of what was earned by it.',
            indicators: ['Law or regulation on seizure and confiscation is enacted'],
            dependsOn: [],
          },
          {
            key: 'C.1.2/o9',
            text: 'Give proactive investigation a legal basis, so that a prosecution need not rest on what victims say.',
            indicators: ['Law or regulation on proactive investigation is enacted'],
            dependsOn: [],
          },
          {
            key: 'C.1.2/o10',
            text: 'Conclude the instruments that allow investigations to be run jointly with police and courts abroad, Europol, INTERPOL and SECI included.',
            indicators: ['The instruments that allow joint investigation are ratified'],
            dependsOn: [],
          },
          {
            key: 'C.1.2/o11',
            text: 'Give extradition and mutual legal assistance in trafficking cases a legal basis.',
            indicators: ['Law or regulation on extradition and mutual legal assistance is enacted'],
            dependsOn: [],
          },
          {
            key: 'C.1.2/o12',
            text: 'Give anti-trafficking co-ordination and co-operation a framework in law or regulation.',
            indicators: ['Law or regulation on co-ordination and co-operation is enacted'],
            dependsOn: [],
          },
          {
            key: 'C.1.2/o13',
            text: 'Pass a law against discrimination.',
            indicators: ['The anti-discrimination law is enacted'],
            dependsOn: [],
          },
        ],
      },
    ],
  },
  {
    key: 'C.1.3',
    kind: 'issue',
    component: 1,
    title: 'Capacity building',
    owner: 'nwg',
    narrative: issueNarrative([
      'Training for each profession',
      'Joint training across professions, with NGOs',
      'Training on children',
      'A place in the regular curricula',
    ]),
    goals: [
      {
        text: 'State and non-state bodies are able to counter trafficking in all its aspects, on the basis of human rights and with care for victims.',
        indicators: [
          'Staff of the rostered NGOs and public institutions who have had anti-trafficking training based on human rights (%)',
        ],
        objectives: [
          {
            key: 'C.1.3/o1',
            text: 'Raise what state and non-state bodies know about trafficking in all its aspects.',
            indicators: [
              'Staff of the rostered NGOs and public institutions who can say what trafficking is, which forms it takes and who is at risk in the country (%)',
            ],
            dependsOn: ['C.1.3/o2'],
          },
          {
            key: 'C.1.3/o2',
            text: 'Build what it takes to offer each professional group, inside and outside the state, training made for its work, without interruption.',
            indicators: [
              'Training material is available for each chosen target group',
              'Trainers prepared to teach the chosen target groups (number)',
              'People who have had specific anti-trafficking training based on human rights (number)',
              'Specific courses offered to the various state and non-state groups (number)',
            ],
            dependsOn: [],
          },
          {
            key: 'C.1.3/o3',
            text: 'Raise the knowledge and skill with which state and non-state bodies treat victims considerately, children above all.',
            indicators: [
              'Staff of the rostered NGOs and public institutions trained in the proper treatment of trafficked persons (%)',
              'Staff of the rostered NGOs and public institutions who can answer set questions on the UNICEF guidelines for trafficked children (%)',
            ],
            dependsOn: ['C.1.3/o2'],
          },
          {
            key: 'C.1.3/o4',
            text: 'See to it that state and non-state bodies know their own tasks against trafficking and those of the others.',
            indicators: [
              'Staff of the rostered NGOs and public institutions who can say clearly which body does what and answers for what (%)',
            ],
            dependsOn: ['C.1.1/o3'],
          },
        ],
      },
    ],
  },
  {
    key: 'C.1.4',
    kind: 'issue',
    component: 1,
    title: 'Information management and research',
    owner: 'nwg',
    narrative: issueNarrative([
      'Definitions and key figures',
      'Collection, analysis and reporting',
      'Research',
      'Protection of personal data',
    ]),
    goals: [
      {
        text: 'Everything one needs to know to counter trafficking is on hand, open to those who work on it, and exchanged regularly at home and abroad.',
        indicators: ['Key figures with complete and current data (%)', 'Reports with the key figures appear regularly'],
        objectives: [
          {
            key: 'C.1.4/o1',
            text: 'Agree which key figures and statistical categories on trafficking are monitored nationally, comparable with those of other countries.',
            indicators: ['The list of key figures and statistical categories exists'],
            dependsOn: [],
          },
          {
            key: 'C.1.4/o2',
            text: 'Charge one central institution with gathering, analysing and passing on the relevant information for the whole country.',
            indicators: [
              'A central institution holds this task',
              'Its reports with the key figures appear regularly',
              'Its distribution lists exist',
            ],
            dependsOn: [],
          },
          {
            key: 'C.1.4/o3',
            text: 'Make it a fixed practice that state and non-state bodies exchange what they know, at home and with countries of origin and destination.',
            indicators: [
              'Memoranda of understanding on the exchange are in force',
              'Rostered NGOs and public institutions with a website of their own (%)',
              'National online forums on trafficking (number)',
            ],
            dependsOn: [],
          },
          {
            key: 'C.1.4/o4',
            text: 'Expand research in the country on every area of the response.',
            indicators: [
              'National research budget that goes to trafficking research, per year (%)',
              'Funds for projects of research on trafficking, in all (amount)',
            ],
            dependsOn: [],
          },
          {
            key: 'C.1.4/o5',
            text: 'Guard what is personal in the data on trafficked persons with a protection system that is up to the task.',
            indicators: [
              'Law or regulation on data protection is enacted',
              'Rostered NGOs and public institutions with guidelines or standard procedures for exchanging personal data (%)',
            ],
            dependsOn: [],
          },
        ],
      },
    ],
  },
  {
    key: 'C.1.5',
    kind: 'issue',
    component: 1,
    title: 'Resource and budget mobilisation',
    owner: 'nwg',
    narrative: issueNarrative(['What the plan costs', 'The state budget', 'Donors and other sources']),
    goals: [
      {
        text: 'The strategy and the action plan have all the resources they need.',
        indicators: ['Resources needed for the national response that are covered, per year (%)'],
        objectives: [
          {
            key: 'C.1.5/o1',
            text: 'Know what carrying out the strategy and the action plan costs in all, in money and in kind.',
            indicators: ['A resource plan for the whole response exists and is updated every year'],
            dependsOn: [],
          },
          {
            key: 'C.1.5/o2',
            text: 'Raise what public institutions set aside for the plan in their regular budgets.',
            indicators: ['Regular budget that each public institution spends on the response, per year (%)'],
            dependsOn: [],
          },
          {
            key: 'C.1.5/o3',
            text: 'Raise the special funds that public institutions give to the plan.',
            indicators: ['Special funds that each public institution gives to the response, per year (amount)'],
            dependsOn: [],
          },
          {
            key: 'C.1.5/o4',
            text: 'Raise what international donors give to the plan.',
            indicators: ['Funds that international donors give to the response, per year (amount)'],
            dependsOn: [],
          },
        ],
      },
    ],
  },
  {
    key: 'C.1.6',
    kind: 'issue',
    component: 1,
    title: 'Review, monitoring and evaluation',
    owner: 'nwg',
    narrative: issueNarrative(['Monitoring', 'Evaluation', 'Review', 'Baselines and indicators']),
    goals: [
      {
        text: 'The response gets better all the time, in strategy and in practice, and keeps up with new needs and changed circumstances.',
        indicators: ['The strategy and the plan are brought up to date every two years'],
        objectives: [
          {
            key: 'C.1.6/o1',
            text: 'Gather and analyse what matters, methodically and without gaps, for the strategy and for the action plan.',
            indicators: [
              'Terms of reference for monitoring exist',
              'The plan provides for monitoring',
              'Activities of the plan with a written monitoring report (%)',
            ],
            dependsOn: [],
          },
          {
            key: 'C.1.6/o2',
            text: 'Evaluate all activities of the plan regularly.',
            indicators: [
              'Terms of reference for evaluation exist',
              'The plan provides for evaluation',
              'Activities of the plan with a written evaluation report (%)',
            ],
            dependsOn: [],
          },
          {
            key: 'C.1.6/o3',
            text: 'Review the whole response at set intervals.',
            indicators: [
              'Terms of reference for the review exist',
              'The plan provides for review',
              'A written review of the response is made every two years or more often',
            ],
            dependsOn: [],
          },
        ],
      },
    ],
  },
]
