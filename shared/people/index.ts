export type { PeopleProblem } from './problems.ts'
export { offices, organisationKinds, type Me, type MySeat, type Office, type OrganisationKind } from './people.ts'
