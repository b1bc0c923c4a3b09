/**
 * A workspace whose group meets: the voting workspace, an observer seat and the Rapporteur, and meetings that are brought
 * to where a test needs them without the acts that lead there.
 */
import { asc } from 'drizzle-orm'
import { beforeEach, expect } from 'vitest'
import * as Y from 'yjs'
import {
  asId,
  dayMs,
  hourMs,
  type Digest,
  type Instant,
  type MeetingId,
  type MotionId,
  type PersonId,
} from '#shared/core'
import type { Choice } from '#shared/motion'
import { parseEntry } from '#shared/record'
import type { MinutesAnswer } from '#shared/minutes/schema'
import { officesTable, organisationsTable, personsTable, recordTable } from '#server/db'
import { accredit, createSeat } from '#server/group'
import { findMeeting, itemsOfMeeting } from '#server/meeting'
import { minutesVersionSubject, textsReadHere, type MinutesParts } from '#server/minutes'
import { castBallot, closeDueMotions, openMotion, type MotionSubjects } from '#server/motion'
import { readUpdates, storeText } from '#server/sync'
import { circulateMinutes } from '../../server/minutes/circulating.ts'
import { minutesAccess } from '../../server/minutes/access.ts'
import { readMinutes } from '../../server/minutes/reading.ts'
import { valueOf } from './result.ts'
import { storeAdjourned, storeBegun, storeConvened, type Sitting } from './stored-meeting.ts'
import { actor, inVoteWorkspace, seat, seatNames, workspace } from './vote-workspace.ts'

export type { Sitting } from './stored-meeting.ts'
export { actor, seat, workspace } from './vote-workspace.ts'

/** Everybody who may or may not do something with minutes, by person. */
export const everybody = [
  'nationalCoordinator',
  'secretariat',
  's1.head',
  's1.alternate',
  'n1.head',
  'o1.head',
  'rapporteur',
  'stranger',
] as const
export type Who = (typeof everybody)[number]

/** Real minutes among texts that stand still. */
export const subjects = (): MotionSubjects => ({ ...workspace.subjects, minutesVersion: minutesVersionSubject })

export const parts = (): MinutesParts => ({ subjects: subjects(), texts: textsReadHere })

export const person = (name: string) => asId<PersonId>(name)

export function inMinutesWorkspace(): void {
  inVoteWorkspace()
  beforeEach(async () => {
    const { deps, group } = workspace
    await deps.transaction(async tx => {
      const at = deps.now()
      await tx.insert(organisationsTable).values({ id: 'o1', name: 'Organisation o1', kind: 'io', createdAt: at })
      for (const [id, organisationId] of [
        ['o1.head', 'o1'],
        ['rapporteur', null],
      ] as const) {
        await tx.insert(personsTable).values({
          id,
          name: `Person ${id}`,
          email: `${id}@example.org`,
          organisationId,
          userHandle: id,
          locale: 'en',
          confidentialityConfirmedAt: at,
          createdAt: at,
        })
      }
      const term = { office: 'rapporteur', personId: 'rapporteur', act: 'Decree 2', startsAt: at, endsAt: null }
      await tx.insert(officesTable).values({ id: 'rapporteur', ...term })
      const made = await createSeat(tx, deps, {
        groupId: group,
        label: 'Seat o1',
        constituency: 'OBSERVER',
        organisationId: asId('o1'),
        by: null,
      })
      const { seatId } = valueOf(made)
      Object.assign(workspace.seats, { o1: seatId })
      valueOf(await accredit(tx, deps, { seatId, personId: person('o1.head'), rank: 'head', by: null }))
    })
  })
}

export const week = 7 * dayMs

let meetings = 0

/** A meeting that is convened, for a day after a week unless said otherwise, with whatever minutes wait for it as its first items. */
export function convene(
  titles: readonly string[] = ['Opening', 'The shelters'],
  startsAt: Instant = workspace.deps.now() + week + dayMs,
): Promise<Sitting> {
  const { deps, group } = workspace
  const id = asId<MeetingId>(`meeting-${++meetings}`)
  const items = titles.map(title => ({ title }))
  const title = `Meeting ${meetings}`
  return storeConvened(deps, { id, groupId: group, title, items, by: person('secretariat'), startsAt })
}

/** The session begins when it was convened for, with these seats and the chair there. */
export async function begin(sitting: Sitting, present: readonly string[] = seatNames): Promise<void> {
  const meeting = await findMeeting(workspace.deps.read, sitting.id)
  workspace.advance(Math.max(0, (meeting?.startsAt ?? 0) - workspace.deps.now()))
  return storeBegun(workspace.deps, sitting, [
    { personId: person('nationalCoordinator'), seatId: null },
    ...present.map(name => ({ personId: person(`${name}.head`), seatId: seat(name) })),
  ])
}

