import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Actor, ActorSeat } from '#shared/access'
import {
  asId,
  type GroupId,
  type MotionId,
  type PersonId,
  type Result,
  type SectionId,
  type SectionVersionId,
  type SeatId,
} from '#shared/core'
import { documentUpdatesTable, recordTable, sectionVersionsTable } from '#server/db'
import { createGroup, createSeat } from '#server/group'
import { enterOrganisation, enterPerson } from '#server/people'
import { checkRecord } from '#server/record'
import { narrativeText } from '#shared/narrative'
import { objectivesOf, readFramework } from '#shared/plan/framework'
import { asc, eq } from 'drizzle-orm'
import { openTempDeps, type TempDeps } from '../../tests/support/temp-deps.ts'
import { addSection, changeSection } from './arrange.ts'
import { createPlans, type CreatedPlan } from './create-plans.ts'
import { adoptedVersions, planChecks, sectionAccess, sectionVersionSubject, type PlanDeps } from './index.ts'
import { readDocuments, readObjectives, readPlans, readSection } from './outline.ts'
import { previewVersion, submitVersion, withdrawVersion } from './submit.ts'
import { readComparison, readVersion } from './versions.ts'

const codes = ['nwg', 'prevention', 'protection', 'prosecution', 'children'] as const
type GroupCode = (typeof codes)[number]

let world: TempDeps
let deps: PlanDeps
let groups: Record<GroupCode, GroupId>
let nap: CreatedPlan
let children: CreatedPlan
let writer: Actor

beforeEach(async () => {
  world = openTempDeps()
  deps = {
    ...world.deps,
    readDocument: async id => Y.encodeStateAsUpdate(await documentOf(id)),
    versionWithdrawn: async () => {},
  }
  const made = new Map<string, GroupId>()
  for (const [position, code] of codes.entries()) {
    const kind = code === 'nwg' ? 'nwg' : 'twg'
    const group = await deps.transaction(tx => createGroup(tx, deps, { kind, code, name: code, position, by: null }))
    made.set(code, must(group).id)
  }
  const idOf = (code: GroupCode) => made.get(code) ?? asId<GroupId>('none')
  groups = {
    nwg: idOf('nwg'),
    prevention: idOf('prevention'),
    protection: idOf('protection'),
    prosecution: idOf('prosecution'),
    children: idOf('children'),
  }
  const plans = await deps.transaction(tx =>
    createPlans(tx, deps, {
      nwgGroupId: groups.nwg,
      childrenGroupId: groups.children,
      groupIdByOwner: groups,
      by: null,
    }),
  )
  nap = plans.nap
  children = plans.children
  writer = await buildWriter('protection')
})
afterEach(() => world.close())

describe('a new workspace', () => {
  test('[P2] [P8] starts with both plans from the model strategy', async () => {
    const outlines = await readPlans(deps, secretariat())
    expect(outlines.map(plan => [plan.kind, plan.group.code, plan.sections.length])).toEqual([
      ['nap', 'nwg', 23],
      ['children', 'children', 7],
    ])
    expect(outlines[0]?.sections.slice(0, 4).map(section => section.code)).toEqual(['B.1', 'B.2', 'B.3', 'C.1.1'])
    expect(outlines[1]?.sections.every(section => section.code.startsWith('Ch.'))).toBe(true)
    expect(outlines[0]?.sections.every(section => section.standing.state === 'working')).toBe(true)
  })

  test('[P4] every text is seeded, and depends-on leads to objectives that exist', async () => {
    const references: string[] = []
    const known = new Set<string>()
    const indicators: string[] = []
    for (const sectionId of nap.sectionIds.values()) {
      const doc = await documentOf(sectionId)
      expect(doc.getXmlFragment('narrative').length).toBeGreaterThan(0)
      const tree = readFramework(doc)
      indicators.push(...tree.goals.flatMap(goal => goal.indicators.map(({ id }) => id)))
      for (const objective of objectivesOf(tree)) {
        known.add(`${sectionId}/${objective.id}`)
        references.push(...objective.dependsOn)
        indicators.push(...objective.indicators.map(({ id }) => id))
      }
    }
    expect(known.size).toBe(74)
    expect(new Set(indicators).size).toBe(159)
    expect(references).toHaveLength(18)
    expect(references.filter(reference => !known.has(reference))).toEqual([])
  })

  test('[P7] objectives can be referred to by their codes of this moment', async () => {
    const objectives = await readObjectives(deps, secretariat())
    expect(objectives.filter(objective => objective.code.startsWith('C.'))).toHaveLength(74)
    expect(objectives.some(objective => objective.code === 'Ch.C.1.1(a)')).toBe(true)
    const outsider = await readObjectives(deps, member('children', 'OBSERVER'))
    expect(outsider.every(objective => objective.code.startsWith('Ch.'))).toBe(true)
    expect(objectives[0]?.code).toBe('C.1.1(a)')
    expect(objectives.find(objective => objective.code === 'C.1.2(l)')?.sectionId).toBe(sectionOf('C.1.2'))
  })
})

