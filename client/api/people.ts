import { hc } from 'hono/client'
import type { PeopleRoutes } from '../../server/people/routes.ts'
import { call } from './call.ts'
import { gate } from './gate.ts'

const api = hc<PeopleRoutes>('/api', gate.options)

const person = api.persons[':id']
type PersonInput = Parameters<typeof api.persons.$post>[0]['json']
type PersonEdit = Parameters<typeof person.$patch>[0]['json']
export const fetchPersons = () => call(api.persons.$get())
export const addPerson = (json: PersonInput) => call(api.persons.$post({ json }))
export const changePerson = (id: string, json: PersonEdit) => call(person.$patch({ param: { id }, json }))
export const suspendPerson = (id: string) => call(person.suspension.$put({ param: { id } }))
export const reinstatePerson = (id: string) => call(person.suspension.$delete({ param: { id } }))
export const invitePerson = (id: string) => call(person.invitation.$post({ param: { id } }))
export const revokeInvitation = (id: string) => call(person.invitation.$delete({ param: { id } }))

type OrganisationInput = Parameters<typeof api.organisations.$post>[0]['json']
export const fetchOrganisations = () => call(api.organisations.$get())
export const addOrganisation = (json: OrganisationInput) => call(api.organisations.$post({ json }))
export const renameOrganisation = (id: string, name: string) =>
  call(api.organisations[':id'].$patch({ param: { id }, json: { name } }))

type AppointmentInput = Parameters<typeof api.offices.$post>[0]['json']
export const fetchOffices = () => call(api.offices.$get())
export const appoint = (json: AppointmentInput) => call(api.offices.$post({ json }))
export const endOffice = (id: string) => call(api.offices[':id'].end.$post({ param: { id } }))
