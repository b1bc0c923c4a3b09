import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { documentStandingsTable } from '#server/db'
import type { Result } from '#shared/core'
import { setTextAside } from '../../tests/support/damage.ts'
import { everybody, inPlanWorkspace, workspace, type Who } from '../../tests/support/plan-workspace.ts'
import { closeText, reopenText } from './closing.ts'
import { sectionAccess } from './index.ts'
import { readDocuments, readPlans, readSection } from './outline.ts'
import { readSetAsideFile, resumeText } from './set-aside.ts'
import { previewVersion, submitVersion } from './submit.ts'

inPlanWorkspace()

const chair = 'chair of Protection'
const member = 'member of Protection'

const answers = everybody.map(who => {
  const refusal = who === 'observer of the NWG' ? 'not-found' : 'not-permitted'
  return { who, answer: who === 'Secretariat' ? 'done' : refusal }
})

describe('a text of which a part could not be read', () => {
  test('[G8] is written by nobody, and says so to everybody who reads it', async () => {
    const { deps, actor, sectionId } = workspace
    await damage()
    const at = deps.now()
    for (const who of [chair, member] as const) {
      const right = { access: 'comment', frozen: true }
      expect(await sectionAccess(deps.read, actor(who), sectionId('C.3.1'))).toEqual(right)
      expect(await detail(who)).toMatchObject({ access: 'comment', frozen: null, damaged: { at } })
    }
    expect(await detail('Rapporteur')).toMatchObject({ access: 'read', damaged: { at } })
    const [nap] = await readPlans(deps, actor(member))
    const damaged = nap?.sections.filter(section => section.damaged)
    expect(damaged).toMatchObject([{ code: 'C.3.1', access: 'comment', damaged: { at } }])
    const documents = (await readDocuments(deps, actor(member))).filter(document => document.frozen)
    expect(documents).toMatchObject([{ code: 'C.3.1', access: 'comment' }])
  })

  test('[G8] tells the Secretariat, and nobody else, how much was set aside and whose it was', async () => {
    await damage()
    const persons = [chair, member].map(who => ({ name: `The ${who}`, organisation: `Office of the ${who}` }))
    expect((await detail('Secretariat')).setAside).toMatchObject({ changes: 3, persons })
    for (const who of [chair, member, 'Co-ordinator', 'Rapporteur'] as const) {
      expect((await detail(who)).setAside).toBe(null)
    }
  })

  test.each(answers)('[G8] what was set aside, asked for by the $who: $answer', async ({ who, answer }) => {
    const { deps, actor, sectionId } = workspace
    await damage()
    expect(answerOf(await readSetAsideFile(deps, actor(who), sectionId('C.3.1')))).toBe(answer)
  })

  test('[G8] what was set aside is told with time, person, words and bytes', async () => {
    const { deps, actor, sectionId } = workspace
    await damage()
    const { section, changes } = must(await readSetAsideFile(deps, actor('Secretariat'), sectionId('C.3.1')))
    expect(section).toMatchObject({ id: sectionId('C.3.1'), code: 'C.3.1' })
    expect(changes.map(({ words, persons }) => [words, persons.map(person => person.name)])).toEqual([
      ['First.', [`The ${chair}`]],
      ['Second.', [`The ${member}`]],
      ['Third.', [`The ${member}`]],
    ])
    for (const { at, setAsideAt, bytes, words } of changes) {
      expect([at, setAsideAt]).toEqual([deps.now(), deps.now()])
      expect(Buffer.from(bytes, 'base64').toString()).toContain(words)
    }
  })

  test.each(everybody)('[E1] is submitted by nobody: %s', async who => {
    const { deps, actor, sectionId } = workspace
    const { digest } = must(await previewVersion(deps, actor('Secretariat'), sectionId('C.3.1')))
    await damage()
    const submitted = await submitVersion(deps, actor(who), sectionId('C.3.1'), { digest })
    const problem = { type: 'text-damaged', since: deps.now() }
    if (who === chair || who === member) expect(submitted).toEqual({ ok: false, problem })
    expect(submitted.ok).toBe(false)
    expect((await detail('Secretariat')).versions).toEqual([])
  })

  test('[G8] closed for writing besides, it is open when both are over, in either order', async () => {
    const { deps, actor, sectionId } = workspace
    const id = sectionId('C.3.1')
    await damage()
    must(await closeText(deps, actor(chair), id, {}))
    must(await resume('Secretariat'))
    expect(await detail(member)).toMatchObject({ access: 'comment', damaged: null, frozen: { reason: null } })
    await damage()
    must(await reopenText(deps, actor(chair), id))
    expect(await detail(member)).toMatchObject({ access: 'comment', frozen: null })
    must(await resume('Secretariat'))
    expect(await detail(member)).toMatchObject({ access: 'edit' })
  })
})

