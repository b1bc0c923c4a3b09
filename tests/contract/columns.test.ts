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
      "action_items: id group_id meeting_id item_id text owner_seat_id due_on state created_by created_at closed_by closed_at closing_note",
      "agenda_items: id group_id meeting_id parent_id position type title note presenter_seat_id planned_minutes state used_ms opened_at subject_kind subject_id subject_digest second_call second_call_notice_at announces carried_from_id created_by created_at removed_at removed_by",
      "amendments: id section_id group_id version_id proposed_to changes reason seat_id person_id at state disposed_at overtaken motion_id result_id",
      "attendance: id meeting_id seat_id person_id manner arrived_at departed_at noted_by",
      "calendar_feeds: token_hash person_id group_id created_at last_read_at revoked_at",
      "challenges: challenge purpose person_id statement expires_at",
      "checkpoints: size root at note",
      "corrections: id minutes_id version_id item_id seat_id person_id quote proposal reason at state disposed_by disposed_at disposition",
      "cosignatures: size key_id signed_at received_at line",
      "document_clients: document_id client_id person_id",
      "document_history: document_id from_seq to_seq entries bytes",
      "document_set_aside: seq document_id person_id at bytes contributions set_aside_at",
      "document_snapshots: document_id seq bytes state_vector checksum",
      "document_standings: document_id epoch damaged_at",
      "document_updates: seq document_id person_id at bytes contributions checksum",
      "election_candidates: id election_id person_id seat_id proposed_by place proposed_at taken_back_at",
      "elections: id group_id title state called_by called_at digest elected_id took_chair",
      "endorsement_acts: id plan_version_id act person_id at statement method signature",
      "floor_requests: id meeting_id item_id seat_id person_id kind state asked_at started_at ended_at",
      "groups: id kind code name chair_person_id rule_set meeting_settings position created_at",
      "idempotency_keys: id request_digest status content_type body created_at",
      "invitations: token_hash person_id invited_by created_at expires_at accepted_at revoked_at",
      "joint_acts: id motion_id act state cause text asked_by asked_as asked_at confirmed_by ended_at",
      "meeting_bodies: meeting_id group_id",
      "meeting_invitations: id meeting_id person_id seat_id sequence invited_at seen_at",
      "meeting_pauses: id meeting_id at resumed_at expected_until",
      "meeting_replies: meeting_id seat_id person_id reply at",
      "meeting_series: id group_id kind title every_weeks time_zone local_time duration_minutes place template created_at ended_at",
      "meetings: id group_id series_id kind title state starts_at ends_at time_zone place link convened_at convened_by urgent_reason reason sequence started_at adjourned_at current_item_id speech_limit_seconds check_in_code created_by created_at changed_at",
      "memoranda: id organisation_id reference valid_from valid_until registered_by registered_at ended_at end_reason",
      "minute_takers: meeting_id person_id appointed_by appointed_at ended_at",
      "minutes: id kind meeting_id group_id amends_id state approval_item_id approved_at sealed_at chain_number approval seal created_at",
      "minutes_versions: id minutes_id number content digest circulated_at circulated_by corrections_until",
      "motion_events: seq motion_id type at seat_id person_id event",
      "motion_reminders: id motion_id stage at seats",
      "motions: id group_id subject_kind subject_id base_id digest title name state snapshot snapshot_digest roster opened_by opened_at closes_at due_at remind_at decided_at decision outcome meeting_id item_id decision_year decision_number reconciled_at certified_at published_at",
      "offices: id office person_id act starts_at ends_at",
      "organisations: id name kind created_at",
      "papers: id item_id kind subject_kind subject_id digest name media_type bytes added_by added_at removed_at",
      "passkeys: id person_id public_key counter transports name created_at last_used_at",
      "persons: id name email organisation_id password_hash user_handle locale confidentiality_confirmed_at suspended_at created_at",
      "plan_versions: id plan_id number state manifest root assembled_by assembled_at adopted_at noted_at endorsed_at published_at grade endorsed_as",
      "plans: id kind title owner_group_id created_at",
      "record: number at act actor_id subject_id entry digest",
      "record_nodes: position digest",
      "refused_ballots: id motion_id at person_id problem event",
      "representatives: id seat_id person_id rank starts_at ends_at",
      "seats: id group_id label constituency organisation_id not_applicable position created_at ended_at",
      "secret_papers: id motion_id sealed",
      "section_versions: id section_id number digest content state submitted_by submitted_for_seat submitted_at decided_at grade amends_id",
      "sections: id plan_id kind component position title owner_group_id waived_reason waived_at frozen_at frozen_by frozen_reason frozen_until_version created_at",
      "sessions: token_hash person_id method user_agent created_at last_seen_at expires_at suspended_at",
      "setup_tokens: token_hash created_at",
      "statements: id meeting_id item_id seat_id person_id text at",
      "terms: id kind group_id draft draft_changed_at draft_changed_by created_at",
      "terms_versions: id terms_id number digest content state submitted_by submitted_for_seat submitted_at decided_at in_force_at grade",
      "vote_statements: id motion_id seat_id kind number person_id rank at text position",
      "witness_keys: id witness_id verifier_key made_in added_by added_at ended_at",
      "witnesses: id seat_id named_by named_at ended_at",
      "workspace: id name country public_key demo created_at",
    ]
  `)
})
