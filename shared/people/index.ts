export type { PeopleProblem } from './problems.ts'
export { offices, organisationKinds, type Me, type MySeat, type Office, type OrganisationKind } from './people.ts'
export {
  appointmentRefusal,
  isInForce,
  isSingular,
  type AppointmentRefusal,
  type AppointmentSetting,
  type Term,
} from './offices.ts'
export type { Access, DirectoryPerson, OfficeTerm, Organisation } from './directory.ts'
export { constituencyOf, officesWithoutVote } from './constituency.ts'
export { confidentialityVersion } from './confidentiality.ts'
export { isGuessablePassword } from './password.ts'
export * from './limits.ts'
