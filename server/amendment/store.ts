import { and, asc, eq, gte, inArray, lt, or } from 'drizzle-orm'
import {
  asId,
  canonicalJson,
  type AmendmentId,
  type GroupId,
  type Instant,
  type MotionId,
  type PersonId,
  type SeatId,
  type SectionId,
  type SectionVersionId,
} from '#shared/core'
import {
  amendmentStates,
  overtakenBecause,
  type AmendmentState,
  type Change,
  type Disposition,
  type OvertakenBecause,
} from '#shared/amendment'
import { constituencies, type Constituency } from '#shared/group'
import { amendmentsTable, organisationsTable, personsTable, seatsTable, type Queries, type Tx } from '#server/db'

/** An amendment as stored. */
export interface StoredAmendment {
  readonly id: AmendmentId
  readonly sectionId: SectionId
  readonly groupId: GroupId
  /** The version that it stands on. */
  readonly versionId: SectionVersionId
  /** The version that it was proposed to. */
  readonly proposedTo: SectionVersionId
  readonly changes: readonly Change[]
  readonly reason: string
  readonly seatId: SeatId
  readonly personId: PersonId
  readonly at: Instant
  readonly state: AmendmentState
  readonly disposedAt: Instant | null
  readonly overtaken: OvertakenBecause | null
  readonly motionId: MotionId | null
  readonly resultId: SectionVersionId | null
}

/** The same with the names of its seat and of who proposed it. */
export interface NamedAmendment extends StoredAmendment {
  readonly seat: { readonly id: SeatId; readonly label: string; readonly constituency: Constituency }
  readonly person: { readonly id: PersonId; readonly name: string }
}

export async function insertAmendment(tx: Tx, amendment: StoredAmendment): Promise<void> {
  await tx.insert(amendmentsTable).values({ ...amendment, changes: changesText(amendment.changes) })
}

/** What was proposed never changes: only what became of it. */
export async function updateAmendment(
  tx: Tx,
  { id, versionId, state, disposedAt, overtaken, motionId, resultId }: StoredAmendment,
): Promise<void> {
  const change = { versionId, state, disposedAt, overtaken, motionId, resultId }
  await tx.update(amendmentsTable).set(change).where(eq(amendmentsTable.id, id))
}

export async function findAmendment(queries: Queries, id: AmendmentId): Promise<NamedAmendment | null> {
  const [row] = await selectAmendments(queries).where(eq(amendmentsTable.id, id))
  return row ? rowToAmendment(row) : null
}

/** Of all versions of a section, the first received first. */
export async function amendmentsOfSection(queries: Queries, sectionId: SectionId): Promise<readonly NamedAmendment[]> {
  const rows = await selectAmendments(queries)
    .where(eq(amendmentsTable.sectionId, sectionId))
    .orderBy(asc(amendmentsTable.at), asc(amendmentsTable.id))
  return rows.map(rowToAmendment)
}

/** Those that wait for their disposition on this version. */
export async function openAmendments(
  queries: Queries,
  versionId: SectionVersionId,
): Promise<readonly NamedAmendment[]> {
  const rows = await selectAmendments(queries).where(
    and(
      eq(amendmentsTable.versionId, versionId),
      or(eq(amendmentsTable.state, 'proposed'), eq(amendmentsTable.state, 'underVote')),
    ),
  )
  return rows.map(rowToAmendment)
}

export async function findAmendments(queries: Queries, ids: readonly string[]): Promise<readonly NamedAmendment[]> {
  if (ids.length === 0) return []
  return (await selectAmendments(queries).where(inArray(amendmentsTable.id, [...ids]))).map(rowToAmendment)
}

/** The amendment that made a version; null for a version that was submitted. [V4] */
export async function amendmentBehind(queries: Queries, made: SectionVersionId): Promise<NamedAmendment | null> {
  const [row] = await selectAmendments(queries).where(eq(amendmentsTable.resultId, made))
  return row ? rowToAmendment(row) : null
}

/** What was proposed in one group and time, the first one first. */
export async function amendmentsProposed(
  queries: Queries,
  groupId: GroupId,
  { from, until }: { readonly from: Instant; readonly until: Instant },
): Promise<readonly NamedAmendment[]> {
  const { at, id } = amendmentsTable
  const rows = await selectAmendments(queries)
    .where(and(eq(amendmentsTable.groupId, groupId), gte(at, from), lt(at, until)))
    .orderBy(asc(at), asc(id))
  return rows.map(rowToAmendment)
}

