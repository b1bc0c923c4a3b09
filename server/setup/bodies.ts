/** Entering the organisations and persons of a set-up, each once, however often they are named. */
import { err, ok, type OrganisationId, type PersonId, type Result } from '#shared/core'
import type { OrganisationKind } from '#shared/people'
import type { Problem } from '#shared/problem'
import {
  enterOrganisation,
  enterPerson,
  findOrganisationByName,
  findPersonByEmail,
  issueInvitation,
} from '#server/people'
import type { Tx } from '#server/db'
import type { Deps } from '../deps.ts'

export interface HandedOut {
  readonly name: string
  readonly organisation: string
  readonly url: string
  readonly expiresAt: number
}

export interface Bodies {
  organisation(name: string, kind: OrganisationKind): Promise<Result<OrganisationId, Problem>>
  /** `email-taken`: the address belongs to somebody of another organisation */
  person(
    input: { readonly name: string; readonly email: string },
    organisationId: OrganisationId,
  ): Promise<Result<PersonId, Problem>>
  /** A link for each person entered here. */
  inviteAll(): Promise<readonly HandedOut[]>
}

export function makeBodies(tx: Tx, deps: Deps, by: PersonId): Bodies {
  const entered: { readonly id: PersonId; readonly name: string; readonly organisation: string }[] = []
  const names = new Map<OrganisationId, string>()
  return {
    async organisation(name, kind) {
      const known = await findOrganisationByName(tx, name)
      const organisation = known ? ok(known) : await enterOrganisation(tx, deps, by, { name, kind })
      if (!organisation.ok) return organisation
      names.set(organisation.value.id, organisation.value.name)
      return ok(organisation.value.id)
    },
    async person(input, organisationId) {
      const known = await findPersonByEmail(tx, input.email)
      if (known) return known.organisationId === organisationId ? ok(known.id) : err({ type: 'email-taken' })
      const person = await enterPerson(tx, deps, by, { name: input.name, email: input.email, organisationId })
      if (!person.ok) return person
      entered.push({ id: person.value.id, name: input.name, organisation: names.get(organisationId) ?? '' })
      return ok(person.value.id)
    },
    async inviteAll() {
      const links: HandedOut[] = []
      for (const { id, name, organisation } of entered) {
        const link = await issueInvitation(tx, deps, by, id)
        if (link.ok) links.push({ name, organisation, ...link.value })
      }
      return links
    },
  }
}
