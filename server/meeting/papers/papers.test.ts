import { readdirSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { asId, sha256Hex, type AgendaItemId, type MeetingId, type PaperId, type PersonId } from '#shared/core'
import { meetingStates } from '#shared/meeting'
import { paperLimit } from '#shared/meeting/papers'
import { recordTable } from '#server/db'
import { checkRecord } from '#server/record'
import { storeMeeting, type MeetingFacts } from '../../../tests/support/stored-meeting.ts'
import { inVoteWorkspace, seat, workspace } from '../../../tests/support/vote-workspace.ts'
import { updateMeeting } from '../store.ts'
import { updateItem, findItem } from '../agenda-store.ts'
import type { AgendaItem } from '../meeting.ts'
import { papersOf } from '../paper-store.ts'
import { addVersion, paperFor, takeAway } from './change.ts'
import { paperChecks } from './check.ts'
import { prepareFiles } from './folder.ts'
import { createFileCheck } from './hand-out.ts'
import { createUploads, receivingLimits } from './upload.ts'

inVoteWorkspace()

const by = asId<PersonId>('secretariat')
const pdf = '%PDF-1.7\nThe decree'
let meetingId: MeetingId
let itemId: AgendaItemId
let folder: string

async function store(facts: Partial<MeetingFacts> = {}, item: Partial<AgendaItem> = {}) {
  const id = workspace.deps.newId<AgendaItemId>()
  const items = [{ id, presenterSeatId: seat('s1'), ...item }]
  return {
    meetingId: await storeMeeting(workspace.deps, { groupId: workspace.group, by, items, ...facts }),
    itemId: id,
  }
}

beforeEach(async () => {
  await prepareFiles(workspace.deps.config.dataFolder)
  folder = join(workspace.deps.config.dataFolder, 'files')
  ;({ meetingId, itemId } = await store())
})

const bodyOf = (content: string): ReadableStream<Uint8Array> | null => new Blob([content]).stream()

async function upload(
  as: string,
  { name = 'decree.pdf', content = pdf, statedBytes = null as number | null, body = bodyOf(content), on = itemId } = {},
) {
  return createUploads(workspace.deps)(await workspace.actor(as), on, { name, statedBytes, body })
}

async function uploaded(as = 'secretariat', content = pdf): Promise<PaperId> {
  const added = await upload(as, { content })
  if (!added.ok) throw new Error(added.problem.type)
  return added.value.id
}

const version = (subjectId: string) => ({ subjectKind: 'sectionVersion' as const, subjectId })
const add = async (as: string, subjectId = 'version-1') =>
  addVersion(workspace.deps, workspace.subjects, await workspace.actor(as), itemId, version(subjectId))
const papers = () => papersOf(workspace.deps.read, [itemId])
const remove = async (as: string, id: PaperId) => takeAway(workspace.deps, await workspace.actor(as), id)

const rights = [
  ['secretariat', 'done'],
  ['nationalCoordinator', 'done'],
  ['s1.head', 'done'],
  ['s1.alternate', 'done'],
  ['s2.head', 'not-permitted'],
  ['n1.head', 'not-permitted'],
  ['stranger', 'not-found'],
] as const

describe('who may', () => {
  test.each(rights)('[M1] %s hands a file in: %s', async (as, answer) => {
    const added = await upload(as)
    expect(added.ok ? 'done' : added.problem.type).toBe(answer)
    expect(readdirSync(folder)).toEqual(added.ok ? [sha256Hex(pdf)] : [])
  })

  test.each(rights)('[M1] %s adds a version: %s', async (as, answer) => {
    const added = await add(as)
    expect(added.ok ? 'done' : added.problem.type).toBe(answer)
    expect(await papers()).toHaveLength(added.ok ? 1 : 0)
  })

  test.each(rights)('[M1] %s takes a paper away: %s', async (as, answer) => {
    const taken = await remove(as, await uploaded())
    expect(taken.ok ? 'done' : taken.problem.type).toBe(answer)
    expect(await papers()).toHaveLength(taken.ok ? 0 : 1)
  })

  test('[D4] of a meeting that is only prepared, the presenter does not know yet', async () => {
    const draft = await store({ state: 'draft' })
    expect(await upload('s1.head', { on: draft.itemId })).toMatchObject({ problem: { type: 'not-found' } })
    expect(await upload('secretariat', { on: draft.itemId })).toMatchObject({ ok: true })
  })

  test('[M1] an item in the backlog takes papers too', async () => {
    const waiting = await store({}, { meetingId: null })
    expect(await upload('secretariat', { on: waiting.itemId })).toMatchObject({ ok: true })
    expect(await upload('stranger', { on: waiting.itemId })).toMatchObject({ problem: { type: 'not-found' } })
  })
})

describe('when', () => {
  const open = ['draft', 'convened', 'inSession', 'suspended']
  test.each(meetingStates)('[M1] papers of a meeting that is %s', async state => {
    const id = await uploaded()
    await workspace.deps.transaction(tx => updateMeeting(tx, meetingId, { state }))
    const answers = [await upload('secretariat', { content: `${pdf} 2` }), await add('secretariat')]
    const taken = await remove('secretariat', id)
    const problem = { type: 'meeting-moved-on', state, move: null }
    for (const answer of [...answers, taken]) {
      expect(answer).toMatchObject(open.includes(state) ? { ok: true } : { ok: false, problem })
    }
  })

  test('[M2] an item that was struck takes none, and says who struck it', async () => {
    const item = await findItem(workspace.deps.read, itemId)
    if (!item) throw new Error('no item')
    const id = await uploaded()
    const removed = { at: workspace.deps.now(), by }
    await workspace.deps.transaction(tx => updateItem(tx, { ...item, removed }))
    expect(await upload('secretariat')).toMatchObject({ problem: { type: 'item-removed', ...removed } })
    expect(await paperFor(workspace.deps, await workspace.actor('secretariat'), id)).toBeNull()
  })
})

describe('a file', () => {
  test('[M1] is kept under its digest, and its paper says what it is', async () => {
    const id = await uploaded()
    expect(await papers()).toMatchObject([
      { id, kind: 'file', name: 'decree.pdf', mediaType: 'application/pdf', digest: sha256Hex(pdf), bytes: pdf.length },
    ])
  })

  test('[M1] sent twice is one paper, and others are told once', async () => {
    const first = await upload('secretariat')
    const told = workspace.events.length
    const second = await upload('s1.head', { name: 'the same.pdf' })
    expect(second).toEqual({ ok: true, value: { ...(first.ok && first.value), known: true } })
    expect(workspace.events).toHaveLength(told)
  })

  test.each([
    ['a program', { name: 'setup.exe' }, 'file-type-refused'],
    ['a program called a PDF', { content: 'MZ' }, 'file-type-refused'],
    ['nothing', { content: '' }, 'file-empty'],
    ['no body', { body: null }, 'file-empty'],
    ['2 GB, as its sender states', { statedBytes: 2 ** 31 }, 'file-too-large'],
  ])('[M1] %s is refused, and nothing is left', async (_what, file, type) => {
    expect(await upload('secretariat', file)).toMatchObject({ problem: { type } })
    expect(readdirSync(folder)).toEqual([])
    expect(await papers()).toEqual([])
  })

  test('[M1] of which much is stated is not read at all', async () => {
    let asked = false
    const body = new ReadableStream<Uint8Array>({ pull: () => void (asked = true) }, { highWaterMark: 0 })
    await upload('secretariat', { statedBytes: 2 ** 31, body })
    expect(asked).toBe(false)
  })

  test('[M1] a fifth at a time waits for the others', async () => {
    const uploads = createUploads(workspace.deps, { ...receivingLimits, bytes: 1000 })
    const actor = await workspace.actor('secretariat')
    const taps: ReadableStreamDefaultController<Uint8Array>[] = []
    const begin = () =>
      uploads(actor, itemId, {
        name: 'a.pdf',
        statedBytes: null,
        body: new ReadableStream({ start: controller => void taps.push(controller) }),
      })
    const underWay = [begin(), begin(), begin(), begin()]
    expect(await begin()).toMatchObject({ problem: { type: 'too-many-requests' } })
    for (const tap of taps) {
      tap.enqueue(new TextEncoder().encode(pdf))
      tap.close()
    }
    expect((await Promise.all(underWay)).map(one => one.ok)).toEqual([true, true, true, true])
    expect(await upload('secretariat')).toMatchObject({ ok: true })
  })

  test('[M1] the twenty-first paper of an item is refused, and leaves no file behind', async () => {
    for (let number = 1; number <= paperLimit; number++) await uploaded('secretariat', `${pdf} ${number}`)
    expect(await upload('secretariat')).toMatchObject({ problem: { type: 'too-many-papers', limit: paperLimit } })
    // What was refused takes no room; what a paper has stays, whoever sends it again.
    expect(readdirSync(folder)).toHaveLength(paperLimit)
    await upload('secretariat', { content: `${pdf} 1` })
    expect(readdirSync(folder)).toHaveLength(paperLimit)
    expect(await add('secretariat')).toMatchObject({ problem: { type: 'too-many-papers' } })
  })

  test('[M1] what a killed server had not finished is swept out at the start, and nothing else', async () => {
    await uploaded()
    writeFileSync(join(folder, 'id-1.part'), 'half')
    await prepareFiles(workspace.deps.config.dataFolder)
    expect(readdirSync(folder)).toEqual([sha256Hex(pdf)])
  })
})

describe('a version', () => {
  test('[V4] is bound by the digest it has', async () => {
    expect(await add('secretariat')).toMatchObject({ value: { digest: sha256Hex('version-1'), known: false } })
    expect(await add('secretariat')).toMatchObject({ value: { known: true } })
    expect(await papers()).toMatchObject([{ kind: 'version', name: 'Text version-1', subjectId: 'version-1' }])
  })

  test.each([
    ['nothing', 'not-found'],
    ['altered-1', 'subject-altered'],
  ])('[V4] %s: %s', async (subjectId, type) => {
    expect(await add('secretariat', subjectId)).toMatchObject({ problem: { type } })
  })
})

describe('a paper that was taken away', () => {
  test('[L1] is not shown and not handed out, and its file and entries are kept', async () => {
    const id = await uploaded()
    await remove('secretariat', id)
    expect(await remove('secretariat', id)).toEqual({ ok: true, value: null })
    expect(await paperFor(workspace.deps, await workspace.actor('secretariat'), id)).toBeNull()
    expect(readdirSync(folder)).toEqual([sha256Hex(pdf)])
    const entries = (await workspace.deps.read.select().from(recordTable)).filter(row => row.subjectId === id)
    expect(entries.map(row => row.act)).toEqual(['paper.added', 'paper.removed'])
    const facts = { item: itemId, kind: 'file', digest: sha256Hex(pdf) }
    for (const { entry } of entries) expect(JSON.parse(entry).facts).toEqual(facts)
  })

  test('[M1] can be handed in again', async () => {
    const id = await uploaded()
    await remove('secretariat', id)
    expect(await upload('secretariat')).toMatchObject({ value: { known: false } })
  })
})

describe('the record vouches for papers', () => {
  const check = () => checkRecord(workspace.deps, paperChecks(workspace.deps.config.dataFolder))

  test('[L1] whole', async () => {
    await uploaded()
    await add('secretariat')
    expect(await check()).toMatchObject({ ok: true, texts: 2 })
  })

  test('[L1] a changed byte of a file is found at its entry', async () => {
    const id = await uploaded()
    writeFileSync(join(folder, sha256Hex(pdf)), `${pdf}!`)
    const found = sha256Hex(`${pdf}!`)
    expect(await check()).toMatchObject({ ok: false, fault: 'content-altered', act: 'paper.added', subject: id, found })
    const sound = await createFileCheck(workspace.deps.config.dataFolder)(sha256Hex(pdf))
    expect(sound).toEqual({ ok: false, problem: { type: 'file-damaged', expected: sha256Hex(pdf), found } })
  })

  test('[L1] a file that is gone is found too, and handing it in again mends it', async () => {
    await uploaded()
    unlinkSync(join(folder, sha256Hex(pdf)))
    expect(await check()).toMatchObject({ ok: false, fault: 'content-missing' })
    await uploaded()
    expect(await check()).toMatchObject({ ok: true })
  })
})
