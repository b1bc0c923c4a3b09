import { asId, sha256Hex, type MinutesVersionId } from '#shared/core'
import {
  approvalText,
  minutesAfter,
  minutesChainStart,
  minutesWords,
  parseContent,
  sealOf,
  type MinutesMove,
  type MinutesState,
} from '#shared/minutes'
import { meetingAfter } from '#shared/meeting'
import { isAdopted, namedByPeople, type Outcome } from '#shared/motion'
import type { MotionSubject, MoveFacts, SubjectFacts, SubjectHold, SubjectMove, SubjectMoved } from '#server/motion'
import type { Queries, Tx } from '#server/db'
import { findGroup } from '#server/group'
import { findMeeting, updateMeeting } from '#server/meeting'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { circulatedBefore } from './comparison.ts'
import type { Minutes, MinutesVersion } from './minutes.ts'
import { isSettled } from './ready.ts'
import {
  chainOf,
  findMinutes,
  findMinutesVersion,
  latestVersion,
  minutesVersionTitles,
  updateMinutes,
  versionsOf,
} from './store.ts'

/** What each outcome of the vote means for the minutes; opening leaves them before the body, and a refusal stays one. */
const moves = {
  open: null,
  adopt: 'approve',
  return: 'refuse',
  reject: 'refuse',
  release: 'release',
  void: null,
} as const satisfies Record<SubjectMove, MinutesMove | null>

/** Minutes as circulated, as the votes see them. [M5, V4] */
export const minutesVersionSubject = {
  kind: 'minutesVersion',

  async load(queries: Queries, id: string): Promise<SubjectFacts | null> {
    const version = await findMinutesVersion(queries, asId<MinutesVersionId>(id))
    const minutes = version && (await findMinutes(queries, version.minutesId))
    const meeting = minutes && (await findMeeting(queries, minutes.meetingId))
    const group = minutes && (await findGroup(queries, minutes.groupId))
    if (!meeting || !group) return null
    const latest = await latestVersion(queries, minutes.id)
    const isLatest = latest?.id === version.id
    return {
      id: version.id,
      baseId: minutes.id,
      groupId: group.id,
      groupKind: group.kind,
      rulesKind: 'minutes',
      planKind: null,
      digest: version.digest,
      title: meeting.title,
      state: minutes.state,
      // A correction may have been proposed since they were put before the body.
      mayOpen: minutes.state === 'beforeBody' && isLatest && (await isSettled(queries, minutes.id, version)),
      mayOpenFrom: version.correctionsUntil,
      intact: sha256Hex(version.content) === version.digest,
    }
  },

  async words(queries: Queries, id: string) {
    const version = await findMinutesVersion(queries, asId<MinutesVersionId>(id))
    const content = version && parseContent(version.content)
    return content ? minutesWords(content) : ''
  },

  async comparedWith(queries: Queries, id: string) {
    const version = await findMinutesVersion(queries, asId<MinutesVersionId>(id))
    return version && (circulatedBefore(await versionsOf(queries, version.minutesId), version)?.number ?? null)
  },

  async titles(queries: Queries, ids: readonly string[]) {
    return namedByPeople(await minutesVersionTitles(queries, ids))
  },

  /** Approval seals, and sealed minutes are read-only for everyone. [M5] */
  async holdsTo(_queries: Queries, _id: string, outcome: Outcome): Promise<SubjectHold | null> {
    return isAdopted(outcome) ? 'sealed' : null
  },

  /** Approved minutes are sealed at once, and their meeting is on record with them. */
  async moved(
    tx: Tx,
    deps: Pick<Deps, 'now' | 'newId'>,
    id: string,
    move: SubjectMove,
    facts: MoveFacts,
  ): Promise<SubjectMoved> {
    const version = await findMinutesVersion(tx, asId<MinutesVersionId>(id))
    const minutes = version && (await findMinutes(tx, version.minutesId))
    if (!minutes) throw new Error(`a vote moved the minutes ${id}, which do not exist`)
    const made = moves[move]
    if (made === null) return { accessChanged: false }
    const state = stateAfter(minutes.state, made)
    // Approved, they keep the item that they were approved with.
    await updateMinutes(
      tx,
      minutes.id,
      made === 'approve' ? { state, approvedAt: facts.at } : { state, approvalItemId: null },
    )
    await appendRecord(tx, deps, {
      act: `minutes.${pastOf[made]}`,
      actor: null,
      subject: minutes.id,
      facts: { meeting: minutes.meetingId, digest: version.digest, motion: facts.motionId },
    })
    if (made === 'approve') await seal(tx, deps, { ...minutes, state }, version, facts)
    // Back to be corrected, minutes may be written again.
    const accessChanged = made === 'refuse' && minutes.kind === 'minutes'
    return { accessChanged, alsoChanged: [{ topic: 'meeting', id: minutes.meetingId }] }
  },
} as const satisfies MotionSubject

const pastOf = { approve: 'approved', refuse: 'refused', release: 'released' } as const

async function seal(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  minutes: Minutes,
  version: MinutesVersion,
  facts: MoveFacts,
): Promise<void> {
  const chain = await chainOf(tx, minutes.groupId)
  const previous = chain.at(-1)?.seal ?? minutesChainStart
  const approval = approvalText({ motion: facts.motionId, at: facts.at, grade: facts.grade })
  const sealed = {
    state: stateAfter(minutes.state, 'seal'),
    sealedAt: facts.at,
    chainNumber: chain.length + 1,
    approval,
    seal: sealOf(previous, version.digest, approval),
  }
  await updateMinutes(tx, minutes.id, sealed)
  await appendRecord(tx, deps, {
    act: 'minutes.sealed',
    actor: null,
    subject: minutes.id,
    facts: {
      meeting: minutes.meetingId,
      digest: version.digest,
      previous,
      seal: sealed.seal,
      number: sealed.chainNumber,
    },
  })
  if (minutes.kind === 'erratum') return
  const meeting = await findMeeting(tx, minutes.meetingId)
  const recorded = meeting && meetingAfter(meeting.state, 'record')
  if (!recorded) throw new Error(`minutes were approved of meeting ${minutes.meetingId}, which is not over`)
  await updateMeeting(tx, meeting.id, { state: recorded })
  await appendRecord(tx, deps, {
    act: 'meeting.recorded',
    actor: null,
    subject: meeting.id,
    facts: { seal: sealed.seal },
  })
}

function stateAfter(state: MinutesState, move: MinutesMove): MinutesState {
  const after = minutesAfter(state, move)
  if (!after) throw new Error(`minutes cannot ${move} when they are ${state}`)
  return after
}