/** Seats by the names they are shown under. */
export async function seatNames(queries: Queries, ids: readonly SeatId[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await queries
    .select({ id: seatsTable.id, label: seatsTable.label, organisation: organisationsTable.name })
    .from(seatsTable)
    .leftJoin(organisationsTable, eq(organisationsTable.id, seatsTable.organisationId))
    .where(inArray(seatsTable.id, [...ids]))
  return new Map(rows.map(row => [row.id, row.organisation ?? row.label]))
}

/** How many amendments the seats of a constituency proposed in one group and year, and what became of them. */
export interface AmendmentFigures {
  readonly groupId: GroupId
  /** Of the proposal, in UTC. */
  readonly year: number
  readonly constituency: Constituency
  readonly proposed: number
  /** Those that are still open are in none of these. */
  readonly dispositions: { readonly [D in Disposition]: number }
}

/** For the page on participation: of the group that votes on them, computed and never typed. [A3] */
export async function amendmentsByGroupAndYear(queries: Queries): Promise<readonly AmendmentFigures[]> {
  const rows = await queries
    .select({
      groupId: amendmentsTable.groupId,
      at: amendmentsTable.at,
      state: amendmentsTable.state,
      constituency: seatsTable.constituency,
    })
    .from(amendmentsTable)
    .innerJoin(seatsTable, eq(seatsTable.id, amendmentsTable.seatId))
    .orderBy(asc(amendmentsTable.at), asc(amendmentsTable.id))
  const figures = new Map<string, AmendmentFigures>()
  for (const { groupId, at, state, constituency } of rows) {
    const year = new Date(at).getUTCFullYear()
    const key = `${groupId} ${year} ${constituency}`
    const before = figures.get(key) ?? {
      groupId: asId<GroupId>(groupId),
      year,
      constituency: oneOf(constituencies, constituency),
      proposed: 0,
      dispositions: { adopted: 0, notAdopted: 0, withdrawn: 0, overtaken: 0 },
    }
    const counted = { ...before.dispositions }
    if (state in counted) counted[state as Disposition]++
    figures.set(key, { ...before, proposed: before.proposed + 1, dispositions: counted })
  }
  return [...figures.values()]
}

function selectAmendments(queries: Queries) {
  return queries
    .select({
      amendment: amendmentsTable,
      label: seatsTable.label,
      constituency: seatsTable.constituency,
      organisation: organisationsTable.name,
      person: personsTable.name,
    })
    .from(amendmentsTable)
    .innerJoin(seatsTable, eq(seatsTable.id, amendmentsTable.seatId))
    .leftJoin(organisationsTable, eq(organisationsTable.id, seatsTable.organisationId))
    .innerJoin(personsTable, eq(personsTable.id, amendmentsTable.personId))
}

function rowToAmendment({
  amendment: row,
  ...names
}: Awaited<ReturnType<typeof selectAmendments>>[number]): NamedAmendment {
  const seatId = asId<SeatId>(row.seatId)
  const personId = asId<PersonId>(row.personId)
  return {
    id: asId<AmendmentId>(row.id),
    sectionId: asId<SectionId>(row.sectionId),
    groupId: asId<GroupId>(row.groupId),
    versionId: asId<SectionVersionId>(row.versionId),
    proposedTo: asId<SectionVersionId>(row.proposedTo),
    changes: parseChanges(row.changes),
    reason: row.reason,
    seatId,
    personId,
    at: row.at,
    state: oneOf(amendmentStates, row.state),
    disposedAt: row.disposedAt,
    overtaken: row.overtaken === null ? null : oneOf(overtakenBecause, row.overtaken),
    motionId: row.motionId === null ? null : asId<MotionId>(row.motionId),
    resultId: row.resultId === null ? null : asId<SectionVersionId>(row.resultId),
    seat: {
      id: seatId,
      label: names.organisation ?? names.label,
      constituency: oneOf(constituencies, names.constituency),
    },
    person: { id: personId, name: names.person },
  }
}

function oneOf<T extends string>(known: readonly T[], text: string): T {
  const found = known.find(one => one === text)
  if (found === undefined) throw new Error(`an amendment is stored with ${text}, which is none of ${known.join(', ')}`)
  return found
}

function changesText(changes: readonly Change[]): string {
  return canonicalJson(changes.map(({ place, quote, replacement }) => ({ place: [...place], quote, replacement })))
}

/** The one parser of stored changes; only `insertAmendment` writes them. */
function parseChanges(text: string): readonly Change[] {
  return JSON.parse(text) as readonly Change[]
}
