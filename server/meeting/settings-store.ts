import { eq } from 'drizzle-orm'
import type { GroupId } from '#shared/core'
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

/** Canonical JSON that only this program writes. */
function parse(text: string | null): Partial<MeetingSettings> {
  return text === null ? {} : (JSON.parse(text) as Partial<MeetingSettings>)
}
