/** What the tabs of the directory show, as the API answers it. */
import type { Fetched } from '../api/fetched.ts'
import type { fetchOffices, fetchOrganisations, fetchPersons } from '../api/people.ts'

type Answer<F extends () => Promise<unknown>> =
  Extract<Awaited<ReturnType<F>>, { readonly ok: true }> extends {
    readonly value: infer V
  }
    ? V
    : never

export type Persons = Answer<typeof fetchPersons>
export type PersonRow = Persons[number]
export type Organisations = Answer<typeof fetchOrganisations>
export type OrganisationRow = Organisations[number]
export type Offices = Answer<typeof fetchOffices>
export type OfficeRow = Offices[number]

export type FetchedPersons = Fetched<Persons>
export type FetchedOrganisations = Fetched<Organisations>
export type FetchedOffices = Fetched<Offices>