describe('who may do what with a live text', () => {
  const cases = [
    {
      who: 'a representative of the owning group',
      actor: () => member('protection'),
      protection: 'edit',
      nwg: 'comment',
    },
    {
      who: 'its chair without a seat',
      actor: () => person({ chairs: [groups.protection] }),
      protection: 'edit',
      nwg: 'comment',
    },
    {
      who: 'a representative of another group',
      actor: () => member('prevention'),
      protection: 'comment',
      nwg: 'comment',
    },
    { who: 'an NGO of the NWG', actor: () => member('nwg', 'NGO'), protection: 'comment', nwg: 'edit' },
    { who: 'the National Co-ordinator', actor: () => coordinator(), protection: 'comment', nwg: 'edit' },
    { who: 'the Secretariat', actor: () => secretariat(), protection: 'comment', nwg: 'edit' },
    {
      who: 'an observer of the owning group',
      actor: () => member('protection', 'OBSERVER'),
      protection: 'comment',
      nwg: null,
    },
    { who: 'an observer elsewhere', actor: () => member('nwg', 'OBSERVER'), protection: null, nwg: 'comment' },
    { who: 'the Rapporteur', actor: () => person({ offices: ['rapporteur'] }), protection: 'read', nwg: 'read' },
    { who: 'somebody without a seat', actor: () => person({}), protection: null, nwg: null },
    {
      who: 'a representative who has not confirmed confidentiality',
      actor: () => ({ ...member('protection'), confidential: false }),
      protection: null,
      nwg: null,
    },
  ] as const

  test.each(cases)('[G8] [D4] $who: $protection, and $nwg of the NWG’s', async ({ actor, protection, nwg }) => {
    expect(await accessOf(actor(), sectionOf('C.3.1'))).toBe(protection)
    expect(await accessOf(actor(), sectionOf('C.1.1'))).toBe(nwg)
  })

  test('[D4] what is hidden is missing: in the outline, among the documents and by its id', async () => {
    const observer = member('children', 'OBSERVER')
    const outlines = await readPlans(deps, observer)
    expect(outlines.map(plan => [plan.sections.length, plan.hidden])).toEqual([
      [0, 23],
      [7, 0],
    ])
    expect((await readDocuments(deps, observer)).map(document => document.access)).toEqual(Array(7).fill('comment'))
    expect(await readSection(deps, observer, sectionOf('C.3.1'))).toEqual(refused({ type: 'not-found' }))
    expect(await readSection(deps, observer, asId('nowhere'))).toEqual(refused({ type: 'not-found' }))
    expect(await sectionAccess(deps.read, observer, 'nowhere')).toBeNull()
  })

  test('[G8] the documents are listed as the contract says', async () => {
    const documents = await readDocuments(deps, writer)
    expect(documents).toHaveLength(30)
    expect(documents.find(document => document.code === 'C.3.1')).toEqual({
      id: sectionOf('C.3.1'),
      kind: 'section',
      code: 'C.3.1',
      title: expect.any(String),
      group: { id: groups.protection, name: 'protection' },
      access: 'edit',
      frozen: false,
    })
  })
})

