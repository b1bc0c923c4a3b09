import { and, asc, desc, eq, inArray, isNotNull, isNull, like, lte, max, ne, or } from 'drizzle-orm'
import { asId, canonicalJson, sha256Hex, type Digest, type GroupId, type Instant, type MotionId } from '#shared/core'
import type { AgendaItemId, MeetingId, PersonId } from '#shared/core'
import { nextReminderAt, parseGivenName, type Decision, type MotionEvent } from '#shared/motion'
import { jointActsTable, motionEventsTable, motionsTable, personsTable, type Queries, type Tx } from '#server/db'
import {
  eventText,
  parseDecision,
  parseEvent,
  parseRoster,
  parseSnapshot,
  parseState,
  parseSubjectKind,
  rosterText,
  snapshotText,
  type DecisionNumber,
  type Motion,
  type MotionWithLog,
  type NewMotion,
  type StoredEvent,
  type StoredState,
} from './motion.ts'
import type { MotionSubjectKind } from './subject.ts'

/** A motion exactly as it is stored. */
export type MotionRow = typeof motionsTable.$inferSelect

const underVote = inArray(motionsTable.state, ['open', 'held'])

export async function insertMotion(tx: Tx, motion: NewMotion): Promise<void> {
  const { rules, snapshot, roster, meeting, name, ...row } = motion
  const remindAt = snapshot.mode === 'correspondence' ? nextReminderAt(snapshot, snapshot.openedAt) : null
  const frozen = snapshotText({ rules, snapshot })
  await tx.insert(motionsTable).values({
    ...row,
    name: name && canonicalJson({ ...name }),
    state: 'open',
    snapshot: frozen,
    snapshotDigest: sha256Hex(frozen),
    roster: rosterText(roster),
    remindAt,
    decidedAt: null,
    decision: null,
    outcome: null,
    meetingId: meeting?.meetingId ?? null,
    itemId: meeting?.itemId ?? null,
  })
}

export async function findMotion(queries: Queries, id: MotionId): Promise<MotionWithLog | null> {
  const [row] = await queries.select().from(motionsTable).where(eq(motionsTable.id, id))
  if (!row) return null
  const logs = await loadLogs(queries, [id])
  return { ...rowToMotion(row), events: (logs.get(id) ?? []).map(({ event }) => event) }
}

/** A list this long is searched, not read. */
const listLimit = 500

export interface MotionFilter {
  readonly state?: 'open' | 'decided' | undefined
  readonly group?: GroupId | undefined
  /** Id of a version, or of the section or plan it is a version of. */
  readonly subject?: string | undefined
}

/** The newest first, each with its log. */
export async function selectMotions(queries: Queries, filter: MotionFilter): Promise<readonly MotionWithLog[]> {
  const rows = await queries
    .select()
    .from(motionsTable)
    .where(
      and(
        filter.state === 'open' ? underVote : undefined,
        filter.state === 'decided' ? inArray(motionsTable.state, ['returned', 'decided']) : undefined,
        filter.group === undefined ? undefined : eq(motionsTable.groupId, filter.group),
        filter.subject === undefined
          ? undefined
          : or(eq(motionsTable.subjectId, filter.subject), eq(motionsTable.baseId, filter.subject)),
      ),
    )
    .orderBy(desc(motionsTable.openedAt), desc(motionsTable.id))
    .limit(listLimit)
  return withLogs(queries, rows)
}

/** Votes after which something is still to be done: returned, adopted and not certified, or with an act of two asked for. */
export async function motionsToFollow(queries: Queries): Promise<readonly MotionWithLog[]> {
  const asked = queries
    .select({ id: jointActsTable.motionId })
    .from(jointActsTable)
    .where(eq(jointActsTable.state, 'asked'))
  const rows = await queries
    .select()
    .from(motionsTable)
    .where(
      or(
        eq(motionsTable.state, 'returned'),
        and(
          eq(motionsTable.state, 'decided'),
          like(motionsTable.outcome, 'ADOPTED%'),
          isNull(motionsTable.certifiedAt),
        ),
        inArray(motionsTable.id, asked),
      ),
    )
    .orderBy(desc(motionsTable.openedAt), desc(motionsTable.id))
    .limit(listLimit)
  return withLogs(queries, rows)
}

/** What these votes have come to so far; none of one that is open. */
export async function motionOutcomes(
  queries: Queries,
  ids: readonly MotionId[],
): Promise<ReadonlyMap<string, Decision['outcome']>> {
  if (ids.length === 0) return new Map()
  const rows = await queries
    .select({ id: motionsTable.id, decision: motionsTable.decision })
    .from(motionsTable)
    .where(inArray(motionsTable.id, [...ids]))
  return new Map(
    rows.flatMap(({ id, decision }) => (decision === null ? [] : [[id, parseDecision(decision).outcome] as const])),
  )
}

