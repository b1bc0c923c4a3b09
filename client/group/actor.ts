import type { Actor } from '#shared/access'
import type { Me } from '#shared/people'

/** The person signed in, as the permission table sees them: the same that the server asks it about. */
export function actorFrom(me: Me): Actor {
  return {
    personId: me.person.id,
    offices: me.offices,
    seats: me.seats,
    chairs: me.chairs,
    confidential: me.confidentialityConfirmedAt !== null,
  }
}
