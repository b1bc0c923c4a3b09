import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { groupsTable, seatsTable } from './group.ts'
import { organisationsTable, personsTable } from './people.ts'

/** Terms of reference of a body; their live text is the document with the same id. [G10] */
export const termsTable = sqliteTable(
  'terms',
  {
    id: text('id').primaryKey(),
    /** `nationalCoordinator`, `secretariat`, `nwg` or `twg`. */
    kind: text('kind').notNull(),
    /** The group that decides on them: the NWG, for the two offices as well. */
    groupId: text('group_id')
      .notNull()
      .references(() => groupsTable.id),
    /** Canonical JSON of the settings as drafted; none until somebody changes one, and never of an office. */
    draft: text('draft'),
    draftChangedAt: integer('draft_changed_at'),
    draftChangedBy: text('draft_changed_by').references(() => personsTable.id),
    createdAt: integer('created_at').notNull(),
  },
  table => [uniqueIndex('terms_body').on(table.groupId, table.kind)],
)

/** An immutable snapshot: canonical content and its digest. Only `state` and what follows it ever change. [E1] */
export const termsVersionsTable = sqliteTable(
  'terms_versions',
  {
    id: text('id').primaryKey(),
    termsId: text('terms_id')
      .notNull()
      .references(() => termsTable.id),
    number: integer('number').notNull(),
    digest: text('digest').notNull(),
    /** Canonical JSON (RFC 8785), byte for byte what the digest covers. */
    content: text('content').notNull(),
    state: text('state').notNull(),
    submittedBy: text('submitted_by')
      .notNull()
      .references(() => personsTable.id),
    submittedForSeat: text('submitted_for_seat').references(() => seatsTable.id),
    submittedAt: integer('submitted_at').notNull(),
    /** When it was adopted, returned, rejected or withdrawn. */
    decidedAt: integer('decided_at'),
    /** From its adoption; over the NGO seats' objection, from the certification of it. [V9] */
    inForceAt: integer('in_force_at'),
    grade: text('grade'),
  },
  table => [uniqueIndex('terms_versions_number').on(table.termsId, table.number)],
)

/** Memoranda of understanding with NGOs, as registered; none is ever removed. [G10] */
export const memorandaTable = sqliteTable(
  'memoranda',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisationsTable.id),
    reference: text('reference').notNull(),
    validFrom: integer('valid_from').notNull(),
    /** Exclusive; none for one without an end. */
    validUntil: integer('valid_until'),
    registeredBy: text('registered_by')
      .notNull()
      .references(() => personsTable.id),
    registeredAt: integer('registered_at').notNull(),
    /** When it was ended before its time, and why. */
    endedAt: integer('ended_at'),
    endReason: text('end_reason'),
  },
  table => [index('memoranda_organisation').on(table.organisationId)],
)
