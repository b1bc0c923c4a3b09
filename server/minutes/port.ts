import {
  asId,
  type AgendaItemId,
  type GroupId,
  type Instant,
  type MeetingId,
  type MinutesId,
  type MinutesVersionId,
} from '#shared/core'
import { findMeeting, type MinutesPort } from '#server/meeting'
import type { Queries, Tx } from '#server/db'
import { findVoteOn, motionsOfMeeting } from '#server/motion'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { actionItemsSetIn, statementsOf } from './facts-store.ts'
import type { Minutes } from './minutes.ts'
import { moveMinutes } from './moving.ts'
import { isReadyAt } from './ready.ts'
import {
  findMinutesVersion,
  findMinutes,
  insertMinutes,
  latestVersion,
  minutesByMeeting,
  minuteTakersOf,
  waitingMinutes,
} from './store.ts'
import { hasWords } from './texts.ts'

/** The minutes, as meetings see them. [workflow "Minutes"] */
export const minutesPort = {
  takers: minuteTakersOf,

  async standings(queries: Queries, meetingIds: readonly MeetingId[]) {
    const all = await minutesByMeeting(queries, meetingIds)
    return new Map([...all].map(([meetingId, { id, state }]) => [meetingId, { id, state }]))
  },

  async waiting(queries: Queries, groupId: GroupId, startsAt: Instant) {
    const found = []
    for (const { minutes, title } of await waitingMinutes(queries, groupId)) {
      const version = await latestVersion(queries, minutes.id)
      if (version && (await isReadyAt(queries, minutes.id, version, startsAt)))
        found.push({ kind: 'minutesVersion' as const, id: version.id, digest: version.digest, title })
    }
    return found
  },

  async putBefore(tx: Tx, deps: Pick<Deps, 'now'>, { id, meetingId, subject }) {
    const minutes = subject && (await ofVersion(tx, subject.id))
    // An item that is taken up again may be behind: they were corrected meanwhile, or another meeting has them.
    if (!subject || minutes?.state !== 'circulated') return
    const version = await latestVersion(tx, minutes.id)
    const startsAt = (meetingId && (await findMeeting(tx, meetingId))?.startsAt) ?? 0
    if (version?.id !== subject.id) return
    if (!(await isReadyAt(tx, minutes.id, version, Math.max(startsAt, deps.now())))) return
    await moveMinutes(tx, deps, minutes, 'putBefore', id)
  },

  async takenBack(tx: Tx, deps: Pick<Deps, 'now'>, { id, subject }) {
    const minutes = subject && (await ofVersion(tx, subject.id))
    // Another item may have them by now; and a vote on them, by correspondence, goes on and ends as it ends.
    if (!subject || minutes?.state !== 'beforeBody' || minutes.approvalItemId !== id) return
    if ((await findVoteOn(tx, subject.kind, subject.id)) !== null) return
    await moveMinutes(tx, deps, minutes, 'release', null)
  },

  async standsUnder(
    queries: Queries,
    meetingId: MeetingId,
    itemIds: readonly AgendaItemId[],
    now: Instant,
  ): Promise<AgendaItemId | null> {
    const under = new Set([
      ...(await statementsOf(queries, meetingId)).map(statement => statement.itemId),
      ...(await actionItemsSetIn(queries, meetingId)).map(action => action.itemId),
      ...(await motionsOfMeeting(queries, meetingId)).map(motion => motion.meeting?.itemId),
    ])
    for (const id of itemIds) {
      if (under.has(id) || (await hasWords(queries, id, now))) return id
    }
    return null
  },

  async begun(tx: Tx, deps: Pick<Deps, 'now' | 'newId'>, meeting) {
    const id = deps.newId<MinutesId>()
    await insertMinutes(tx, {
      id,
      kind: 'minutes',
      meetingId: meeting.id,
      groupId: meeting.groupId,
      amendsId: null,
      state: 'live',
      approvalItemId: null,
      approvedAt: null,
      sealedAt: null,
      chainNumber: null,
      approval: null,
      seal: null,
      createdAt: deps.now(),
    })
    const facts = { meeting: meeting.id }
    await appendRecord(tx, deps, { act: 'minutes.opened', actor: null, subject: id, facts })
  },
} as const satisfies MinutesPort

async function ofVersion(tx: Tx, versionId: string): Promise<Minutes | null> {
  const version = await findMinutesVersion(tx, asId<MinutesVersionId>(versionId))
  return version && findMinutes(tx, version.minutesId)
}
