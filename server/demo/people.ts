/**
 * Who is in the demonstration workspace. Country, bodies and persons are invented; the accounts and the groups they
 * sit in are part of what outside tools rely on.
 */
import type { OrganisationKind } from '#shared/people'

export interface DemoOrganisation {
  readonly key: string
  readonly name: string
  readonly kind: OrganisationKind
}

export interface DemoPerson {
  /** The account is `<role>@demo.example`. */
  readonly role: string
  readonly name: string
  readonly organisation: string
}

export const demoWorkspace = { name: 'National response to trafficking', country: 'Varnia' } as const

export const demoOrganisations = [
  { key: 'secretariat', name: 'National Secretariat', kind: 'publicBody' },
  { key: 'rapporteur', name: 'Office of the National Rapporteur', kind: 'research' },
  { key: 'interior', name: 'Ministry of Interior', kind: 'ministry' },
  { key: 'foreign-affairs', name: 'Ministry of Foreign Affairs', kind: 'ministry' },
  { key: 'labour', name: 'Ministry of Labour', kind: 'ministry' },
  { key: 'welfare', name: 'Ministry of Social Welfare', kind: 'ministry' },
  { key: 'health', name: 'Ministry of Public Health', kind: 'ministry' },
  { key: 'justice', name: 'Ministry of Justice', kind: 'ministry' },
  { key: 'finance', name: 'Ministry of Finance', kind: 'ministry' },
  { key: 'education', name: 'Ministry of Education', kind: 'ministry' },
  { key: 'prosecutor', name: 'Office of the Public Prosecutor', kind: 'publicBody' },
  { key: 'police-academy', name: 'Police Academy', kind: 'publicBody' },
  { key: 'judicial-training', name: 'Judicial Training Institute', kind: 'publicBody' },
  { key: 'labour-inspectorate', name: 'Labour Inspectorate', kind: 'publicBody' },
  { key: 'statistics', name: 'Bureau of Statistics', kind: 'research' },
  { key: 'child-agency', name: 'Agency for Children', kind: 'childAgency' },
  { key: 'unions', name: 'Federation of Trade Unions', kind: 'socialPartner' },
  { key: 'employers', name: 'Employers’ Confederation', kind: 'socialPartner' },
  { key: 'ngo-shelter', name: 'Harbour House', kind: 'ngo' },
  { key: 'ngo-hotline', name: 'Lifeline 24', kind: 'ngo' },
  { key: 'ngo-legal-aid', name: 'Open Door Legal Aid', kind: 'ngo' },
  { key: 'ngo-children', name: 'Children First', kind: 'ngo' },
  { key: 'io-migration', name: 'Migration Organisation', kind: 'io' },
  { key: 'io-children', name: 'Children’s Fund', kind: 'io' },
] as const satisfies readonly DemoOrganisation[]

export type DemoOrganisationKey = (typeof demoOrganisations)[number]['key']

export const demoPersons = [
  { role: 'coordinator', name: 'Ilira Vasko', organisation: 'interior' },
  { role: 'secretariat', name: 'Tomas Reith', organisation: 'secretariat' },
  { role: 'rapporteur', name: 'Oksana Lind', organisation: 'rapporteur' },
  { role: 'interior', name: 'Marek Dolan', organisation: 'interior' },
  { role: 'foreign-affairs', name: 'Selma Rook', organisation: 'foreign-affairs' },
  { role: 'labour', name: 'Petra Anders', organisation: 'labour' },
  { role: 'welfare', name: 'Jonas Hale', organisation: 'welfare' },
  { role: 'health', name: 'Amina Berg', organisation: 'health' },
  { role: 'justice', name: 'Viktor Sand', organisation: 'justice' },
  { role: 'finance', name: 'Clara Moss', organisation: 'finance' },
  { role: 'education', name: 'Davor Quist', organisation: 'education' },
  { role: 'prosecutor', name: 'Helena Stark', organisation: 'prosecutor' },
  { role: 'police-academy', name: 'Bruno Ferm', organisation: 'police-academy' },
  { role: 'judicial-training', name: 'Noor Lasker', organisation: 'judicial-training' },
  { role: 'labour-inspectorate', name: 'Sofia Drake', organisation: 'labour-inspectorate' },
  { role: 'statistics', name: 'Emil Torv', organisation: 'statistics' },
  { role: 'child-agency', name: 'Lea Winter', organisation: 'child-agency' },
  { role: 'unions', name: 'Goran Pike', organisation: 'unions' },
  { role: 'employers', name: 'Ruth Calder', organisation: 'employers' },
  { role: 'ngo-shelter', name: 'Maya Orlen', organisation: 'ngo-shelter' },
  { role: 'ngo-hotline', name: 'Idris Nol', organisation: 'ngo-hotline' },
  { role: 'ngo-legal-aid', name: 'Katya Brandt', organisation: 'ngo-legal-aid' },
  { role: 'ngo-children', name: 'Samuel Grove', organisation: 'ngo-children' },
  { role: 'io-migration', name: 'Anneke Vos', organisation: 'io-migration' },
  { role: 'io-children', name: 'Rafael Soto', organisation: 'io-children' },
  { role: 'chair-prevention', name: 'Nadia Holm', organisation: 'labour' },
  { role: 'chair-protection', name: 'Simon Vale', organisation: 'welfare' },
  { role: 'chair-prosecution', name: 'Irena Falk', organisation: 'prosecutor' },
  { role: 'chair-children', name: 'Teo Marsh', organisation: 'child-agency' },
  { role: 'alternate-interior', name: 'Dana Krell', organisation: 'interior' },
] as const satisfies readonly (DemoPerson & { readonly organisation: DemoOrganisationKey })[]

export type DemoRole = (typeof demoPersons)[number]['role']

/** The role's organisation holds an NWG seat, its person being the head. Observers last. */
export const nwgHeads = [
  'interior',
  'foreign-affairs',
  'labour',
  'welfare',
  'health',
  'justice',
  'finance',
  'education',
  'prosecutor',
  'police-academy',
  'judicial-training',
  'labour-inspectorate',
  'statistics',
  'child-agency',
  'unions',
  'employers',
  'ngo-shelter',
  'ngo-hotline',
  'ngo-legal-aid',
  'ngo-children',
  'io-migration',
  'io-children',
] as const satisfies readonly (DemoRole & DemoOrganisationKey)[]

export interface DemoThematicGroup {
  readonly code: 'prevention' | 'protection' | 'prosecution' | 'children'
  /** Head of its organisation's seat in the group, where the organisation's own account is the alternate. */
  readonly chair: DemoRole
  /** Organisations with a seat; those of international organisations observe. */
  readonly members: readonly (DemoRole & DemoOrganisationKey)[]
}

export const demoThematicGroups = [
  {
    code: 'prevention',
    chair: 'chair-prevention',
    members: ['labour', 'education', 'labour-inspectorate', 'employers', 'ngo-hotline'],
  },
  {
    code: 'protection',
    chair: 'chair-protection',
    members: ['welfare', 'health', 'interior', 'ngo-shelter', 'ngo-legal-aid'],
  },
  {
    code: 'prosecution',
    chair: 'chair-prosecution',
    members: ['prosecutor', 'justice', 'interior', 'police-academy', 'ngo-legal-aid'],
  },
  {
    code: 'children',
    chair: 'chair-children',
    members: ['child-agency', 'welfare', 'education', 'ngo-children', 'io-children'],
  },
] as const satisfies readonly DemoThematicGroup[]
