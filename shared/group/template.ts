import type { Constituency } from './seat.ts'

interface Line {
  /** Unique in the list and stable. */
  readonly key: string
  readonly label: string
  /** The kind of organisation that fills the line; one of `organisationKinds` of the people slice. */
  readonly kind: string
  readonly constituency: Constituency
}

/**
 * Who belongs in a National Working Group. Each line becomes a seat that is filled, vacant or not applicable in the
 * country; more seats may be added. International organisations observe. [G4, G9]
 *
 * NGOs have two lines because the NWG must seat at least two of them by default. [G7]
 */
export const nwgComposition = [
  { key: 'interior', label: 'Ministry of Interior', kind: 'ministry', constituency: 'STATE' },
  { key: 'foreign-affairs', label: 'Ministry of Foreign Affairs', kind: 'ministry', constituency: 'STATE' },
  { key: 'labour', label: 'Ministry of Labour', kind: 'ministry', constituency: 'STATE' },
  { key: 'social-welfare', label: 'Ministry of Social Welfare', kind: 'ministry', constituency: 'STATE' },
  { key: 'public-health', label: 'Ministry of Public Health', kind: 'ministry', constituency: 'STATE' },
  { key: 'justice', label: 'Ministry of Justice', kind: 'ministry', constituency: 'STATE' },
  { key: 'finance', label: 'Ministry of Finance', kind: 'ministry', constituency: 'STATE' },
  { key: 'education', label: 'Ministry of Education', kind: 'ministry', constituency: 'STATE' },
  { key: 'public-prosecutor', label: 'Public Prosecutor’s Office', kind: 'publicBody', constituency: 'STATE' },
  { key: 'police-academy', label: 'Police Academy', kind: 'publicBody', constituency: 'STATE' },
  { key: 'judicial-training', label: 'Judicial Training Institute', kind: 'publicBody', constituency: 'STATE' },
  { key: 'labour-inspectorate', label: 'Labour Inspectorate', kind: 'publicBody', constituency: 'STATE' },
  { key: 'statistics-research', label: 'National statistics and research', kind: 'research', constituency: 'STATE' },
  { key: 'child-agency', label: 'Child agency', kind: 'childAgency', constituency: 'STATE' },
  { key: 'workers', label: 'Workers’ organisation', kind: 'socialPartner', constituency: 'PARTNER' },
  { key: 'employers', label: 'Employers’ organisation', kind: 'socialPartner', constituency: 'PARTNER' },
  { key: 'social-partner', label: 'Other social partner', kind: 'socialPartner', constituency: 'PARTNER' },
  { key: 'ngo-prevention', label: 'NGO working in prevention', kind: 'ngo', constituency: 'NGO' },
  { key: 'ngo-assistance', label: 'NGO assisting trafficked persons', kind: 'ngo', constituency: 'NGO' },
  { key: 'international', label: 'International organisation', kind: 'io', constituency: 'OBSERVER' },
] as const satisfies readonly Line[]

export type CompositionLine = (typeof nwgComposition)[number]

/** The Thematic Working Groups of a new workspace; others may be added. The supporting framework is the NWG's own. [G8] */
export const defaultThematicGroups = [
  { code: 'prevention', name: 'Prevention' },
  { code: 'protection', name: 'Support and Protection' },
  { code: 'prosecution', name: 'Investigation and Prosecution' },
  { code: 'children', name: 'Trafficking in Children' },
] as const satisfies readonly { readonly code: string; readonly name: string }[]

export type ThematicGroupCode = (typeof defaultThematicGroups)[number]['code']
