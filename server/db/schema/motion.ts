import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { groupsTable, seatsTable } from './group.ts'
import { personsTable } from './people.ts'

/** A motion from its opening on; opening is one act, so that nothing stands here before it. */
export const motionsTable = sqliteTable(
  'motions',
  {
    id: text('id').primaryKey(),
    groupId: text('group_id')
      .notNull()
      .references(() => groupsTable.id),
    /** `sectionVersion`, `planVersion`, `minutesVersion`, `termsVersion` or `election`. */
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    /** The section or the plan of which the subject is a version. */
    baseId: text('base_id').notNull(),
    /** Digest of the exact text. [V4] */
    digest: text('digest').notNull(),
    title: text('title').notNull(),
    /** Canonical JSON: what the workspace called the text; none where people gave it its title. */
    name: text('name'),
    /** `open`, `held`, `returned` or `decided`. */
    state: text('state').notNull(),
    /** Canonical JSON of `{rules, snapshot}`: the frozen rule set and electorate, and its digest. [V1] */
    snapshot: text('snapshot').notNull(),
    snapshotDigest: text('snapshot_digest').notNull(),
    /** Canonical JSON: the seats of the electorate by their names of that moment. */
    roster: text('roster').notNull(),
    openedBy: text('opened_by')
      .notNull()
      .references(() => personsTable.id),
    openedAt: integer('opened_at').notNull(),
    /** The deadline of the general vote, extensions included. */
    closesAt: integer('closes_at').notNull(),
    /** When time alone moves the vote on; none once it is over. */
    dueAt: integer('due_at'),
    /** When a vote by correspondence next looks whether seats are to be reminded; none when no reminder is left. */
    remindAt: integer('remind_at'),
    /** When it got the outcome it keeps. */
    decidedAt: integer('decided_at'),
    /** Canonical JSON of what decide() returned. Kept for reading; a check decides again. */
    decision: text('decision'),
    outcome: text('outcome'),
    /** The meeting and the item of its agenda under which it was opened. */
    meetingId: text('meeting_id'),
    itemId: text('item_id'),
    /** Of a decision: its year and, within group and year, its number from 1. [M6] */
    decisionYear: integer('decision_year'),
    decisionNumber: integer('decision_number'),
    /** When the NGO seats and the chair recorded, before its time was over, that they were reconciled. [V9] */
    reconciledAt: integer('reconciled_at'),
    /** When chair and Secretariat certified the outcome, and when the Secretariat published it. */
    certifiedAt: integer('certified_at'),
    publishedAt: integer('published_at'),
  },
  table => [
    index('motions_meeting').on(table.meetingId),
    uniqueIndex('motions_decision').on(table.groupId, table.decisionYear, table.decisionNumber),
    index('motions_group').on(table.groupId),
    index('motions_base').on(table.baseId),
    index('motions_due').on(table.dueAt),
    index('motions_remind').on(table.remindAt),
    // Two chairs at once: one opens the vote, whatever their requests saw.
    uniqueIndex('motions_one_vote')
      .on(table.subjectKind, table.subjectId)
      .where(sql`state in ('open', 'held')`),
  ],
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
    /**
     * Canonical JSON of `{event, nonce}`: the event as decide() reads it, and 128 random bits, so that the digest which
     * the record shows of a hidden ballot cannot be guessed from the five choices.
     */
    event: text('event').notNull(),
  },
  table => [index('motion_events_motion').on(table.motionId)],
)

/** Reminders of votes by correspondence, each with the seats that had not acted. */
export const motionRemindersTable = sqliteTable(
  'motion_reminders',
  {
    id: text('id').primaryKey(),
    motionId: text('motion_id')
      .notNull()
      .references(() => motionsTable.id),
    /** `half`, `day` or `hours`. */
    stage: text('stage').notNull(),
    at: integer('at').notNull(),
    /** JSON: ids of the seats. */
    seats: text('seats').notNull(),
  },
  table => [index('motion_reminders_motion').on(table.motionId)],
)

/**
 * Papers of secret ballots that are still running: the box. A paper is sealed with a key that does not lie in the database,
 * does not say whose it is, and its id is drawn at random and is the row's place on disk, so that nothing tells when it was
 * put in. Counting empties the box. [V12]
 */
export const secretPapersTable = sqliteTable(
  'secret_papers',
  {
    id: integer('id').primaryKey(),
    motionId: text('motion_id')
      .notNull()
      .references(() => motionsTable.id),
    sealed: text('sealed').notNull(),
  },
  table => [index('secret_papers_motion').on(table.motionId)],
)

/** Ballots that were refused: kept as evidence, part of no log. Of somebody who may not cast, not what was chosen. [V1, V4, V5] */
export const refusedBallotsTable = sqliteTable(
  'refused_ballots',
  {
    id: text('id').primaryKey(),
    motionId: text('motion_id')
      .notNull()
      .references(() => motionsTable.id),
    at: integer('at').notNull(),
    personId: text('person_id').references(() => personsTable.id),
    /** Type of the problem it was refused with. */
    problem: text('problem').notNull(),
    /** Canonical JSON of `{event, nonce}`, as in the log. */
    event: text('event').notNull(),
  },
  table => [index('refused_ballots_motion').on(table.motionId)],
)

/** Acts on a vote that take two persons: who asked for it and who confirmed. [V9, V13] */
export const jointActsTable = sqliteTable(
  'joint_acts',
  {
    id: text('id').primaryKey(),
    motionId: text('motion_id')
      .notNull()
      .references(() => motionsTable.id),
    /** `pause`, `resume`, `void`, `certify` or `reconcile`. */
    act: text('act').notNull(),
    /** `asked`, `confirmed`, `declined`, `withdrawn` or `lapsed`. */
    state: text('state').notNull(),
    /** Of the listed causes for which a vote is voided. [V13] */
    cause: text('cause'),
    /** In the words of who asked: the cause, or what was agreed. */
    text: text('text').notNull(),
    askedBy: text('asked_by')
      .notNull()
      .references(() => personsTable.id),
    /** `chair`, `secretariat` or `ngoHead`. */
    askedAs: text('asked_as').notNull(),
    askedAt: integer('asked_at').notNull(),
    /** Who confirmed or declined it. */
    confirmedBy: text('confirmed_by').references(() => personsTable.id),
    endedAt: integer('ended_at'),
  },
  table => [
    index('joint_acts_motion').on(table.motionId),
    uniqueIndex('joint_acts_one_asked')
      .on(table.motionId, table.act)
      .where(sql`state = 'asked'`),
  ],
)

/** What seats say to a vote that is over. Which stands is worked out; all are kept. */
export const voteStatementsTable = sqliteTable(
  'vote_statements',
  {
    id: text('id').primaryKey(),
    motionId: text('motion_id')
      .notNull()
      .references(() => motionsTable.id),
    seatId: text('seat_id')
      .notNull()
      .references(() => seatsTable.id),
    /** `explanation`, `dissent`, `waiver`, `reservation` or `correction`. */
    kind: text('kind').notNull(),
    /** From 1 within motion, seat and kind. */
    number: integer('number').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => personsTable.id),
    /** `head` or `alternate`, when it was handed in. Before it was kept, all stood as the head's. */
    rank: text('rank').notNull().default('head'),
    at: integer('at').notNull(),
    text: text('text').notNull(),
    /** From 1 within the vote: the order in which the record has them. */
    position: integer('position').notNull().default(0),
  },
  table => [
    uniqueIndex('vote_statements_number').on(table.motionId, table.seatId, table.kind, table.number),
    uniqueIndex('vote_statements_position').on(table.motionId, table.position),
  ],
)