/** The session ends an hour later; what it did not come to is taken back. */
export function adjourn(sitting: Sitting): Promise<void> {
  workspace.advance(hourMs)
  return storeAdjourned(workspace.deps, sitting)
}

/** A meeting that is over. */
export async function held(titles?: readonly string[]): Promise<Sitting> {
  const sitting = await convene(titles)
  await begin(sitting)
  await adjourn(sitting)
  return sitting
}

export async function circulate({ id }: Sitting, digest?: Digest) {
  const input = digest === undefined ? {} : { digest }
  return circulateMinutes(workspace.deps, parts(), await actor('secretariat'), id, input)
}

/** A meeting that is over and whose minutes went round. */
export async function circulated(titles?: readonly string[]): Promise<Sitting> {
  const sitting = await held(titles)
  expect(await circulate(sitting)).toMatchObject({ ok: true })
  return sitting
}

export async function minutesOf({ id }: Sitting, who = 'secretariat'): Promise<MinutesAnswer> {
  return valueOf(await readMinutes(workspace.deps, parts(), await actor(who), id))
}

/** What somebody may do with a live text. */
export async function rightOn(documentId: string, who: string) {
  return minutesAccess(workspace.deps, await actor(who), documentId)
}

/** Adds a paragraph to a live text, as somebody who may write it would. */
export async function write(documentId: string, words: string, who = 'secretariat'): Promise<void> {
  const { deps } = workspace
  await rightOn(documentId, who)
  const doc = new Y.Doc()
  for (const update of (await readUpdates(deps.read, documentId)) ?? []) Y.applyUpdate(doc, update)
  const before = Y.encodeStateVector(doc)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment('narrative').push([paragraph])
  const bytes = Y.encodeStateAsUpdate(doc, before)
  await deps.transaction(tx => storeText(tx, { documentId, personId: person(who), at: deps.now(), bytes }))
}

/** The first item of the meeting has minutes before the body: opens the vote on them. */
export async function putToVote({ id, itemIds }: Sitting, present: readonly string[] = seatNames) {
  const { deps } = workspace
  const [first] = await itemsOfMeeting(deps.read, id)
  const [itemId] = itemIds
  if (!first?.subject || itemId === undefined) throw new Error('no minutes are before the body')
  return openMotion(deps, subjects(), await actor('nationalCoordinator'), {
    subjectKind: 'minutesVersion',
    subjectId: first.subject.id,
    closesAt: deps.now() + hourMs,
    mode: 'meeting',
    roll: present.map(seat),
    meeting: { meetingId: id, itemId },
  })
}

/** Casts for every seat named and closes the vote, or lets its time run out. */
export async function decide(motionId: MotionId, digest: Digest, choices: Readonly<Record<string, Choice>>) {
  const { deps } = workspace
  for (const [name, choice] of Object.entries(choices)) {
    const ballot = { seatId: seat(name), choice, digest, reason: null }
    expect(await castBallot(deps, subjects(), await actor(`${name}.head`), motionId, ballot)).toMatchObject({
      ok: true,
    })
  }
  workspace.advance(hourMs)
  await closeDueMotions(deps, subjects())
}

export const all = (choice: Choice): Readonly<Record<string, Choice>> =>
  Object.fromEntries(seatNames.map(name => [name, choice]))

/** Meets, circulates, and has the next meeting approve: sealed. @returns the approved meeting, and the one that did */
export async function sealed(
  titles?: readonly string[],
): Promise<{ readonly first: Sitting; readonly second: Sitting }> {
  const first = await circulated(titles)
  const second = await convene()
  await begin(second)
  await approve(second, first)
  return { first, second }
}

export async function approve(at: Sitting, of: Sitting): Promise<void> {
  const motionId = valueOf(await putToVote(at))
  const { version } = await minutesOf(of)
  if (!version) throw new Error('nothing was circulated')
  await decide(motionId, version.digest, all('YES'))
}

/** Acts on one thing, in order. */
export async function entriesOn(subjectId: string) {
  const rows = await workspace.deps.read.select().from(recordTable).orderBy(asc(recordTable.number))
  return rows.map(row => parseEntry(row.entry)).filter(entry => entry.subject === subjectId)
}

export const acts = async (subjectId: string) => (await entriesOn(subjectId)).map(entry => entry.act)