describe('submitting a version', () => {
  test('[E1] freezes what the submitter saw, with its digest, in the record', async () => {
    const { versionId, digest } = await submit()
    const version = must(await readVersion(deps, writer, versionId))
    expect(version).toMatchObject({ number: 1, digest, state: 'submitted', intact: true, grade: null })
    expect(version.submittedBy).toEqual({ id: writer.personId, name: 'Writer', organisation: 'Welfare' })
    expect(version.seat?.id).toBe(writer.seats[0]?.seatId)
    expect(version.content?.section.code).toBe('C.3.1')
    expect(await lastAct()).toMatchObject({
      act: 'version.submitted',
      actor: writer.personId,
      subject: versionId,
      facts: { digest, number: 1, code: 'C.3.1' },
    })
    expect(world.events).toContainEqual({ type: 'changed', topic: 'sectionVersion', id: versionId })
    expect(must(await readSection(deps, writer, sectionOf('C.3.1'))).standing.state).toBe('submitted')
  })

  test('[E1] the live text goes on and the version stays', async () => {
    const { versionId } = await submit()
    world.advance(1000)
    await type('Words written later.')
    const version = must(await readVersion(deps, writer, versionId))
    expect(version.content && narrativeText(version.content.narrative)).not.toContain('later')
    expect(must(await readSection(deps, writer, sectionOf('C.3.1'))).standing).toEqual({
      state: 'submitted',
      newerText: true,
    })
  })

  test('[E1] a text that somebody changed since it was looked at is not frozen', async () => {
    const { digest } = must(await previewVersion(deps, writer, sectionOf('C.3.1')))
    await type('Slipped in.')
    const now = must(await previewVersion(deps, writer, sectionOf('C.3.1'))).digest
    expect(await submitVersion(deps, writer, sectionOf('C.3.1'), { digest })).toEqual(
      refused({ type: 'text-moved-on', digest: now }),
    )
  })

  test('[E1] one text is submitted once; withdrawn, it may be submitted again', async () => {
    const { versionId, digest } = await submit()
    const again = { type: 'already-submitted', versionId, number: 1, state: 'submitted' }
    expect(await submitVersion(deps, writer, sectionOf('C.3.1'), { digest })).toEqual(refused(again))
    expect(must(await previewVersion(deps, writer, sectionOf('C.3.1'))).submittedAs).toEqual({
      id: versionId,
      number: 1,
      state: 'submitted',
    })
    expect(await withdrawVersion(deps, writer, versionId)).toMatchObject({ ok: true })
    expect(await withdrawVersion(deps, writer, versionId)).toEqual(
      refused({ type: 'version-moved-on', state: 'withdrawn' }),
    )
    expect(await submitVersion(deps, writer, sectionOf('C.3.1'), { digest })).toMatchObject({ ok: true })
  })

  test('[E1] of two who submit the same text at once, one succeeds', async () => {
    const { digest } = must(await previewVersion(deps, writer, sectionOf('C.3.1')))
    const both = await Promise.all([1, 2].map(() => submitVersion(deps, writer, sectionOf('C.3.1'), { digest })))
    expect(both.filter(result => result.ok)).toHaveLength(1)
    expect(both.find(result => !result.ok)).toMatchObject({ problem: { type: 'already-submitted' } })
  })

  test.each([
    { who: 'a member of another group', actor: () => member('prevention'), problem: 'not-permitted' },
    { who: 'the Secretariat', actor: () => secretariat(), problem: 'not-permitted' },
    { who: 'an observer of the group', actor: () => member('protection', 'OBSERVER'), problem: 'not-permitted' },
    { who: 'an observer elsewhere', actor: () => member('nwg', 'OBSERVER'), problem: 'not-found' },
  ])('[workflow] $who cannot submit: $problem', async ({ actor, problem }) => {
    const { digest } = must(await previewVersion(deps, writer, sectionOf('C.3.1')))
    expect(await submitVersion(deps, actor(), sectionOf('C.3.1'), { digest })).toEqual(refused({ type: problem }))
  })

  test('[G3] a seat of another group does not submit', async () => {
    const { digest } = must(await previewVersion(deps, writer, sectionOf('C.3.1')))
    const result = await submitVersion(deps, writer, sectionOf('C.3.1'), { digest, seatId: asId<SeatId>('other') })
    expect(result).toEqual(refused({ type: 'not-permitted' }))
  })

  test('[workflow] only who submitted, or the chair, withdraws', async () => {
    const { versionId } = await submit()
    const colleague = await buildWriter('protection', 'Colleague')
    expect(await withdrawVersion(deps, colleague, versionId)).toEqual(refused({ type: 'not-permitted' }))
    const chair = { ...colleague, chairs: [groups.protection] }
    expect(await withdrawVersion(deps, chair, versionId)).toMatchObject({ ok: true })
  })

  test('[E1] what cannot be frozen is named', async () => {
    await write(doc => {
      doc.getXmlFragment('narrative').push([new Y.XmlElement('script')])
      doc.getMap('framework').set('stranger', 1)
    })
    expect(await previewVersion(deps, writer, sectionOf('C.3.1'))).toMatchObject({
      ok: false,
      problem: {
        type: 'text-unreadable',
        faults: [
          { part: 'narrative', reason: 'unknown-node' },
          { part: 'framework', place: 'stranger', reason: 'malformed' },
        ],
      },
    })
  })

  test('[E1] one altered byte of a stored text is noticed, and the text not shown', async () => {
    const { versionId } = await submit()
    const { content, id } = sectionVersionsTable
    const [row] = await deps.read.select({ content }).from(sectionVersionsTable).where(eq(id, versionId))
    expect(await checkRecord(deps, planChecks)).toMatchObject({ ok: true, texts: 1 })
    const altered = row?.content.replace('"plan":"nap"', '"plan":"nbp"') ?? ''
    await deps.transaction(async tx => {
      await tx.update(sectionVersionsTable).set({ content: altered }).where(eq(id, versionId))
    })
    expect(must(await readVersion(deps, writer, versionId))).toMatchObject({ intact: false, content: null })
    expect(await sectionVersionSubject.load(deps.read, versionId)).toMatchObject({ intact: false })
    expect(await checkRecord(deps, planChecks)).toMatchObject({
      ok: false,
      act: 'version.submitted',
      subject: versionId,
      fault: 'content-altered',
    })
  })
})

