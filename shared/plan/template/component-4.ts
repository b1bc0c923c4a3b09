import { issueNarrative } from './narrative.ts'
import type { TemplateSection } from './types.ts'

/** Component 4, investigation and prosecution: 6 goals, 17 objectives, 39 indicators, 7 links. [P4] */
export const prosecution: readonly TemplateSection[] = [
  {
    key: 'C.4.1',
    kind: 'issue',
    component: 4,
    title: 'Proactive and reactive investigation',
    owner: 'prosecution',
    narrative: issueNarrative([
      'Specialist units',
      'Evidence that does not depend on victims',
      'Financial and labour market investigations',
      'Police training, general and specialist',
    ]),
    goals: [
      {
        text: 'Investigations are led by intelligence more often, and less often only by what victims report.',
        indicators: [
          'Cases that rest on proactively gathered evidence alone, without testimony by anyone who was trafficked (number)',
        ],
        objectives: [
          {
            key: 'C.4.1/o1',
            text: 'Teach police officers how to investigate on the basis of intelligence, and why it matters in trafficking cases.',
            indicators: ['Police officers specially trained in intelligence-led investigation (%)'],
            dependsOn: ['C.1.3/o2'],
          },
          {
            key: 'C.4.1/o2',
            text: 'Put the law on proactive investigation into practice.',
            indicators: ['Cases in which evidence was gathered by proactive investigation (number)'],
            dependsOn: ['C.1.2/o9'],
          },
          {
            key: 'C.4.1/o3',
            text: 'Have police and prosecutors work more closely with customs, the tax authorities and others concerned.',
            indicators: ['A memorandum of understanding on exchanging operational information is in force'],
            dependsOn: [],
          },
          {
            key: 'C.4.1/o4',
            text: 'Include inquiries into money and employment in proactive investigation, and respect data protection in doing so.',
            indicators: ['Cases with inquiries into money or employment (number)'],
            dependsOn: [],
            note: 'The model strategy says only “cases” here. Cases with such inquiries are evidently meant.',
          },
        ],
      },
    ],
  },
  {
    key: 'C.4.2',
    kind: 'issue',
    component: 4,
    title: 'International law enforcement and judicial co-operation',
    owner: 'prosecution',
    narrative: issueNarrative([
      'Joint investigations',
      'Focal points and languages',
      'Exchange and protection of data',
      'Extradition',
    ]),
    goals: [
      {
        text: 'Police and courts co-operate more with other states and with international organisations.',
        indicators: [
          'Traffickers who were extradited (number)',
          'Extradition requests granted and refused (number)',
          'Investigations led jointly with police abroad (number)',
        ],
        objectives: [
          {
            key: 'C.4.2/o1',
            text: 'Put to use the instruments that allow investigations to be run jointly with police and courts abroad, and work also with Europol, INTERPOL and SECI.',
            indicators: [
              'Investigations run jointly with police of other countries (number)',
              'Joint investigation teams exist',
            ],
            dependsOn: ['C.1.2/o10'],
          },
          {
            key: 'C.4.2/o2',
            text: 'Make police and courts better able to work with their counterparts abroad.',
            indicators: ['Police staff who can work well in a foreign language (%)'],
            dependsOn: [],
          },
          {
            key: 'C.4.2/o3',
            text: 'Share data with other countries better.',
            indicators: ['A shared database is in use'],
            dependsOn: [],
          },
          {
            key: 'C.4.2/o4',
            text: 'Extradite offenders, and give and obtain legal assistance in trafficking prosecutions, more readily.',
            indicators: ['Offenders extradited for trafficking (number)'],
            dependsOn: ['C.1.2/o11'],
          },
        ],
      },
    ],
  },
  {
    key: 'C.4.3',
    kind: 'issue',
    component: 4,
    title: 'Prosecution and conviction of offenders',
    owner: 'prosecution',
    narrative: issueNarrative([
      'The offence and its penalties',
      'Confiscation',
      'Training and guidelines',
      'Aggravated cases: children',
    ]),
    goals: [
      {
        text: 'More of those who take part in trafficking are prosecuted and convicted.',
        indicators: [
          'Arrests for trafficking or related crimes (number)',
          'Prosecutions for trafficking or related crimes (number)',
          'Convictions for trafficking or related crimes (number)',
          'Mean sentence for trafficking or related crimes',
          'Arrests that ended in conviction (%)',
        ],
        objectives: [
          {
            key: 'C.4.3/o1',
            text: 'Raise what police and courts know about trafficking in all its aspects.',
            indicators: ['Staff of police and courts with special anti-trafficking training (%)'],
            dependsOn: ['C.1.3/o2'],
          },
          {
            key: 'C.4.3/o2',
            text: 'Apply the law that makes every form of trafficking an offence.',
            indicators: ['Prosecutions brought for trafficking or related crimes (number)'],
            dependsOn: ['C.1.2/o4'],
            note: 'The model strategy prints a link to C.1.2(e), on the right to assistance; it has changed places with that of C.3.3(a). C.1.2(d), on criminal offences, is evidently meant.',
          },
          {
            key: 'C.4.3/o3',
            text: 'Set penalties for trafficking and related crimes that work, fit the offence and deter.',
            indicators: ['Mean sentence passed for trafficking or related crimes'],
            dependsOn: [],
          },
        ],
      },
    ],
  },
  {
    key: 'C.4.4',
    kind: 'issue',
    component: 4,
    title: 'Legal redress and compensation for victims',
    owner: 'prosecution',
    narrative: issueNarrative([
      'Information and free legal help',
      'Claims in criminal and civil courts',
      'The compensation fund',
    ]),
    goals: [
      {
        text: 'Trafficked persons are compensated.',
        indicators: [
          'A fund to compensate victims exists',
          'Trafficked persons who obtained compensation (%)',
          'Trafficked persons given information on how to obtain compensation (%)',
        ],
        objectives: [
          {
            key: 'C.4.4/o1',
            text: 'Apply the law that gives trafficked persons compensation from the traffickers, the state or both.',
            indicators: ['Trafficked persons who were paid compensation (number)'],
            dependsOn: ['C.1.2/o6'],
          },
          {
            key: 'C.4.4/o2',
            text: 'Let victims know how they can be compensated.',
            indicators: [
              'Information on compensation is available',
              'Trafficked persons who were handed this information (number)',
            ],
            dependsOn: [],
          },
        ],
      },
    ],
  },
  {
    key: 'C.4.5',
    kind: 'issue',
    component: 4,
    title: 'Police and judicial treatment of victims/witnesses',
    owner: 'prosecution',
    narrative: issueNarrative([
      'Training of police, prosecutors and judges',
      'Hearings that do not harm',
      'Support during the proceedings',
      'Privacy and the media',
    ]),
    goals: [
      {
        text: 'Police and courts treat victims properly and without discrimination.',
        indicators: ['Trafficked persons who report having been discriminated against (number)'],
        objectives: [
          {
            key: 'C.4.5/o1',
            text: 'See that all who deal with trafficked persons respect human rights and do not discriminate.',
            indicators: [
              'Staff in contact with trafficked persons able to say what an approach led by human rights means (%)',
            ],
            dependsOn: [],
          },
          {
            key: 'C.4.5/o2',
            text: 'See that trafficked persons know their rights.',
            indicators: [
              'Information on what trafficked persons may claim is available',
              'Trafficked persons given this information (%)',
              'Trafficked persons advised by a lawyer or legal counsellor (number)',
            ],
            dependsOn: [],
          },
        ],
      },
    ],
  },
  {
    key: 'C.4.6',
    kind: 'issue',
    component: 4,
    title: 'Anti-corruption measures',
    owner: 'prosecution',
    narrative: issueNarrative([
      'Investigation and sanctions',
      'Codes of conduct and internal control',
      'Reporting corruption safely',
    ]),
    goals: [
      {
        text: 'Fewer police and judicial staff are involved in trafficking.',
        indicators: [
          'Police and judicial staff dismissed for involvement in trafficking or related crimes (number)',
          'Police and judicial staff sanctioned by disciplinary or administrative means for such involvement (number)',
          'Police and judicial staff prosecuted for such involvement (number)',
          'Police and judicial staff convicted for such involvement (number)',
        ],
        objectives: [
          {
            key: 'C.4.6/o1',
            text: 'Investigate corruption at every level of the state.',
            indicators: [
              'Corruption cases, by level of the state (number)',
              'A special unit to investigate corruption exists',
            ],
            dependsOn: [],
          },
          {
            key: 'C.4.6/o2',
            text: 'Let the public see more clearly how state bodies work.',
            indicators: ['Organisation charts that say clearly who is competent for what are officially published'],
            dependsOn: [],
          },
        ],
      },
    ],
  },
]
