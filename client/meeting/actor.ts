import { useMe } from '#client/app'
import { can } from '#shared/access'
import type { GroupId } from '#shared/core'
import type { GroupKind } from '#shared/group'

/** Whether the person signed in prepares the meetings of a group, by the same table that the server asks. */
export function useMayConduct(): (group: { readonly id: GroupId; readonly kind: GroupKind }) => boolean {
  const me = useMe()
  return group => {
    const { person, offices, seats, chairs, confidentialityConfirmedAt } = me()
    const actor = { personId: person.id, offices, seats, chairs, confidential: confidentialityConfirmedAt !== null }
    return can(actor, 'meeting.conduct', { groupId: group.id, groupKind: group.kind })
  }
}
