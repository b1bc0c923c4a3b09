/**
 * Every column of the database, by table. A new one is a decision made here, in sight: none holds data of a victim or a
 * perpetrator, and none will.
 */
import { getTableColumns, getTableName, is, Table } from 'drizzle-orm'
import { expect, test } from 'vitest'
import * as schema from '../../server/db/schema/index.ts'

const columns = Object.values(schema)
  .filter(table => is(table, Table))
  .map(
    table =>
      `${getTableName(table)}: ${Object.values(getTableColumns(table))
        .map(column => column.name)
        .join(' ')}`,
  )

test('[D1] no column holds data of a victim: all of them are listed here', () => {
  expect(columns.toSorted()).toMatchInlineSnapshot(`
    [
      "challenges: challenge purpose person_id statement expires_at",
      "document_clients: document_id client_id person_id",
      "document_history: document_id from_seq to_seq entries bytes",
      "document_set_aside: seq document_id person_id at bytes contributions set_aside_at",
      "document_snapshots: document_id seq bytes state_vector checksum",
      "document_standings: document_id epoch damaged_at",
      "document_updates: seq document_id person_id at bytes contributions checksum",
      "endorsement_acts: id plan_version_id act person_id at statement method signature",
      "groups: id kind code name chair_person_id rule_set position created_at",
      "idempotency_keys: id request_digest status content_type body created_at",
      "invitations: token_hash person_id invited_by created_at expires_at accepted_at revoked_at",
      "motion_events: seq motion_id type at seat_id person_id event",
      "motions: id group_id subject_kind subject_id base_id digest title state snapshot snapshot_digest roster opened_by opened_at closes_at due_at decided_at decision outcome",
      "offices: id office person_id act starts_at ends_at",
      "organisations: id name kind created_at",
      "passkeys: id person_id public_key counter transports name created_at last_used_at",
      "persons: id name email organisation_id password_hash user_handle locale confidentiality_confirmed_at suspended_at created_at",
      "plan_versions: id plan_id number state manifest root assembled_by assembled_at adopted_at noted_at endorsed_at published_at grade endorsed_as",
      "plans: id kind title owner_group_id created_at",
      "record: number at act subject_id entry digest",
      "refused_ballots: id motion_id at problem event",
      "representatives: id seat_id person_id rank starts_at ends_at",
      "seats: id group_id label constituency organisation_id not_applicable position created_at ended_at",
      "section_versions: id section_id number digest content state submitted_by submitted_for_seat submitted_at decided_at grade",
      "sections: id plan_id kind component position title owner_group_id waived_reason waived_at frozen_at frozen_by frozen_reason frozen_until_version created_at",
      "sessions: token_hash person_id method user_agent created_at last_seen_at expires_at",
      "setup_tokens: token_hash created_at",
      "workspace: id name country public_key demo created_at",
    ]
  `)
})