describe('opening it for writing as it stands', () => {
  test.each(answers)('[G8] by the $who: $answer', async ({ who, answer }) => {
    await damage()
    expect(answerOf(await resume(who))).toBe(answer)
    expect((await detail(member)).access).toBe(answer === 'done' ? 'edit' : 'comment')
  })

  test('[D3] nobody does before the duty of confidentiality is confirmed', async () => {
    const { deps, actor, sectionId } = workspace
    await damage()
    const unconfirmed = { ...actor('Secretariat'), confidential: false }
    expect(answerOf(await resumeText(deps, unconfirmed, sectionId('C.3.1')))).toBe('not-found')
  })

  test('[L1] begins a new epoch, and stands in the record with how much was set aside', async () => {
    const { deps, actor, advance, sectionId, entriesOn } = workspace
    await damage()
    const damagedAt = deps.now()
    advance(1_000)
    must(await resume('Secretariat'))
    expect(await standing()).toMatchObject({ epoch: 2, damagedAt: null })
    expect(await entriesOn(sectionId('C.3.1'))).toMatchObject([
      { act: 'section.textResumed', actor: actor('Secretariat').personId, facts: { damagedAt, changes: 3 } },
    ])
    advance(1_000)
    await setTextAside(deps, sectionId('C.3.1'), [{ by: actor(chair).personId, words: 'Fourth.' }])
    expect((await detail('Secretariat')).setAside).toMatchObject({ changes: 1 })
    must(await resume('Secretariat'))
    expect(await standing()).toMatchObject({ epoch: 3, damagedAt: null })
    expect((await entriesOn(sectionId('C.3.1'))).at(-1)).toMatchObject({ facts: { changes: 1 } })
  })

  test('[G8] keeps what was set aside', async () => {
    const { deps, actor, sectionId } = workspace
    await damage()
    must(await resume('Secretariat'))
    expect(await detail('Secretariat')).toMatchObject({ damaged: null, setAside: { changes: 3 } })
    const file = must(await readSetAsideFile(deps, actor('Secretariat'), sectionId('C.3.1')))
    expect(file.changes).toHaveLength(3)
  })

  test('[G8] a text that does not stand still is refused, and leaves no entry', async () => {
    const { sectionId, entriesOn } = workspace
    expect(await resume('Secretariat')).toEqual({ ok: false, problem: { type: 'text-not-damaged' } })
    expect(await entriesOn(sectionId('C.3.1'))).toEqual([])
  })

  test('[G8] of two who open it at once, one does', async () => {
    await damage()
    const both = await Promise.all([resume('Secretariat'), resume('Secretariat')])
    expect(both.map(answerOf).toSorted()).toEqual(['done', 'text-not-damaged'])
    expect(await standing()).toMatchObject({ epoch: 2 })
  })

  test('[G8] open sockets begin afresh, and are asked who writes', async () => {
    const { events, sectionId } = workspace
    await damage()
    const before = events.length
    must(await resume('Secretariat'))
    expect(events.slice(before)).toEqual([
      { type: 'textResumed', documentId: sectionId('C.3.1') },
      { type: 'accessChanged', persons: 'everyone' },
      { type: 'changed', topic: 'section', id: sectionId('C.3.1') },
    ])
  })
})

function damage(): Promise<void> {
  const { deps, actor, sectionId } = workspace
  return setTextAside(deps, sectionId('C.3.1'), [
    { by: actor(chair).personId, words: 'First.' },
    { by: actor(member).personId, words: 'Second.' },
    { by: actor(member).personId, words: 'Third.' },
  ])
}

function resume(who: Who) {
  const { deps, actor, sectionId } = workspace
  return resumeText(deps, actor(who), sectionId('C.3.1'))
}

async function detail(who: Who) {
  return must(await readSection(workspace.deps, workspace.actor(who), workspace.sectionId('C.3.1')))
}

async function standing() {
  const { deps, sectionId } = workspace
  const { documentId } = documentStandingsTable
  const [row] = await deps.read
    .select()
    .from(documentStandingsTable)
    .where(eq(documentId, sectionId('C.3.1')))
  return row
}

function answerOf(result: Result<unknown, { readonly type: string }>): string {
  return result.ok ? 'done' : result.problem.type
}

function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`)
  return result.value
}
