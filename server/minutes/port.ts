import {
  asId,
  type AgendaItemId,
  type GroupId,
  type MeetingId,
  type MinutesId,
  type MinutesVersionId,
} from '#shared/core'
import { minutesAfter } from '#shared/minutes'
import type { MinutesPort } from '#server/meeting'
import type { Queries, Tx } from '#server/db'
import { findVoteOn } from '#server/motion'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import type { Minutes } from './minutes.ts'
import {
  findMinutesVersion,
  findMinutes,
  insertMinutes,
  latestVersion,
  minutesByMeeting,
  minuteTakersOf,
  updateMinutes,
  waitingMinutes,
} from './store.ts'

/** The minutes, as meetings see them. [workflow "Minutes"] */
export const minutesPort = {
  takers: minuteTakersOf,

  async standings(queries: Queries, meetingIds: readonly MeetingId[]) {
    const all = await minutesByMeeting(queries, meetingIds)
    return new Map([...all].map(([meetingId, { id, state }]) => [meetingId, { id, state }]))
  },

  async waiting(queries: Queries, groupId: GroupId) {
    const found = []
    for (const { minutes, title } of await waitingMinutes(queries, groupId)) {
      const version = await latestVersion(queries, minutes.id)
      if (version) found.push({ kind: 'minutesVersion' as const, id: version.id, digest: version.digest, title })
    }
    return found
  },

  async putBefore(tx: Tx, deps: Pick<Deps, 'now'>, { id, subject }) {
    const minutes = subject && (await ofVersion(tx, subject.id))
    if (minutes) await move(tx, deps, minutes, 'putBefore', id)
  },

  async takenBack(tx: Tx, deps: Pick<Deps, 'now'>, { id, subject }) {
    const minutes = subject && (await ofVersion(tx, subject.id))
    // Another item may have them by now; and a vote on them, by correspondence, goes on and ends as it ends.
    if (!subject || minutes?.state !== 'beforeBody' || minutes.approvalItemId !== id) return
    if ((await findVoteOn(tx, subject.kind, subject.id)) !== null) return
    await move(tx, deps, minutes, 'release', null)
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

const pastOf = { putBefore: 'putBefore', release: 'released' } as const

async function move(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  minutes: Minutes,
  made: 'putBefore' | 'release',
  approvalItemId: AgendaItemId | null,
): Promise<void> {
  const state = minutesAfter(minutes.state, made)
  if (!state) throw new Error(`minutes cannot ${made} when they are ${minutes.state}`)
  await updateMinutes(tx, minutes.id, { state, approvalItemId })
  const facts = { meeting: minutes.meetingId, agendaItem: approvalItemId }
  await appendRecord(tx, deps, { act: `minutes.${pastOf[made]}`, actor: null, subject: minutes.id, facts })
}
