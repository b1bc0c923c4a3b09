import { eq } from 'drizzle-orm'
import { asId, type GroupId } from '#shared/core'
import { defaultMeetingSettings, type MeetingSettings } from '#shared/meeting'
import type { GroupKind } from '#shared/group'
import { groupsTable, type Queries } from '#server/db'

/** What the group has set for its meetings; the default where it has set nothing. [M1, M7] */
export async function meetingSettingsOf(
  queries: Queries,
  group: { readonly id: GroupId; readonly kind: GroupKind },
): Promise<MeetingSettings> {
  const [row] = await queries
    .select({ settings: groupsTable.meetingSettings })
    .from(groupsTable)
    .where(eq(groupsTable.id, group.id))
  const set: Partial<MeetingSettings> = parse(row?.settings ?? null)
  return { ...defaultMeetingSettings(group.kind), ...set }
}

/** The same of every group, in one query. */
export async function settingsByGroup(queries: Queries): Promise<ReadonlyMap<GroupId, MeetingSettings>> {
  const rows = await queries
    .select({ id: groupsTable.id, kind: groupsTable.kind, settings: groupsTable.meetingSettings })
    .from(groupsTable)
  return new Map(
    rows.map(({ id, kind, settings }) => [
      asId<GroupId>(id),
      { ...defaultMeetingSettings(kind === 'nwg' ? 'nwg' : 'twg'), ...parse(settings) },
    ]),
  )
}

/** Canonical JSON that only this program writes. */
function parse(text: string | null): Partial<MeetingSettings> {
  return text === null ? {} : (JSON.parse(text) as Partial<MeetingSettings>)
}