describe('a version under vote', () => {
  const facts = { at: 5_000, motionId: asId<MotionId>('motion'), grade: null }
  const move = (id: string, what: Parameters<typeof sectionVersionSubject.moved>[3], grade = facts) =>
    deps.transaction(tx => sectionVersionSubject.moved(tx, deps, id, what, grade))

  test('[V4] shows the vote its group, digest and lineage', async () => {
    const { versionId, digest } = await submit()
    expect(await sectionVersionSubject.load(deps.read, versionId)).toEqual({
      id: versionId,
      baseId: sectionOf('C.3.1'),
      groupId: groups.protection,
      groupKind: 'twg',
      rulesKind: 'section',
      planKind: 'nap',
      digest,
      title: expect.stringMatching(/^C\.3\.1 /),
      state: 'submitted',
      mayOpen: true,
      intact: true,
    })
    expect(await sectionVersionSubject.load(deps.read, 'nowhere')).toBeNull()
  })

  test.each([
    { moves: ['open'], state: 'underVote' },
    { moves: ['open', 'release'], state: 'submitted' },
    { moves: ['open', 'return'], state: 'returned' },
    { moves: ['open', 'reject'], state: 'rejected' },
    { moves: ['open', 'release', 'open', 'adopt'], state: 'adopted' },
  ] as const)('[workflow] $moves leads to $state', async ({ moves, state }) => {
    const { versionId } = await submit()
    for (const step of moves) await move(versionId, step)
    expect(must(await readVersion(deps, writer, versionId)).state).toBe(state)
  })

  test('[workflow] a move that the table does not have is a bug', async () => {
    const { versionId } = await submit()
    await expect(move(versionId, 'adopt')).rejects.toThrow('cannot adopt')
  })

  test('[E1] adopting a later version supersedes the one before', async () => {
    const first = await submit()
    await move(first.versionId, 'open')
    const grade = { level: 'UNANIMOUS', suffix: null } as const
    await deps.transaction(tx => sectionVersionSubject.moved(tx, deps, first.versionId, 'adopt', { ...facts, grade }))
    await type('A better text.')
    const second = await submit()
    await move(second.versionId, 'open')
    await move(second.versionId, 'adopt')
    const versions = must(await readSection(deps, writer, sectionOf('C.3.1'))).versions
    expect(versions.map(version => [version.number, version.state])).toEqual([
      [2, 'adopted'],
      [1, 'superseded'],
    ])
    expect(versions[1]?.grade).toEqual(grade)
    expect(await adoptedVersions(deps.read, nap.id)).toMatchObject([
      { code: 'C.3.1', versionId: second.versionId, digest: second.digest, number: 2, adoptedAt: 5_000 },
    ])
  })

  async function adopt() {
    const version = await submit()
    await move(version.versionId, 'open')
    await move(version.versionId, 'adopt')
    return version.versionId
  }
  const compare = (actor: Actor, id: SectionVersionId, from: SectionVersionId | null) =>
    readComparison(deps, actor, id, from)

  test('[E9] is compared with the one adopted last before, or with any other of its section', async () => {
    const first = await adopt()
    await type('A better text.')
    const second = (await submit()).versionId
    expect(must(await compare(writer, first, null)).from).toBeNull()
    const found = must(await compare(writer, second, null))
    expect([found.from?.id, found.to.id]).toEqual([first, second])
    expect(narrativeText(found.to.content?.narrative ?? { type: 'doc' })).toContain('A better text.')
    expect(narrativeText(found.from?.content?.narrative ?? { type: 'doc' })).not.toContain('A better text.')
    expect(found.versions.map(({ number }) => number)).toEqual([2, 1])
    expect(must(await compare(writer, first, second)).from?.id).toBe(second)
    const told = async (id: SectionVersionId) => sectionVersionSubject.comparedWith(deps.read, id)
    expect([await told(first), await told(second)]).toEqual([null, 1])
  })

  test('[E9, D4] only by whoever may read it, and never with another section’s', async () => {
    const version = await adopt()
    const elsewhere = asId<SectionVersionId>('elsewhere')
    const hidden = { ok: false, problem: { type: 'not-found' } }
    expect(await compare(member('children', 'OBSERVER'), version, null)).toEqual(hidden)
    expect(await compare(writer, version, elsewhere)).toEqual(hidden)
    expect(await compare(writer, elsewhere, null)).toEqual(hidden)
  })
})

