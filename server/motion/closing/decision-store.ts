import { and, asc, desc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import {
  asId,
  type AgendaItemId,
  type Digest,
  type GroupId,
  type Instant,
  type MeetingId,
  type MotionId,
} from '#shared/core'
import { parseGivenName, type Decision, type GivenName } from '#shared/motion'
import { motionsTable, type Queries } from '#server/db'
import { parseDecision, parseSubjectKind, type DecisionNumber, type MeetingPlace } from '../motion.ts'
import type { MotionSubjectKind } from '../subject.ts'

/** A vote that decided its text, as the register shows it. [M6] */
export interface NumberedDecision extends DecisionNumber {
  readonly motionId: MotionId
  readonly groupId: GroupId
  readonly subjectKind: MotionSubjectKind
  readonly subjectId: string
  readonly baseId: string
  readonly digest: Digest
  readonly title: string
  readonly name: GivenName | null
  readonly decidedAt: Instant
  readonly decision: Decision
  readonly meeting: MeetingPlace | null
}

export interface DecisionFilter {
  readonly groups: readonly GroupId[]
  readonly year?: number | undefined
  readonly motion?: MotionId | undefined
  /** Id of a version, or of what it is a version of. */
  readonly subject?: string | undefined
}

/** A list this long is searched, not read. */
const listLimit = 500

/** The latest first. */
export async function selectDecisions(queries: Queries, filter: DecisionFilter): Promise<readonly NumberedDecision[]> {
  if (filter.groups.length === 0) return []
  // Of what was frozen at opening, which is long, the register shows nothing.
  const rows = await queries
    .select({
      id: motionsTable.id,
      groupId: motionsTable.groupId,
      subjectKind: motionsTable.subjectKind,
      subjectId: motionsTable.subjectId,
      baseId: motionsTable.baseId,
      digest: motionsTable.digest,
      title: motionsTable.title,
      name: motionsTable.name,
      decidedAt: motionsTable.decidedAt,
      decision: motionsTable.decision,
      meetingId: motionsTable.meetingId,
      itemId: motionsTable.itemId,
      year: motionsTable.decisionYear,
      number: motionsTable.decisionNumber,
    })
    .from(motionsTable)
    .where(
      and(
        isNotNull(motionsTable.decisionNumber),
        inArray(motionsTable.groupId, [...filter.groups]),
        filter.year === undefined ? undefined : eq(motionsTable.decisionYear, filter.year),
        filter.motion === undefined ? undefined : eq(motionsTable.id, filter.motion),
        filter.subject === undefined
          ? undefined
          : or(eq(motionsTable.subjectId, filter.subject), eq(motionsTable.baseId, filter.subject)),
      ),
    )
    .orderBy(desc(motionsTable.decidedAt), desc(motionsTable.decisionNumber))
    .limit(listLimit)
  return rows.flatMap(
    ({ id, groupId, subjectKind, decidedAt, decision, meetingId, itemId, year, number, name, ...text }) => {
      if (decidedAt === null || decision === null || year === null || number === null) return []
      return [
        {
          ...text,
          name: parseGivenName(name),
          motionId: asId<MotionId>(id),
          groupId: asId<GroupId>(groupId),
          subjectKind: parseSubjectKind(subjectKind),
          decidedAt,
          decision: parseDecision(decision),
          year,
          number,
          meeting:
            meetingId === null || itemId === null
              ? null
              : { meetingId: asId<MeetingId>(meetingId), itemId: asId<AgendaItemId>(itemId) },
        },
      ]
    },
  )
}

/** Decisions of the group that silence adopted, the first one first. [V11] */
export async function decisionsBySilence(
  queries: Queries,
  groupId: GroupId,
): Promise<readonly (DecisionNumber & { readonly motionId: MotionId; readonly title: string })[]> {
  const rows = await queries
    .select({
      id: motionsTable.id,
      title: motionsTable.title,
      year: motionsTable.decisionYear,
      number: motionsTable.decisionNumber,
    })
    .from(motionsTable)
    .where(and(eq(motionsTable.groupId, groupId), eq(motionsTable.outcome, 'ADOPTED_BY_SILENCE')))
    .orderBy(asc(motionsTable.decisionYear), asc(motionsTable.decisionNumber))
  return rows.flatMap(({ id, title, year, number }) =>
    year === null || number === null ? [] : [{ motionId: asId<MotionId>(id), title, year, number }],
  )
}

/** In which years these groups decided something. */
export async function decisionYears(
  queries: Queries,
  groups: readonly GroupId[],
): Promise<readonly { readonly groupId: GroupId; readonly year: number }[]> {
  if (groups.length === 0) return []
  const rows = await queries
    .selectDistinct({ groupId: motionsTable.groupId, year: motionsTable.decisionYear })
    .from(motionsTable)
    .where(and(isNotNull(motionsTable.decisionYear), inArray(motionsTable.groupId, [...groups])))
    .orderBy(desc(motionsTable.decisionYear))
  return rows.flatMap(({ groupId, year }) => (year === null ? [] : [{ groupId: asId<GroupId>(groupId), year }]))
}
