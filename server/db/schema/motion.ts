import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { groupsTable, seatsTable } from './group.ts'
import { personsTable } from './people.ts'

export const motionsTable = sqliteTable(
  'motions',
  {
    id: text('id').primaryKey(),
    groupId: text('group_id')
      .notNull()
      .references(() => groupsTable.id),
    /** `sectionVersion` or `planVersion`. */
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    /** Digest of the exact text. [V4] */
    digest: text('digest').notNull(),
    title: text('title').notNull(),
    round: integer('round').notNull(),
    state: text('state').notNull(),
    /** Canonical JSON of the frozen electorate, roll and rules, and its digest. [V1] */
    snapshot: text('snapshot'),
    snapshotDigest: text('snapshot_digest'),
    preparedBy: text('prepared_by')
      .notNull()
      .references(() => personsTable.id),
    preparedAt: integer('prepared_at').notNull(),
    openedAt: integer('opened_at'),
    closesAt: integer('closes_at'),
    closedAt: integer('closed_at'),
    /** Canonical JSON of what decide() returned. Kept for reading; a check decides again. */
    decision: text('decision'),
    outcome: text('outcome'),
  },
  table => [index('motions_group').on(table.groupId), index('motions_subject').on(table.subjectId)],
)

/** The events of a vote in the order the server took them: all ballots ever cast, extensions, the close. [V3, V5] */
export const motionEventsTable = sqliteTable(
  'motion_events',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    motionId: text('motion_id')
      .notNull()
      .references(() => motionsTable.id),
    type: text('type').notNull(),
    at: integer('at').notNull(),
    seatId: text('seat_id').references(() => seatsTable.id),
    personId: text('person_id').references(() => personsTable.id),
    /** Canonical JSON of the event as decide() reads it. */
    event: text('event').notNull(),
  },
  table => [index('motion_events_motion').on(table.motionId)],
)