describe('fitting the plan to the country', () => {
  test('[P2] the Secretariat adds an issue, with a text to begin in', async () => {
    const input = { component: 2, title: 'Safe recruitment', groupId: groups.prevention } as const
    const id = must(await addSection(deps, secretariat(), nap.id, input))
    expect(must(await readSection(deps, secretariat(), id))).toMatchObject({ code: 'C.2.4', title: 'Safe recruitment' })
    expect(must(await readSection(deps, secretariat(), sectionOf('C.3.1'))).code).toBe('C.3.1')
    const doc = await documentOf(id)
    expect(doc.getXmlFragment('narrative').length).toBe(1)
    expect(readFramework(doc).goals).toHaveLength(1)
  })

  test('[P2] renames, reassigns, moves and waives; each is an entry in the record', async () => {
    const id = sectionOf('C.3.2')
    const reason = 'Covered by the law on asylum.'
    const change = {
      title: 'New name',
      groupId: groups.prevention,
      place: { component: 3, position: 0 },
      waivedReason: reason,
    } as const
    must(await changeSection(deps, secretariat(), id, change))
    const section = must(await readSection(deps, secretariat(), id))
    expect(section).toMatchObject({ code: 'C.3.1', title: 'New name', standing: { state: 'waived' } })
    expect(section.waived?.reason).toBe(reason)
    expect(await actsOn(id)).toEqual(['section.renamed', 'section.assigned', 'section.waived', 'section.moved'])
    expect(world.events).toContainEqual({ type: 'accessChanged', persons: 'everyone' })
    expect(await accessOf(member('prevention'), id)).toBe('comment')
    must(await changeSection(deps, secretariat(), id, { waivedReason: null }))
    expect(await accessOf(member('prevention'), id)).toBe('edit')
    expect(await accessOf(member('protection'), id)).toBe('comment')
  })

  test('[P2] what changes nothing leaves no entry', async () => {
    const id = sectionOf('C.3.1')
    const { title } = must(await readSection(deps, secretariat(), id))
    must(
      await changeSection(deps, secretariat(), id, { title, place: { component: 3, position: 0 }, waivedReason: null }),
    )
    expect(await actsOn(id)).toEqual([])
  })

  test('[P2] a waived section is not submitted', async () => {
    const { digest } = must(await previewVersion(deps, writer, sectionOf('C.3.1')))
    must(await changeSection(deps, secretariat(), sectionOf('C.3.1'), { waivedReason: 'Not needed here' }))
    const result = await submitVersion(deps, writer, sectionOf('C.3.1'), { digest })
    expect(result).toEqual(refused({ type: 'section-waived' }))
  })

  test('[E1] a version keeps the title and code it was frozen with', async () => {
    const { versionId } = await submit()
    const change = { title: 'Renamed', place: { component: 3, position: 2 } } as const
    must(await changeSection(deps, secretariat(), sectionOf('C.3.1'), change))
    const version = must(await readVersion(deps, writer, versionId))
    expect(version.section).toMatchObject({ code: 'C.3.3', title: 'Renamed' })
    expect(version.content?.section.code).toBe('C.3.1')
  })

  test.each([
    { what: 'a group that does not exist', key: 'C.3.1', change: { groupId: asId<GroupId>('none') } },
    { what: 'a place for the preamble', key: 'B.1', change: { place: { component: 1, position: 0 } } },
  ] as const)('[P2] $what is refused', async ({ key, change }) => {
    expect(await changeSection(deps, secretariat(), sectionOf(key), change)).toMatchObject({
      problem: { type: 'invalid-input' },
    })
  })

  test.each([
    { who: 'the co-ordinator', actor: () => coordinator() },
    { who: 'a chair', actor: () => person({ chairs: [groups.protection] }) },
    { who: 'a representative', actor: () => member('protection') },
  ])('[P2] $who does not arrange sections', async ({ actor }) => {
    const change = await changeSection(deps, actor(), sectionOf('C.3.1'), { title: 'Mine' })
    expect(change).toEqual(refused({ type: 'not-permitted' }))
    const input = { component: 1, title: 'Mine', groupId: groups.nwg } as const
    expect(await addSection(deps, actor(), nap.id, input)).toEqual(refused({ type: 'not-permitted' }))
  })

  test('[P8] the children’s plan is arranged for itself', async () => {
    const input = { component: 1, title: 'Guardians', groupId: groups.children } as const
    const id = must(await addSection(deps, secretariat(), children.id, input))
    expect(must(await readSection(deps, secretariat(), id)).code).toBe('Ch.C.1.2')
    expect((await readPlans(deps, secretariat()))[0]?.sections).toHaveLength(23)
  })
})

