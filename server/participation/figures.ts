/** What the participation of civil society is measured by, per group and year: computed each time, and never typed. [G12] */
import { can, type Actor } from '#shared/access'
import { err, ok, type GroupId, type Instant, type Result } from '#shared/core'
import type { Group } from '#shared/group'
import { attendanceIn, spokenMs } from '#shared/meeting'
import { defaultRuleSet } from '#shared/motion'
import {
  figuresOf,
  seatsOver,
  unsuspended,
  wholeYear,
  yearsSince,
  yearSpan,
  type Accredited,
  type Span,
} from '#shared/participation'
import type { GroupParticipation, ParticipationAnswer } from '#shared/participation/schema'
import type { CommonProblem } from '#shared/problem'
import { amendmentsByGroupAndYear, type AmendmentFigures } from '#server/amendment'
import type { Queries } from '#server/db'
import { listGroups } from '#server/group'
import { readSessions, type Sessions } from '#server/meeting'
import { votesEnded, votesUnderWay, type PastVote } from '#server/motion'
import type { Deps } from '../deps.ts'
import { adoptedMinimums, everyAccreditation, groupsBegun, suspensions } from './store.ts'
import { sectionShares, textFigures, type SectionShares } from './section-shares.ts'
import type { TextShares } from './texts.ts'

export type ParticipationDeps = Pick<Deps, 'read' | 'now'> & { readonly texts: TextShares }
type NotFound = Extract<CommonProblem, { type: 'not-found' }>

/** A year as it is looked at: up to its end or to the present moment. */
export interface LookedAt extends Span {
  readonly year: number
  readonly now: Instant
  /** To its end: what happens at this very moment happened in it. */
  readonly whole: Span
  readonly years: readonly number[]
}

/** One group with all that its figures are computed from. */
export interface Measured {
  readonly group: Group
  readonly figures: GroupParticipation
  readonly sessions: Sessions
  readonly votes: readonly PastVote[]
  readonly sections: readonly SectionShares[]
}

/**
 * Figures of all groups, the NWG first. [G12, M3, M4, A3, A5, V9]
 *
 * - `not-found`: a year that has not begun or in which there was no group yet, or none of it for this person.
 */
export async function readParticipation(
  deps: ParticipationDeps,
  actor: Actor,
  year: number,
): Promise<Result<ParticipationAnswer, NotFound>> {
  const at = await lookAt(deps, actor, year)
  if (!at) return err({ type: 'not-found' })
  const measured = await measure(deps, at)
  return ok({ ...headOf(at), groups: measured.map(({ figures }) => figures) })
}

export function headOf({ year, now, until, years }: LookedAt): Omit<ParticipationAnswer, 'groups'> {
  return { serverNow: now, year, until, years }
}

/** @returns null for a year without figures, and alike for somebody who may not read them */
export async function lookAt(
  { read, now: clock }: Pick<Deps, 'read' | 'now'>,
  actor: Actor,
  year: number,
): Promise<LookedAt | null> {
  const now = clock()
  const begun = Math.min(now, ...(await groupsBegun(read)).values())
  const span = yearSpan(year, now)
  const years = yearsSince(begun, now)
  return span && years.includes(year) && can(actor, 'participation.read')
    ? { ...span, year, now, years, whole: wholeYear(year) }
    : null
}

/** @param only one group, if not all are asked for */
export async function measure(deps: ParticipationDeps, at: LookedAt, only?: GroupId): Promise<readonly Measured[]> {
  const { read } = deps
  const groups = (await listGroups(read)).filter(group => only === undefined || group.id === only)
  const seats = await seatFigures(read, groups, at)
  const amendments = (await amendmentsByGroupAndYear(read)).filter(one => one.year === at.year)
  const ended = await votesEnded(read, at.whole)
  const running = at.until === at.now ? await votesUnderWay(read) : new Map<GroupId, number>()
  const shares = await sectionShares(
    deps,
    groups.map(({ id }) => id),
    at,
  )
  const measured: Measured[] = []
  for (const group of groups) {
    const sessions = await readSessions(read, group.id, at.year, at.now)
    const votes = ended.filter(vote => vote.groupId === group.id)
    const sections = shares.filter(section => section.groupId === group.id)
    const { id, code, name, kind } = group
    const figures: GroupParticipation = {
      group: { id, code, name, kind },
      ...seats(group),
      meetings: meetingFigures(sessions),
      amendments: amendmentFigures(amendments.filter(one => one.groupId === id)),
      votes: { ...figuresOf(votes), underWay: running.get(id) ?? 0 },
      texts: textFigures(sections),
    }
    measured.push({ group, figures, sessions, votes, sections })
  }
  return measured
}

/** By group: its seats from its beginning on. */
async function seatFigures(read: Queries, groups: readonly Group[], at: LookedAt) {
  const accreditations = await everyAccreditation(read)
  const suspended = await suspensions(read)
  const minimums = await adoptedMinimums(read)
  const begun = await groupsBegun(read)
  const standing = (groupId: GroupId): readonly Accredited[] =>
    accreditations
      .filter(one => one.groupId === groupId)
      .flatMap(one => unsuspended(one, suspended.get(one.personId) ?? []))
  const byGroup = new Map(
    groups.map(({ id, kind }) => {
      const since = begun.get(id) ?? at.from
      const span = { from: Math.min(Math.max(at.from, since), at.until), until: at.until }
      const rules = [{ from: 0, minimum: defaultRuleSet(kind).ngoMinimum }, ...(minimums.get(id) ?? [])]
      return [id, { existed: since <= at.until, seats: seatsOver(standing(id), rules, span) }] as const
    }),
  )
  return ({ id, kind }: Group): Pick<GroupParticipation, 'existed' | 'seats'> =>
    byGroup.get(id) ?? {
      existed: false,
      seats: seatsOver([], [{ from: 0, minimum: defaultRuleSet(kind).ngoMinimum }], at),
    }
}

function meetingFigures({ held, speeches }: Sessions): GroupParticipation['meetings'] {
  return {
    held: held.length,
    withNgo: held.filter(meeting => attendanceIn([meeting]).NGO.present > 0).length,
    attendance: attendanceIn(held),
    spokenMs: spokenMs(speeches),
  }
}

function amendmentFigures(figures: readonly AmendmentFigures[]): GroupParticipation['amendments'] {
  const isNgo = (one: AmendmentFigures): boolean => one.constituency === 'NGO'
  return { ngo: sumOf(figures.filter(isNgo)), others: sumOf(figures.filter(one => !isNgo(one))) }
}

function sumOf(figures: readonly AmendmentFigures[]): GroupParticipation['amendments']['ngo'] {
  const sum = { proposed: 0, adopted: 0, notAdopted: 0, withdrawn: 0, overtaken: 0 }
  for (const { proposed, dispositions } of figures) {
    sum.proposed += proposed
    sum.adopted += dispositions.adopted
    sum.notAdopted += dispositions.notAdopted
    sum.withdrawn += dispositions.withdrawn
    sum.overtaken += dispositions.overtaken
  }
  return { ...sum, open: sum.proposed - sum.adopted - sum.notAdopted - sum.withdrawn - sum.overtaken }
}
