import type { Constituency } from '#shared/group'
import type { Office, OrganisationKind } from './people.ts'

/** The constituency in which each kind of organisation sits; international organisations observe. [G2, G4] */
export const constituencyOf = {
  ministry: 'STATE',
  publicBody: 'STATE',
  research: 'STATE',
  childAgency: 'STATE',
  ngo: 'NGO',
  socialPartner: 'PARTNER',
  io: 'OBSERVER',
} as const satisfies Record<OrganisationKind, Constituency>

/** Whoever holds one of these holds no voting seat: the Secretariat serves all groups, the Rapporteur watches them. [G11] */
export const officesWithoutVote = ['secretariat', 'rapporteur'] as const satisfies readonly Office[]
