export { peopleRoutes, type PeopleRoutes } from './routes.ts'
export { enterOrganisation, enterPerson, type NewOrganisation, type NewPerson } from './persons.ts'
export { fillOffice, type Appointment } from './offices.ts'
export { closeInvitation, issueInvitation, openInvitation, type InvitationLink } from './invitations.ts'
export { asOffice, holdersOf, listOffices, officesHeld } from './office-store.ts'
export {
  deleteSessionsOf,
  findOrganisation,
  findOrganisationByName,
  findPerson,
  findPersonByEmail,
  rowToOrganisation,
  rowToPerson,
  updatePerson,
  type Person,
} from './store.ts'
export { announceAccess, announceChange } from './announce.ts'
