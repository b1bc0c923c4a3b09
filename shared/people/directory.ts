/** What the Secretariat's directory answers. Dates are Instants. */
import type { Instant, OrganisationId, PersonId } from '#shared/core'
import type { Office, OrganisationKind } from './people.ts'

export interface Organisation {
  readonly id: OrganisationId
  readonly name: string
  readonly kind: OrganisationKind
}

/** How a person stands with the workspace. `invited`: a link is out; `expired`: it was not taken up in time. */
export type Access = 'active' | 'invited' | 'expired' | 'notInvited' | 'suspended'

export interface DirectoryPerson {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  readonly organisation: Organisation | null
  /** In force now. */
  readonly offices: readonly Office[]
  readonly access: Access
  /** Of the link that is out; null where none is. */
  readonly invitationExpiresAt: Instant | null
  readonly lastSeenAt: Instant | null
  readonly confidentialityConfirmedAt: Instant | null
}

/** An office and who holds or held it. */
export interface OfficeTerm {
  readonly id: string
  readonly office: Office
  readonly person: { readonly id: PersonId; readonly name: string; readonly organisation: string | null }
  readonly act: string
  readonly startsAt: Instant
  readonly endsAt: Instant | null
  readonly inForce: boolean
}
