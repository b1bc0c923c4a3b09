import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { groupsTable, seatsTable } from './group.ts'
import { personsTable } from './people.ts'

/** Meetings that recur: a cadence, and the agenda that each begins with. [M7] */
export const meetingSeriesTable = sqliteTable('meeting_series', {
  id: text('id').primaryKey(),
  groupId: text('group_id')
    .notNull()
    .references(() => groupsTable.id),
  kind: text('kind').notNull(),
  title: text('title').notNull(),
  everyWeeks: integer('every_weeks').notNull(),
  /** IANA name. */
  timeZone: text('time_zone').notNull(),
  /** `14:30`, in that time zone. */
  localTime: text('local_time').notNull(),
  durationMinutes: integer('duration_minutes').notNull(),
  place: text('place').notNull(),
  /** Canonical JSON: type, title and planned minutes of each item. */
  template: text('template').notNull(),
  createdAt: integer('created_at').notNull(),
  endedAt: integer('ended_at'),
})

export const meetingsTable = sqliteTable(
  'meetings',
  {
    id: text('id').primaryKey(),
    /** The group that meets; of a joint meeting the one that invites. */
    groupId: text('group_id')
      .notNull()
      .references(() => groupsTable.id),
    seriesId: text('series_id').references(() => meetingSeriesTable.id),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    state: text('state').notNull(),
    startsAt: integer('starts_at').notNull(),
    endsAt: integer('ends_at').notNull(),
    /** IANA name of the zone in which its times are meant. */
    timeZone: text('time_zone').notNull(),
    place: text('place').notNull(),
    /** Address of a remote room. */
    link: text('link'),
    /** When it was convened, and so since when its notice runs. [M1] */
    convenedAt: integer('convened_at'),
    convenedBy: text('convened_by').references(() => personsTable.id),
    urgentReason: text('urgent_reason'),
    /** Why it was cancelled, or postponed last. */
    reason: text('reason'),
    /** SEQUENCE of its calendar entry (RFC 5545, 3.8.7.4). */
    sequence: integer('sequence').notNull(),
    startedAt: integer('started_at'),
    adjournedAt: integer('adjourned_at'),
    currentItemId: text('current_item_id'),
    /** How long a speech may take; none where the chair set no limit. */
    speechLimitSeconds: integer('speech_limit_seconds'),
    /** Shown in the room only: whoever knows it is there. 256 bits, base64url. */
    checkInCode: text('check_in_code').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => personsTable.id),
    createdAt: integer('created_at').notNull(),
    /** Of the last change that a calendar shows. */
    changedAt: integer('changed_at').notNull(),
  },
  table => [index('meetings_group').on(table.groupId, table.startsAt), index('meetings_state').on(table.state)],
)

/** The groups whose seats meet: one, or of a joint meeting several. */
export const meetingBodiesTable = sqliteTable(
  'meeting_bodies',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetingsTable.id),
    groupId: text('group_id')
      .notNull()
      .references(() => groupsTable.id),
  },
  table => [
    primaryKey({ columns: [table.meetingId, table.groupId] }),
    index('meeting_bodies_group').on(table.groupId, table.meetingId),
  ],
)

/** When a session was suspended and resumed. */
export const meetingPausesTable = sqliteTable(
  'meeting_pauses',
  {
    id: text('id').primaryKey(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetingsTable.id),
    at: integer('at').notNull(),
    resumedAt: integer('resumed_at'),
    /** When the chair expects to go on; none where nobody knows. */
    expectedUntil: integer('expected_until'),
  },
  table => [index('meeting_pauses_meeting').on(table.meetingId)],
)

/** An item of a meeting's agenda; without a meeting it waits in its group's backlog. [M1, M2] */
export const agendaItemsTable = sqliteTable(
  'agenda_items',
  {
    id: text('id').primaryKey(),
    groupId: text('group_id')
      .notNull()
      .references(() => groupsTable.id),
    meetingId: text('meeting_id').references(() => meetingsTable.id),
    /** Of a sub-item. There is one level of them. */
    parentId: text('parent_id'),
    /** Among those with the same parent, from 0, without gaps. */
    position: integer('position').notNull(),
    type: text('type').notNull(),
    title: text('title').notNull(),
    note: text('note').notNull(),
    presenterSeatId: text('presenter_seat_id').references(() => seatsTable.id),
    plannedMinutes: integer('planned_minutes').notNull(),
    state: text('state').notNull(),
    /** Time it was the current item, up to `openedAt`; time of suspension not counted. */
    usedMs: integer('used_ms').notNull(),
    /** Since when it is the current item of a session that runs. */
    openedAt: integer('opened_at'),
    /** The text it decides on, by its digest. [V4] */
    subjectKind: text('subject_kind'),
    subjectId: text('subject_id'),
    subjectDigest: text('subject_digest'),
    /** The notice names it as the second call of a vote that lacked NGO presence. [V6] */
    secondCall: integer('second_call', { mode: 'boolean' }).notNull(),
    /** When a notice went out that names it as the second call of this text; none where it was flagged after that. [V6] */
    secondCallNoticeAt: integer('second_call_notice_at'),
    /** The vote of which this item tells the group: a decision by silence. [V11] */
    announces: text('announces'),
    /** The item of an earlier meeting that this one goes on with. */
    carriedFromId: text('carried_from_id'),
    createdBy: text('created_by').references(() => personsTable.id),
    createdAt: integer('created_at').notNull(),
    /** Struck from the agenda before the meeting began with it. */
    removedAt: integer('removed_at'),
    removedBy: text('removed_by').references(() => personsTable.id),
  },
  table => [
    index('agenda_items_meeting').on(table.meetingId),
    index('agenda_items_announces').on(table.announces),
    index('agenda_items_backlog')
      .on(table.groupId)
      .where(sql`meeting_id is null`),
  ],
)

