import { eq } from 'drizzle-orm'
import { asId, type GroupId } from '#shared/core'
import { defaultMeetingSettings, type MeetingSettings } from '#shared/meeting'
import { groupsTable, type Queries } from '#server/db'

/**
 * What a group has set for its meetings; the default where it has set nothing. [M1, M7]
 *
 * @throws for a group that does not exist
 */
export async function meetingSettingsOf(queries: Queries, groupId: GroupId): Promise<MeetingSettings> {
  const [row] = await queries.select(columns).from(groupsTable).where(eq(groupsTable.id, groupId))
  if (!row) throw new Error(`there is no group ${groupId} whose meetings have settings`)
  return parseSettings(row)
}

/** The same of every group, in one query. */
export async function settingsByGroup(queries: Queries): Promise<ReadonlyMap<GroupId, MeetingSettings>> {
  const rows = await queries.select(columns).from(groupsTable)
  return new Map(rows.map(row => [asId<GroupId>(row.id), parseSettings(row)]))
}

const columns = { id: groupsTable.id, kind: groupsTable.kind, settings: groupsTable.meetingSettings }

/** The one parser of stored meeting settings. */
function parseSettings({ kind, settings }: { readonly kind: string; readonly settings: string | null }) {
  const set = settings === null ? {} : (JSON.parse(settings) as Partial<MeetingSettings>)
  return { ...defaultMeetingSettings(kind === 'nwg' ? 'nwg' : 'twg'), ...set }
}
