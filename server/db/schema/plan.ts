import { index, integer, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { groupsTable, seatsTable } from './group.ts'
import { personsTable } from './people.ts'

/** The National Action Plan and the children's plan: same schema, each its own lineage. [P1, P8] */
export const plansTable = sqliteTable('plans', {
  id: text('id').primaryKey(),
  /** `nap` or `children`. */
  kind: text('kind').notNull().unique(),
  title: text('title').notNull(),
  ownerGroupId: text('owner_group_id')
    .notNull()
    .references(() => groupsTable.id),
  createdAt: integer('created_at').notNull(),
})

/** A section of a plan; its live text is the document with the same id. [P2] */
export const sectionsTable = sqliteTable(
  'sections',
  {
    id: text('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plansTable.id),
    kind: text('kind').notNull(),
    /** 1 to 4, or none for preamble, background and principles. */
    component: integer('component'),
    /** Order in the plan; the code is derived from it. */
    position: integer('position').notNull(),
    title: text('title').notNull(),
    ownerGroupId: text('owner_group_id')
      .notNull()
      .references(() => groupsTable.id),
    waivedReason: text('waived_reason'),
    waivedAt: integer('waived_at'),
    /** Since when the text is closed for writing; with it come who closed it, why, and until which vote is over. */
    frozenAt: integer('frozen_at'),
    frozenBy: text('frozen_by').references(() => personsTable.id),
    frozenReason: text('frozen_reason'),
    frozenUntilVersion: text('frozen_until_version').references((): AnySQLiteColumn => sectionVersionsTable.id),
    createdAt: integer('created_at').notNull(),
  },
  table => [index('sections_plan').on(table.planId)],
)

/** An immutable snapshot: canonical content and its digest. Only `state` and what follows it ever change. [E1] */
export const sectionVersionsTable = sqliteTable(
  'section_versions',
  {
    id: text('id').primaryKey(),
    sectionId: text('section_id')
      .notNull()
      .references(() => sectionsTable.id),
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
    grade: text('grade'),
    /** The version that an amendment made this one of. [V4] */
    amendsId: text('amends_id'),
  },
  table => [uniqueIndex('section_versions_number').on(table.sectionId, table.number)],
)
