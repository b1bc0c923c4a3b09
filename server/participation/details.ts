import { can, type Actor } from '#shared/access'
import { err, ok, type GroupId, type Result } from '#shared/core'
import { attendanceIn } from '#shared/meeting'
import { standOf } from '#shared/participation'
import type { ParticipationDetail } from '#shared/participation/schema'
import type { CommonProblem } from '#shared/problem'
import { amendmentsProposed } from '#server/amendment'
import type { Queries } from '#server/db'
import { bodiesByMeeting, mayReadOf, meetingsById } from '#server/meeting'
import { headOf, lookAt, measure, type LookedAt, type Measured, type ParticipationDeps } from './figures.ts'

/**
 * Figures of one group, with the sessions, votes, amendments and sections that they are computed from, as far as this person
 * may read these. [G12, D4]
 *
 * - `not-found`: as for the figures of all groups, and no such group.
 */
export async function readParticipationOf(
  deps: ParticipationDeps,
  actor: Actor,
  year: number,
  groupId: GroupId,
): Promise<Result<ParticipationDetail, Extract<CommonProblem, { type: 'not-found' }>>> {
  const at = await lookAt(deps, actor, year)
  const [measured] = at ? await measure(deps, at, groupId) : []
  if (!at || !measured) return err({ type: 'not-found' })
  const subject = { groupId, groupKind: measured.group.kind }
  return ok({
    ...headOf(at),
    figures: measured.figures,
    sessions: await sessionsOf(deps.read, actor, measured),
    votes: can(actor, 'motion.read', subject) ? votesOf(measured) : null,
    amendments: can(actor, 'version.read', subject) ? await amendmentsOf(deps.read, measured, at) : null,
    sections: measured.sections.map(({ id, code, title, adopted, working }) => ({
      ...{ id, code, title, working },
      adopted: adopted && { versionId: adopted.versionId, number: adopted.number, letters: adopted.share },
    })),
  })
}

async function sessionsOf(
  read: Queries,
  actor: Actor,
  { sessions: { held } }: Measured,
): Promise<ParticipationDetail['sessions']> {
  const ids = held.map(({ id }) => id)
  const meetings = await meetingsById(read, ids)
  const bodies = await bodiesByMeeting(read, ids)
  return held.flatMap(meeting => {
    const title = meetings.get(meeting.id)?.title
    if (title === undefined || !mayReadOf(actor, bodies.get(meeting.id) ?? [])) return []
    const { present, invited } = attendanceIn([meeting]).NGO
    const { id, startedAt, timeZone } = meeting
    return [{ id, title, startedAt, timeZone, ngoPresent: present, ngoInvited: invited }]
  })
}

function votesOf({ votes }: Measured): ParticipationDetail['votes'] {
  return votes.map(vote => {
    const { id, subjectKind, title, name, decidedAt, method, decision } = vote
    const stand = standOf(vote)
    const position = stand.told ? stand.position : null
    return { id, subjectKind, title, name, decidedAt, method, outcome: decision.outcome, position }
  })
}

async function amendmentsOf(
  read: Queries,
  { group, sections }: Measured,
  at: LookedAt,
): Promise<ParticipationDetail['amendments']> {
  const proposed = await amendmentsProposed(read, group.id, at.whole)
  return proposed
    .filter(({ seat }) => seat.constituency === 'NGO')
    .map(({ id, sectionId, seat, at: proposedAt, state }) => {
      const section = sections.find(one => one.id === sectionId)
      return {
        id,
        section: section ? `${section.code} ${section.title}` : '',
        seat: seat.label,
        constituency: seat.constituency,
        at: proposedAt,
        state,
      }
    })
}
