import type { GroupId, MeetingId } from '#shared/core'
import type { Deps } from '../../deps.ts'

/** Tells pages, after the commit, that a meeting has changed. */
export function announceMeeting({ bus }: Pick<Deps, 'bus'>, id: MeetingId): void {
  bus.publish({ type: 'changed', topic: 'meeting', id })
}

/** Tells pages, after the commit, that a group's backlog or series have changed: they are of meetings to come. */
export function announcePlans({ bus }: Pick<Deps, 'bus'>, groupId: GroupId): void {
  bus.publish({ type: 'changed', topic: 'meeting', id: groupId })
}