function refused(problem: { readonly type: string; readonly [fact: string]: unknown }) {
  return { ok: false, problem }
}

function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`)
  return result.value
}

function sectionOf(key: string): SectionId {
  const id = nap.sectionIds.get(key)
  if (!id) throw new Error(`no section ${key}`)
  return id
}

/** None of these texts is closed for writing. */
async function accessOf(actor: Actor, sectionId: SectionId) {
  const right = await sectionAccess(deps.read, actor, sectionId)
  expect(right?.frozen ?? false).toBe(false)
  return right?.access ?? null
}

function person(part: Partial<Actor>): Actor {
  return { personId: asId<PersonId>('somebody'), offices: [], seats: [], chairs: [], confidential: true, ...part }
}

const secretariat = (): Actor => person({ offices: ['secretariat'] })
const coordinator = (): Actor => person({ offices: ['nationalCoordinator'], chairs: [groups.nwg] })

function member(code: GroupCode, constituency: ActorSeat['constituency'] = 'STATE'): Actor {
  return person({ seats: [{ seatId: asId<SeatId>('seat'), groupId: groups[code], constituency, rank: 'head' }] })
}

async function buildWriter(code: GroupCode, name = 'Writer'): Promise<Actor> {
  return deps.transaction(async tx => {
    const body = { name: name === 'Writer' ? 'Welfare' : name, kind: 'ministry' } as const
    const organisation = must(await enterOrganisation(tx, deps, null, body))
    const email = `${name.toLowerCase()}@example.org`
    const entered = must(await enterPerson(tx, deps, null, { name, email, organisationId: organisation.id }))
    const seat = must(
      await createSeat(tx, deps, {
        groupId: groups[code],
        label: 'Seat',
        constituency: 'STATE',
        organisationId: organisation.id,
        by: null,
      }),
    )
    return { ...member(code), personId: entered.id, seats: [{ ...seatIn(code), seatId: seat.seatId }] }
  })
}

function seatIn(code: GroupCode): ActorSeat {
  return { seatId: asId<SeatId>('seat'), groupId: groups[code], constituency: 'STATE', rank: 'head' }
}

async function submit() {
  const { digest } = must(await previewVersion(deps, writer, sectionOf('C.3.1')))
  return { digest, versionId: must(await submitVersion(deps, writer, sectionOf('C.3.1'), { digest })) }
}

const type = (words: string) =>
  write(doc => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    doc.getXmlFragment('narrative').push([paragraph])
  })

/** As a person's connection would have it stored. */
async function write(change: (doc: Y.Doc) => void): Promise<void> {
  const documentId = sectionOf('C.3.1')
  const doc = await documentOf(documentId)
  const before = Y.encodeStateVector(doc)
  change(doc)
  const bytes = Buffer.from(Y.encodeStateAsUpdate(doc, before))
  const row = { documentId, personId: writer.personId, at: deps.now(), bytes }
  await deps.transaction(async tx => {
    await tx.insert(documentUpdatesTable).values(row)
  })
}

async function documentOf(documentId: string): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const { bytes, seq } = documentUpdatesTable
  const rows = await world.deps.read
    .select({ bytes })
    .from(documentUpdatesTable)
    .where(eq(documentUpdatesTable.documentId, documentId))
    .orderBy(asc(seq))
  for (const row of rows) Y.applyUpdate(doc, row.bytes)
  return doc
}

async function lastAct(): Promise<unknown> {
  const rows = await deps.read.select().from(recordTable).orderBy(asc(recordTable.number))
  return JSON.parse(rows.at(-1)?.entry ?? 'null')
}

async function actsOn(subjectId: string): Promise<readonly string[]> {
  const rows = await deps.read
    .select({ act: recordTable.act })
    .from(recordTable)
    .where(eq(recordTable.subjectId, subjectId))
    .orderBy(asc(recordTable.number))
  return rows.map(row => row.act)
}
