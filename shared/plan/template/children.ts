import { promptFor } from './narrative.ts'
import type { TemplateSection } from './types.ts'

/**
 * The starting content of the children's own plan: the same parts as the National Action Plan, written for children
 * and owned throughout by the Children's Thematic Working Group. [P8]
 */
export const childrenTemplate: readonly TemplateSection[] = [
  {
    key: 'B.1',
    kind: 'preamble',
    component: null,
    title: 'Preamble',
    owner: 'children',
    narrative: [
      ...promptFor('Purpose of this plan'),
      ...promptFor('Why children need a plan of their own'),
      ...promptFor('What the state commits itself to'),
      ...promptFor('How this plan and the National Action Plan fit together'),
    ],
    goals: [],
  },
  {
    key: 'B.2',
    kind: 'background',
    component: null,
    title: 'Background analysis',
    owner: 'children',
    narrative: [
      {
        type: 'paragraph',
        text: 'What we know about trafficking in children today, and how we know it. Replace the questions in each part by the answers.',
      },
      { type: 'heading', level: 2, text: 'Supporting framework' },
      {
        type: 'list',
        items: [
          'Which law protects children, and does it treat every person under 18 as a child?',
          'Which bodies share the care of a trafficked child, and who leads?',
          'Which figures do we have on girls and on boys, by age, and what do they miss?',
          'What are the forms today: sexual exploitation, begging, labour, petty crime, illegal adoption, recruitment online?',
        ],
      },
      { type: 'empty' },
      { type: 'heading', level: 2, text: 'Prevention' },
      {
        type: 'list',
        items: [
          'Which children are most exposed: in institutions, on the street, travelling alone, out of school, unregistered at birth?',
          'What do children, parents and teachers know of the danger?',
          'Does child protection reach every municipality?',
        ],
      },
      { type: 'empty' },
      { type: 'heading', level: 2, text: 'Support and protection' },
      {
        type: 'list',
        items: [
          'How soon does an identified child have a guardian?',
          'Where do trafficked children live, and are they kept apart from unrelated adults?',
          'How is the lasting solution for each child found, and is the child heard?',
        ],
      },
      { type: 'empty' },
      { type: 'heading', level: 2, text: 'Investigation and prosecution' },
      {
        type: 'list',
        items: [
          'How many cases with child victims were investigated, brought to court and ended in conviction?',
          'How are children interviewed, how often, and by whom?',
          'Are children still punished for what their traffickers made them do?',
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
    owner: 'children',
    narrative: [
      { type: 'heading', level: 2, text: 'The child’s best interests' },
      {
        type: 'paragraph',
        text: 'In every decision about a child, what is best for that child weighs most; it is assessed for each child and put in writing.',
      },
      { type: 'heading', level: 2, text: 'The child’s voice' },
      {
        type: 'paragraph',
        text: 'Children are told what is happening in words they understand, are asked what they want, and are taken seriously.',
      },
      { type: 'heading', level: 2, text: 'No discrimination' },
      {
        type: 'paragraph',
        text: 'A foreign child, a child without papers and a child who broke the law have the same rights to protection as any other.',
      },
      { type: 'heading', level: 2, text: 'Benefit of the doubt' },
      {
        type: 'paragraph',
        text: 'Whoever may be under 18 is treated as a child until it is shown otherwise.',
      },
      { type: 'heading', level: 2, text: 'Confidentiality' },
      {
        type: 'paragraph',
        text: 'Nothing that could identify a child leaves the circle of those who protect the child.',
      },
      ...promptFor('How we apply these principles'),
    ],
    goals: [],
  },
  {
    key: 'C.1',
    kind: 'issue',
    component: 1,
    title: 'Supporting framework',
    owner: 'children',
    narrative: [
      ...promptFor('Where we stand'),
      ...promptFor('What we will do'),
      ...promptFor('Law and guardianship', 3),
      ...promptFor('Training', 3),
      ...promptFor('Figures on girls and boys', 3),
      ...promptFor('Who takes part'),
    ],
    goals: [
      {
        text: 'Law, money and skills are in place to protect every child from trafficking, and the bodies concerned act as one.',
        indicators: ['Measures of this plan that are funded, per year (%)'],
        objectives: [
          {
            key: 'C.1/o1',
            text: 'Bring child protection law into line with the Convention on the Rights of the Child, its protocols and the Palermo Protocol, under which a child’s consent counts for nothing.',
            indicators: [
              'The law treats all persons under 18 as children',
              'The law asks for no proof of force or deceit where the victim is a child',
            ],
            dependsOn: [],
          },
          {
            key: 'C.1/o2',
            text: 'Agree how the bodies that protect children work together, from the first suspicion to the lasting solution.',
            indicators: [
              'Standard procedures on child victims are in force in all bodies concerned',
              'Meetings of the Children’s Thematic Working Group, per year (number)',
            ],
            dependsOn: ['C.1/o1'],
          },
          {
            key: 'C.1/o3',
            text: 'Train all who may meet a trafficked child in recognising, hearing and referring children.',
            indicators: ['Police, border, social, school and health staff trained on child trafficking (%)'],
            dependsOn: [],
          },
          {
            key: 'C.1/o4',
            text: 'Keep anonymous figures on trafficked children that show girls and boys, ages and forms of exploitation.',
            indicators: ['Yearly figures on trafficked girls and boys, by age group and form, are published'],
            dependsOn: ['C.1/o2'],
          },
        ],
      },
    ],
  },
  {
    key: 'C.2',
    kind: 'issue',
    component: 2,
    title: 'Prevention',
    owner: 'children',
    narrative: [
      ...promptFor('Where we stand'),
      ...promptFor('What we will do'),
      ...promptFor('Children most exposed', 3),
      ...promptFor('School, family and the internet', 3),
      ...promptFor('Borders and documents', 3),
      ...promptFor('Who takes part'),
    ],
    goals: [
      {
        text: 'Fewer children are exposed to trafficking, and those around them notice the danger in time.',
        indicators: ['Trafficked children who were already known to child protection (number of girls, of boys)'],
        objectives: [
          {
            key: 'C.2/o1',
            text: 'Reach the children most exposed with schooling, care and support for their families.',
            indicators: [
              'Children of compulsory school age who attend school (% of girls, of boys)',
              'Children in institutions, on the street or alone who have a case worker (%)',
            ],
            dependsOn: [],
          },
          {
            key: 'C.2/o2',
            text: 'Teach children, parents and teachers how recruitment works, online too, and where to turn.',
            indicators: [
              'Schools that teach about trafficking and safety online (%)',
              'Pupils able to name the child helpline (%)',
            ],
            dependsOn: [],
          },
          {
            key: 'C.2/o3',
            text: 'See that every child is registered at birth, and that children who cross a border without their parents are looked after.',
            indicators: [
              'Births registered within the legal time (%)',
              'Children crossing alone who were referred to child protection (number)',
            ],
            dependsOn: ['C.1/o3'],
          },
        ],
      },
    ],
  },
  {
    key: 'C.3',
    kind: 'issue',
    component: 3,
    title: 'Support and protection',
    owner: 'children',
    narrative: [
      ...promptFor('Where we stand'),
      ...promptFor('What we will do'),
      ...promptFor('Identification and the question of age', 3),
      ...promptFor('Guardians', 3),
      ...promptFor('Care and a lasting solution', 3),
      ...promptFor('Who takes part'),
    ],
    goals: [
      {
        text: 'Every trafficked child is found early, has a guardian at once and grows up in safety.',
        indicators: ['Trafficked children living in safety one year after identification (% of girls, of boys)'],
        objectives: [
          {
            key: 'C.3/o1',
            text: 'Recognise trafficked children early, and treat young persons of uncertain age as children.',
            indicators: ['Children identified as trafficked, by the body that found them (number of girls, of boys)'],
            dependsOn: ['C.1/o3'],
          },
          {
            key: 'C.3/o2',
            text: 'Appoint an independent guardian for each child without delay.',
            indicators: ['Mean time from identification to appointment (hours)', 'Children per guardian (mean)'],
            dependsOn: ['C.1/o1'],
          },
          {
            key: 'C.3/o3',
            text: 'House trafficked children fittingly, in families where possible, with school, health care and counselling.',
            indicators: [
              'Children placed in family-type care (%)',
              'Children in school within one month of placement (%)',
            ],
            dependsOn: ['C.3/o2'],
          },
          {
            key: 'C.3/o4',
            text: 'Find a lasting solution for each child on the basis of a written best-interests assessment, and follow it up.',
            indicators: [
              'Children with a written best-interests assessment (%)',
              'Children visited at least once in the year after return or placement (%)',
            ],
            dependsOn: ['C.3/o2'],
          },
        ],
      },
    ],
  },
  {
    key: 'C.4',
    kind: 'issue',
    component: 4,
    title: 'Investigation and prosecution',
    owner: 'children',
    narrative: [
      ...promptFor('Where we stand'),
      ...promptFor('What we will do'),
      ...promptFor('Hearing children without harming them', 3),
      ...promptFor('Children who were made to break the law', 3),
      ...promptFor('Who takes part'),
    ],
    goals: [
      {
        text: 'Those who traffic children are convicted, and no child is harmed or punished in the course of it.',
        indicators: [
          'Convictions for trafficking in children, per year (number)',
          'Child trafficking investigations that ended in conviction (%)',
        ],
        objectives: [
          {
            key: 'C.4/o1',
            text: 'Have cases with child victims handled by specialised investigators, prosecutors and judges, quickly.',
            indicators: [
              'Cases with child victims led by specialised staff (%)',
              'Mean time from complaint to first judgement (months)',
            ],
            dependsOn: ['C.1/o3'],
          },
          {
            key: 'C.4/o2',
            text: 'Hear each child once, on video, in a place made for children, and spare the child the sight of the accused.',
            indicators: ['Children heard by video recording (%)', 'Interviews per child (mean)'],
            dependsOn: ['C.3/o2'],
          },
          {
            key: 'C.4/o3',
            text: 'Keep trafficked children free from punishment for acts they were made to commit, and see them compensated.',
            indicators: [
              'Trafficked children charged with such acts (number)',
              'Trafficked children awarded compensation (number)',
            ],
            dependsOn: ['C.1/o1'],
          },
        ],
      },
    ],
  },
]
