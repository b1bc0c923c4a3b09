import { useMe } from '#client/app'
import type { Actor } from '#shared/access'

/** The person signed in as the permission table sees them: what would be refused is disabled by the same table. */
export function useActor(): () => Actor {
  const me = useMe()
  return () => {
    const { person, offices, seats, chairs, confidentialityConfirmedAt } = me()
    return { personId: person.id, offices, seats, chairs, confidential: confidentialityConfirmedAt !== null }
  }
}