/** The vote under way on a text. */
export async function findVoteOn(
  queries: Queries,
  subjectKind: MotionSubjectKind,
  subjectId: string,
): Promise<MotionId | null> {
  const [row] = await queries
    .select({ id: motionsTable.id })
    .from(motionsTable)
    .where(and(eq(motionsTable.subjectKind, subjectKind), eq(motionsTable.subjectId, subjectId), underVote))
  return row ? asId<MotionId>(row.id) : null
}

/** All votes on a text, the first opened first. */
export async function motionIdsOn(
  queries: Queries,
  subjectKind: MotionSubjectKind,
  subjectId: string,
): Promise<readonly MotionId[]> {
  const rows = await queries
    .select({ id: motionsTable.id })
    .from(motionsTable)
    .where(and(eq(motionsTable.subjectKind, subjectKind), eq(motionsTable.subjectId, subjectId)))
    .orderBy(asc(motionsTable.openedAt), asc(motionsTable.id))
  return rows.map(row => asId<MotionId>(row.id))
}

/** Earlier votes on exactly this text that got their outcome, the first one first. [V8, V9] */
export async function decidedOnText(
  queries: Queries,
  groupId: GroupId,
  baseId: string,
  digest: Digest,
): Promise<readonly Motion[]> {
  const rows = await queries
    .select()
    .from(motionsTable)
    .where(
      and(
        eq(motionsTable.groupId, groupId),
        eq(motionsTable.baseId, baseId),
        eq(motionsTable.digest, digest),
        isNotNull(motionsTable.decidedAt),
      ),
    )
    .orderBy(asc(motionsTable.decidedAt), asc(motionsTable.openedAt))
  return rows.map(rowToMotion)
}

/** Whether a text of this lineage was ever adopted by the group. [V11] */
export async function hasAdopted(queries: Queries, groupId: GroupId, baseId: string): Promise<boolean> {
  const rows = await queries
    .select({ outcome: motionsTable.outcome })
    .from(motionsTable)
    .where(
      and(eq(motionsTable.groupId, groupId), eq(motionsTable.baseId, baseId), like(motionsTable.outcome, 'ADOPTED%')),
    )
    .limit(1)
  return rows.length > 0
}

/** Other votes under way on versions of the same section or plan. [V4] */
export async function rivalsOf(tx: Tx, motion: Motion): Promise<readonly MotionWithLog[]> {
  const rows = await tx
    .select()
    .from(motionsTable)
    .where(and(eq(motionsTable.baseId, motion.baseId), ne(motionsTable.id, motion.id), underVote))
  return withLogs(tx, rows)
}

/** Votes that time alone moves on by now. */
export async function dueMotions(queries: Queries, now: Instant): Promise<readonly MotionId[]> {
  const rows = await queries
    .select({ id: motionsTable.id })
    .from(motionsTable)
    .where(and(lte(motionsTable.dueAt, now), underVote))
    .orderBy(asc(motionsTable.dueAt))
  return rows.map(row => asId<MotionId>(row.id))
}

/** Appends an event to a motion's log. @returns the digest of its stored text */
export async function appendEvent(tx: Tx, id: MotionId, event: MotionEvent, nonce: string): Promise<Digest> {
  const text = eventText(event, nonce)
  const caster = 'seatId' in event ? { seatId: event.seatId, personId: event.personId } : {}
  const at = 'receivedAt' in event ? event.receivedAt : event.at
  await tx.insert(motionEventsTable).values({ motionId: id, type: event.type, at, ...caster, event: text })
  return sha256Hex(text)
}

/** An event with the columns that stand beside its text. */
export type StoredEventRow = Omit<typeof motionEventsTable.$inferSelect, 'seq' | 'motionId'>

/** A motion's log as it lies, for checks: what was altered may not even be readable. */
export async function storedEvents(queries: Queries, id: MotionId): Promise<readonly StoredEventRow[]> {
  const { type, at, seatId, personId, event } = motionEventsTable
  return queries
    .select({ type, at, seatId, personId, event })
    .from(motionEventsTable)
    .where(eq(motionEventsTable.motionId, id))
    .orderBy(asc(motionEventsTable.seq))
}

/** One event as it lies. @param seq position in the motion's log, from 1 */
export async function storedEventAt(queries: Queries, id: MotionId, seq: number): Promise<StoredEventRow | null> {
  const { type, at, seatId, personId, event } = motionEventsTable
  const [row] = await queries
    .select({ type, at, seatId, personId, event })
    .from(motionEventsTable)
    .where(eq(motionEventsTable.motionId, id))
    .orderBy(asc(motionEventsTable.seq))
    .limit(1)
    .offset(seq - 1)
  return row ?? null
}

export async function findStoredMotion(queries: Queries, id: MotionId): Promise<MotionRow | null> {
  const [row] = await queries.select().from(motionsTable).where(eq(motionsTable.id, id))
  return row ?? null
}

