import { can, type Actor } from '#shared/access'
import type { MeetingId } from '#shared/core'
import { decisionLabel, isFound, parseSearch } from '#shared/decision'
import type { DecisionListAnswer, DecisionListQuery, DecisionView } from '#shared/decision/schema'
import type { Group } from '#shared/group'
import { minutesStates } from '#shared/minutes'
import { decidedBy, type Decision } from '#shared/motion'
import { listGroups } from '#server/group'
import { bodiesByMeeting, mayReadOf, meetingsById, type MinutesPort } from '#server/meeting'
import { decisionYears, personNames, selectDecisions, type Names, type NumberedDecision } from '#server/motion'
import type { Deps } from '../deps.ts'
import type { DecisionWords } from './words.ts'

export interface DecisionParts {
  readonly minutes: Pick<MinutesPort, 'standings'>
  readonly words: DecisionWords
}

/**
 * Decisions of the groups whose votes this person may read, the latest first, with what there is to choose from. [M6]
 *
 * Observers find those of the groups they sit in. [D4]
 */
export async function listDecisions(
  deps: Pick<Deps, 'read'>,
  parts: DecisionParts,
  actor: Actor,
  query: DecisionListQuery,
): Promise<DecisionListAnswer> {
  const groups = (await listGroups(deps.read)).filter(({ id, kind }) =>
    can(actor, 'motion.read', { groupId: id, groupKind: kind }),
  )
  const years = await decisionYears(
    deps.read,
    groups.map(group => group.id),
  )
  const found = await selectDecisions(deps.read, {
    groups: groups.map(group => group.id).filter(id => query.group === undefined || id === query.group),
    year: query.year,
    motion: query.motion,
    subject: query.subject,
  })
  const matching = await matches(deps, parts.words, groups, found, query.text ?? '')
  return {
    decisions: await present(deps, parts, actor, groups, matching),
    registers: groups.flatMap(({ id, code, name, kind }) => {
      const own = years.filter(one => one.groupId === id).map(one => one.year)
      return own.length === 0 ? [] : [{ id, code, name, kind, years: own }]
    }),
  }
}

/** Those in whose title, text or label every word stands, and whose number it is where one was typed. */
async function matches(
  { read }: Pick<Deps, 'read'>,
  words: DecisionWords,
  groups: readonly Group[],
  decisions: readonly NumberedDecision[],
  text: string,
): Promise<readonly NumberedDecision[]> {
  const sought = parseSearch(text)
  if (sought.words.length === 0 && sought.number === null) return decisions
  const codes = new Map(groups.map(({ id, code }) => [id, code]))
  const found: NumberedDecision[] = []
  for (const decision of decisions) {
    const { groupId, year, number } = decision
    const named = { groupCode: codes.get(groupId) ?? '', year, number }
    if (isFound(sought, named, await words(read, decision))) found.push(decision)
  }
  return found
}

async function present(
  { read }: Pick<Deps, 'read'>,
  { minutes }: DecisionParts,
  actor: Actor,
  groups: readonly Group[],
  decisions: readonly NumberedDecision[],
): Promise<DecisionView[]> {
  const ids = [...new Set(decisions.flatMap(({ meeting }) => meeting?.meetingId ?? []))]
  const meetings = await meetingsById(read, ids)
  const bodies = await bodiesByMeeting(read, ids)
  const standings = await minutes.standings(read, ids)
  const meetingOf = (id: MeetingId): DecisionView['meeting'] => {
    const meeting = meetings.get(id)
    if (!meeting || !mayReadOf(actor, bodies.get(id) ?? [])) return null
    const word = standings.get(id)?.state
    const state = minutesStates.find(one => one === word) ?? null
    const { title, startsAt, timeZone } = meeting
    return { id, title, startsAt, timeZone, minutes: state }
  }
  const names = await personNames(
    read,
    decisions.flatMap(({ decision }) => decision.election?.elected ?? []),
  )
  return decisions.flatMap(
    ({ groupId, subjectKind, subjectId, baseId, title, name: given, digest, meeting, ...facts }) => {
      const group = groups.find(one => one.id === groupId)
      if (!group) return []
      const { id, code, name, kind } = group
      return [
        {
          motionId: facts.motionId,
          group: { id, code, name, kind },
          label: decisionLabel(code, facts),
          year: facts.year,
          number: facts.number,
          subject: { kind: subjectKind, id: subjectId, baseId, title, name: given, digest },
          method: decidedBy(facts.decision),
          elected: electedIn(facts.decision, names),
          outcome: facts.decision.outcome,
          grade: facts.decision.grade,
          decidedAt: facts.decidedAt,
          tally: facts.decision.tally,
          ngoTally: facts.decision.tallyByConstituency.NGO,
          meeting: meeting && meetingOf(meeting.meetingId),
        },
      ]
    },
  )
}

function electedIn({ election }: Decision, names: Names): string | null {
  return election?.elected ? (names.get(election.elected) ?? '') : null
}
