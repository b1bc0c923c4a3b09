import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { personsTable } from './people.ts'
import { plansTable } from './plan.ts'

/** A candidate and what became of it: a manifest of adopted section digests and its root. [E2] */
export const planVersionsTable = sqliteTable(
  'plan_versions',
  {
    id: text('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plansTable.id),
    number: integer('number').notNull(),
    state: text('state').notNull(),
    /** Canonical JSON; its digest is the root. */
    manifest: text('manifest').notNull(),
    root: text('root').notNull(),
    assembledBy: text('assembled_by')
      .notNull()
      .references(() => personsTable.id),
    assembledAt: integer('assembled_at').notNull(),
    adoptedAt: integer('adopted_at'),
    notedAt: integer('noted_at'),
    endorsedAt: integer('endorsed_at'),
    publishedAt: integer('published_at'),
    grade: text('grade'),
    /** `separate` or `annex`, of an endorsed children's plan. [E7] */
    endorsedAs: text('endorsed_as'),
  },
  table => [uniqueIndex('plan_versions_number').on(table.planId, table.number)],
)

/** Acts of the National Co-ordinator on a plan version: endorsed, sent back, withdrawn. [E3, E4, E8] */
export const endorsementActsTable = sqliteTable(
  'endorsement_acts',
  {
    id: text('id').primaryKey(),
    planVersionId: text('plan_version_id')
      .notNull()
      .references(() => planVersionsTable.id),
    act: text('act').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => personsTable.id),
    at: integer('at').notNull(),
    /** Canonical JSON of what was shown and is signed; for a sending back, the reasons. */
    statement: text('statement').notNull(),
    /** `passkey` or `workspaceKey`; none for a sending back. */
    method: text('method'),
    /** Canonical JSON: the assertion with the public key, or the Ed25519 signature. */
    signature: text('signature'),
  },
  table => [index('endorsement_acts_version').on(table.planVersionId)],
)