/** Whether seats are to be reminded before this deadline is looked at anew, at the next look. */
export async function updateDeadline(tx: Tx, id: MotionId, closesAt: Instant): Promise<void> {
  await tx.update(motionsTable).set({ closesAt, dueAt: closesAt, remindAt: 0 }).where(eq(motionsTable.id, id))
}

/** @param standing `dueAt` while it is held; `decidedAt` once it is over */
export async function updateDecision(
  tx: Tx,
  id: MotionId,
  decision: Decision,
  standing: {
    readonly state: StoredState
    readonly dueAt: Instant | null
    readonly decidedAt: Instant | null
    readonly numbered: DecisionNumber | null
  },
): Promise<void> {
  const { numbered, ...row } = standing
  await tx
    .update(motionsTable)
    .set({
      ...row,
      decision: canonicalJson(decision),
      outcome: decision.outcome,
      decisionYear: numbered?.year ?? null,
      decisionNumber: numbered?.number ?? null,
    })
    .where(eq(motionsTable.id, id))
}

/** The number that the next decision of this group gets in this year. Writers run one at a time. [M6] */
export async function nextDecisionNumber(tx: Tx, groupId: GroupId, year: number): Promise<number> {
  const [row] = await tx
    .select({ last: max(motionsTable.decisionNumber) })
    .from(motionsTable)
    .where(and(eq(motionsTable.groupId, groupId), eq(motionsTable.decisionYear, year)))
  return (row?.last ?? 0) + 1
}

/** Votes opened in this meeting, the first one first, each with its log. */
export async function motionsOfMeeting(queries: Queries, meetingId: MeetingId): Promise<readonly MotionWithLog[]> {
  const rows = await queries
    .select()
    .from(motionsTable)
    .where(eq(motionsTable.meetingId, meetingId))
    .orderBy(asc(motionsTable.openedAt), asc(motionsTable.id))
  return withLogs(queries, rows)
}

/** The logs of these motions, with the exact texts that are stored. */
export async function loadLogs(
  queries: Queries,
  ids: readonly MotionId[],
): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
  const logs = new Map<string, StoredEvent[]>()
  if (ids.length === 0) return logs
  const { motionId, event: text, seq } = motionEventsTable
  const rows = await queries
    .select({ motionId, text })
    .from(motionEventsTable)
    .where(inArray(motionId, [...ids]))
    .orderBy(asc(seq))
  for (const row of rows) {
    const log = logs.get(row.motionId) ?? []
    log.push({ text: row.text, event: parseEvent(row.text) })
    logs.set(row.motionId, log)
  }
  return logs
}

/** Exactly what is stored of the votes on these texts, the first opened first. */
export async function selectStoredMotions(
  queries: Queries,
  subjectIds: readonly string[],
): Promise<readonly MotionRow[]> {
  return queries
    .select()
    .from(motionsTable)
    .where(inArray(motionsTable.subjectId, [...subjectIds]))
    .orderBy(asc(motionsTable.openedAt), asc(motionsTable.id))
}

export async function personNames(queries: Queries, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await queries
    .select({ id: personsTable.id, name: personsTable.name })
    .from(personsTable)
    .where(inArray(personsTable.id, [...ids]))
  return new Map(rows.map(row => [asId<PersonId>(row.id), row.name]))
}

async function withLogs(queries: Queries, rows: readonly MotionRow[]): Promise<readonly MotionWithLog[]> {
  const motions = rows.map(rowToMotion)
  const logs = await loadLogs(
    queries,
    motions.map(motion => motion.id),
  )
  return motions.map(motion => ({ ...motion, events: (logs.get(motion.id) ?? []).map(({ event }) => event) }))
}

function rowToMotion(row: MotionRow): Motion {
  return {
    id: asId<MotionId>(row.id),
    groupId: asId<GroupId>(row.groupId),
    subjectKind: parseSubjectKind(row.subjectKind),
    subjectId: row.subjectId,
    baseId: row.baseId,
    digest: row.digest,
    title: row.title,
    name: parseGivenName(row.name),
    state: parseState(row.state),
    ...parseSnapshot(row.snapshot),
    snapshotDigest: row.snapshotDigest,
    roster: parseRoster(row.roster),
    openedBy: asId<PersonId>(row.openedBy),
    openedAt: row.openedAt,
    closesAt: row.closesAt,
    dueAt: row.dueAt,
    decidedAt: row.decidedAt,
    decision: row.decision === null ? null : parseDecision(row.decision),
    meeting:
      row.meetingId === null || row.itemId === null
        ? null
        : { meetingId: asId<MeetingId>(row.meetingId), itemId: asId<AgendaItemId>(row.itemId) },
    numbered:
      row.decisionYear === null || row.decisionNumber === null
        ? null
        : { year: row.decisionYear, number: row.decisionNumber },
    reconciledAt: row.reconciledAt,
    certifiedAt: row.certifiedAt,
    publishedAt: row.publishedAt,
  }
}