/** What an item is worked on with: a version, or a file kept by its digest. */
export const papersTable = sqliteTable(
  'papers',
  {
    id: text('id').primaryKey(),
    itemId: text('item_id')
      .notNull()
      .references(() => agendaItemsTable.id),
    /** `version` or `file`. */
    kind: text('kind').notNull(),
    /** Of a version: what it is a version of. */
    subjectKind: text('subject_kind'),
    subjectId: text('subject_id'),
    digest: text('digest').notNull(),
    name: text('name').notNull(),
    mediaType: text('media_type'),
    bytes: integer('bytes'),
    addedBy: text('added_by')
      .notNull()
      .references(() => personsTable.id),
    addedAt: integer('added_at').notNull(),
    removedAt: integer('removed_at'),
  },
  table => [index('papers_item').on(table.itemId), index('papers_digest').on(table.digest)],
)

/** Who was told of a meeting, for which seat, and when they first looked. */
export const invitationsToMeetingsTable = sqliteTable(
  'meeting_invitations',
  {
    id: text('id').primaryKey(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetingsTable.id),
    personId: text('person_id')
      .notNull()
      .references(() => personsTable.id),
    seatId: text('seat_id').references(() => seatsTable.id),
    /** Of the calendar entry that the invitation went out with. */
    sequence: integer('sequence').notNull(),
    invitedAt: integer('invited_at').notNull(),
    seenAt: integer('seen_at'),
  },
  table => [
    index('meeting_invitations_meeting').on(table.meetingId),
    index('meeting_invitations_person').on(table.personId),
  ],
)

/** Whether somebody comes for a seat; the last answer of whoever speaks for it. */
export const meetingRepliesTable = sqliteTable(
  'meeting_replies',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetingsTable.id),
    seatId: text('seat_id')
      .notNull()
      .references(() => seatsTable.id),
    personId: text('person_id')
      .notNull()
      .references(() => personsTable.id),
    reply: text('reply').notNull(),
    at: integer('at').notNull(),
  },
  table => [primaryKey({ columns: [table.meetingId, table.seatId] })],
)

/** Arrivals and departures; present is who arrived and did not leave. Nothing is deleted from it. [M3] */
export const attendanceTable = sqliteTable(
  'attendance',
  {
    id: text('id').primaryKey(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetingsTable.id),
    /** None for somebody who is there by office. */
    seatId: text('seat_id').references(() => seatsTable.id),
    personId: text('person_id')
      .notNull()
      .references(() => personsTable.id),
    manner: text('manner').notNull(),
    arrivedAt: integer('arrived_at').notNull(),
    departedAt: integer('departed_at'),
    /** The person, or who noted it for them. */
    notedBy: text('noted_by')
      .notNull()
      .references(() => personsTable.id),
  },
  table => [
    index('attendance_meeting').on(table.meetingId),
    // Somebody who presses twice is there once.
    uniqueIndex('attendance_once')
      .on(table.meetingId, table.personId, table.seatId)
      .where(sql`departed_at is null`),
    uniqueIndex('attendance_once_by_office')
      .on(table.meetingId, table.personId)
      .where(sql`departed_at is null and seat_id is null`),
  ],
)

/** Who wished to speak on an item, and who spoke how long. [M4] */
export const floorRequestsTable = sqliteTable(
  'floor_requests',
  {
    id: text('id').primaryKey(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetingsTable.id),
    itemId: text('item_id').references(() => agendaItemsTable.id),
    /** None for somebody who is there by office. */
    seatId: text('seat_id').references(() => seatsTable.id),
    personId: text('person_id')
      .notNull()
      .references(() => personsTable.id),
    kind: text('kind').notNull(),
    state: text('state').notNull(),
    askedAt: integer('asked_at').notNull(),
    startedAt: integer('started_at'),
    endedAt: integer('ended_at'),
  },
  table => [index('floor_requests_meeting').on(table.meetingId)],
)

/** Calendars that a person subscribed to; the address holds the token, the table its SHA-256. */
export const calendarFeedsTable = sqliteTable(
  'calendar_feeds',
  {
    tokenHash: text('token_hash').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => personsTable.id),
    /** One group's meetings; none for all that the person is invited to. */
    groupId: text('group_id').references(() => groupsTable.id),
    createdAt: integer('created_at').notNull(),
    lastReadAt: integer('last_read_at'),
    revokedAt: integer('revoked_at'),
  },
  table => [index('calendar_feeds_person').on(table.personId)],
)
