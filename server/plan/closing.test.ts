import { describe, expect, test } from 'vitest'
import { asId, type MotionId, type Result, type SectionVersionId } from '#shared/core'
import { everybody, inPlanWorkspace, workspace, type Who } from '../../tests/support/plan-workspace.ts'
import { changeSection } from './arrange.ts'
import { closeText, reopenText } from './closing.ts'
import { sectionAccess, sectionVersionSubject } from './index.ts'
import { readDocuments, readPlans, readSection } from './outline.ts'
import { previewVersion, submitVersion, withdrawVersion } from './submit.ts'

inPlanWorkspace()

const chair = 'chair of Protection'
const member = 'member of Protection'

describe('who closes a text for writing, and opens it again', () => {
  const places = [
    { section: 'C.3.1', of: 'Protection', may: [chair], blind: ['observer of the NWG'] },
    { section: 'C.1.1', of: 'the NWG', may: ['Co-ordinator', 'Secretariat'], blind: ['observer of Protection'] },
  ] as const satisfies readonly { section: string; of: string; may: readonly Who[]; blind: readonly Who[] }[]

  const cases = places.flatMap(({ section, of, may, blind }) =>
    everybody.map(who => {
      const refusal = blind.some(one => one === who) ? 'not-found' : 'not-permitted'
      return { who, section, of, answer: may.some(one => one === who) ? 'done' : refusal, opener: may[0] }
    }),
  )

  test.each(cases)('[G8] a text of $of, by the $who: $answer', async ({ who, section, answer, opener }) => {
    expect(answerOf(await close(who, section))).toBe(answer)
    expect(isFrozen(await detail(section))).toBe(answer === 'done')
    if (answer !== 'done') must(await close(opener, section))
    expect(answerOf(await reopen(who, section))).toBe(answer)
    expect(isFrozen(await detail(section))).toBe(answer !== 'done')
  })

  test('[D3] nobody does before the duty of confidentiality is confirmed', async () => {
    const { deps, actor, sectionId } = workspace
    const unconfirmed = { ...actor(chair), confidential: false }
    expect(answerOf(await closeText(deps, unconfirmed, sectionId('C.3.1'), {}))).toBe('not-found')
  })
})

describe('a text closed for writing', () => {
  test('[G8] is read and commented by those who wrote it, and by everybody as before', async () => {
    const { deps, actor, sectionId } = workspace
    const before = await rights()
    must(await close(chair))
    expect(await rights()).toEqual({
      ...Object.fromEntries(Object.entries(before).map(([who, right]) => [who, right && { ...right, frozen: true }])),
      [chair]: { access: 'comment', frozen: true },
      [member]: { access: 'comment', frozen: true },
    })
    must(await reopen(chair))
    expect(await rights()).toEqual(before)

    async function rights() {
      const found: Record<string, Awaited<ReturnType<typeof sectionAccess>>> = {}
      for (const who of everybody) found[who] = await sectionAccess(deps.read, actor(who), sectionId('C.3.1'))
      return found
    }
  })

  test('[G8] says so, with who, when and why, to everybody who reads it', async () => {
    const { deps, actor, sectionId } = workspace
    must(await close(chair, 'C.3.1', 'Until the session on Friday.'))
    const frozen = {
      at: deps.now(),
      by: { id: actor(chair).personId, name: 'The chair of Protection', organisation: expect.any(String) },
      reason: 'Until the session on Friday.',
      untilOutcome: null,
    }
    expect(await detail('C.3.1', 'Rapporteur')).toMatchObject({ access: 'read', frozen })
    const [nap] = await readPlans(deps, actor(member))
    expect(nap?.sections.find(section => section.code === 'C.3.1')).toMatchObject({ access: 'comment', frozen })
    const documents = await readDocuments(deps, actor(member))
    expect(documents.filter(document => document.frozen).map(({ id, access }) => ({ id, access }))).toEqual([
      { id: sectionId('C.3.1'), access: 'comment' },
    ])
  })

  test('[L1] closing and opening are entries in the record', async () => {
    const { actor, deps, sectionId, advance } = workspace
    const closedAt = deps.now()
    must(await close(chair, 'C.3.1', 'For the session.'))
    advance(1_000)
    must(await reopen(chair))
    const actorId = actor(chair).personId
    expect(await workspace.entriesOn(sectionId('C.3.1'))).toMatchObject([
      { act: 'section.textClosed', actor: actorId, facts: { reason: 'For the session.', untilVersion: null } },
      { act: 'section.textReopened', actor: actorId, facts: { closedAt, untilVersion: null } },
    ])
  })

  test('[G8] a refused act changes nothing and leaves no entry', async () => {
    const { deps, sectionId, entriesOn } = workspace
    expect(await reopen(chair)).toEqual({ ok: false, problem: { type: 'text-open' } })
    const since = deps.now()
    must(await close(chair))
    workspace.advance(1_000)
    expect(await close(chair)).toEqual({ ok: false, problem: { type: 'text-closed', since } })
    expect((await entriesOn(sectionId('C.3.1'))).map(entry => entry.act)).toEqual(['section.textClosed'])
  })

  test('[G8] of two who close it at once, one does', async () => {
    const both = await Promise.all([close(chair), close(chair)])
    expect(both.map(answerOf).toSorted()).toEqual(['done', 'text-closed'])
  })

  test('[P2] a waived section is not closed; one that is waived while closed stays closed when it is taken up', async () => {
    const { deps, actor, sectionId } = workspace
    const arrange = (waivedReason: string | null) =>
      changeSection(deps, actor('Secretariat'), sectionId('C.3.1'), { waivedReason })
    must(await arrange('Not needed here'))
    expect(answerOf(await close(chair))).toBe('section-waived')
    must(await arrange(null))
    must(await close(chair))
    must(await arrange('Not needed here'))
    must(await arrange(null))
    expect(isFrozen(await detail())).toBe(true)
  })

  test('[G8] open sockets are asked again before anything else is stored', async () => {
    const { deps, events } = workspace
    for (const act of [() => close(chair), () => reopen(chair)]) {
      const before = events.length
      const done = act()
      // Words on their way wait for their turn right behind the act.
      const next = deps.transaction(async () => events.slice(before))
      expect(answerOf(await done)).toBe('done')
      expect(await next).toContainEqual({ type: 'accessChanged', persons: 'everyone' })
      expect(events.slice(before)).toContainEqual({
        type: 'changed',
        topic: 'section',
        id: workspace.sectionId('C.3.1'),
      })
    }
  })

  test('[E1] its text is submitted as it stands', async () => {
    must(await close(chair))
    must(await submit(member))
    expect(await detail()).toMatchObject({ standing: { state: 'submitted', newerText: false }, access: 'comment' })
    expect(isFrozen(await detail())).toBe(true)
  })
})

describe('a text closed with its version, until the vote is over', () => {
  test('[E1] [L1] is closed in the act of submitting', async () => {
    const { actor, sectionId, events } = workspace
    const versionId = must(await submit(chair, true))
    expect((await detail()).frozen).toMatchObject({ reason: null, untilOutcome: { id: versionId, number: 1 } })
    expect(await workspace.entriesOn(sectionId('C.3.1'))).toMatchObject([
      { act: 'section.textClosed', actor: actor(chair).personId, facts: { reason: null, untilVersion: versionId } },
    ])
    expect(events).toContainEqual({ type: 'accessChanged', persons: 'everyone' })
  })

  test('[G8] who may not close a text submits it without closing, or not at all', async () => {
    expect(answerOf(await submit(member, true))).toBe('not-permitted')
    expect((await detail()).versions).toEqual([])
    must(await submit(member, false))
  })

  test('[G8] closed by hand already, it is not submitted with closing, and nothing is changed', async () => {
    must(await close(chair))
    expect(answerOf(await submit(chair, true))).toBe('text-closed')
    expect((await detail()).versions).toEqual([])
  })

  test('[E1] a text that moved on is neither frozen nor closed', async () => {
    const { deps, actor, sectionId } = workspace
    const input = { digest: '0'.repeat(64), closeText: true }
    expect(answerOf(await submitVersion(deps, actor(chair), sectionId('C.3.1'), input))).toBe('text-moved-on')
    expect(isFrozen(await detail())).toBe(false)
  })

  test.each(['adopt', 'return', 'reject', 'release'] as const)(
    '[workflow] opens by itself with the outcome: %s',
    async move => {
      const versionId = must(await submit(chair, true))
      expect(await vote(versionId, 'open')).toEqual({ accessChanged: false })
      expect(isFrozen(await detail())).toBe(true)
      expect(await vote(versionId, move)).toEqual({ accessChanged: true })
      expect(isFrozen(await detail())).toBe(false)
      expect((await workspace.entriesOn(workspace.sectionId('C.3.1'))).at(-1)).toMatchObject({
        act: 'section.textReopened',
        actor: null,
        facts: { untilVersion: versionId },
      })
    },
  )

  test('[workflow] opens when the version is withdrawn, in the name of who withdraws it', async () => {
    const { deps, actor, events, entriesOn, sectionId } = workspace
    const versionId = must(await submit(chair, true))
    const before = events.length
    must(await withdrawVersion(deps, actor(chair), versionId))
    expect(isFrozen(await detail())).toBe(false)
    expect((await entriesOn(sectionId('C.3.1'))).at(-1)).toMatchObject({
      act: 'section.textReopened',
      actor: actor(chair).personId,
    })
    expect(events.slice(before)).toContainEqual({ type: 'accessChanged', persons: 'everyone' })
  })

  test('[workflow] the outcome of another version, or of one submitted before, leaves it closed', async () => {
    const earlier = must(await submit(member))
    must(await withdrawVersion(workspace.deps, workspace.actor(member), earlier))
    const versionId = must(await submit(member))
    must(await close(chair))
    await vote(versionId, 'open')
    expect(await vote(versionId, 'adopt')).toEqual({ accessChanged: false })
    expect(isFrozen(await detail())).toBe(true)
  })

  test('[G8] opened by hand before, the outcome finds it open; closed by hand since, it stays closed', async () => {
    const versionId = must(await submit(chair, true))
    must(await reopen(chair))
    must(await close(chair))
    await vote(versionId, 'open')
    expect(await vote(versionId, 'adopt')).toEqual({ accessChanged: false })
    expect((await detail()).frozen).toMatchObject({ untilOutcome: null })
  })
})

function close(who: Who, section = 'C.3.1', reason?: string) {
  const { deps, actor, sectionId } = workspace
  return closeText(deps, actor(who), sectionId(section), reason === undefined ? {} : { reason })
}

function reopen(who: Who, section = 'C.3.1') {
  const { deps, actor, sectionId } = workspace
  return reopenText(deps, actor(who), sectionId(section))
}

async function submit(who: Who, closes?: boolean) {
  const { deps, actor, sectionId } = workspace
  const { digest } = must(await previewVersion(deps, actor(who), sectionId('C.3.1')))
  const input = closes === undefined ? { digest } : { digest, closeText: closes }
  return submitVersion(deps, actor(who), sectionId('C.3.1'), input)
}

function vote(versionId: SectionVersionId, move: Parameters<typeof sectionVersionSubject.moved>[3]) {
  const { deps } = workspace
  const facts = { at: deps.now(), motionId: asId<MotionId>('motion'), grade: null }
  return deps.transaction(tx => sectionVersionSubject.moved(tx, deps, versionId, move, facts))
}

async function detail(section = 'C.3.1', who: Who = 'Secretariat') {
  return must(await readSection(workspace.deps, workspace.actor(who), workspace.sectionId(section)))
}

function isFrozen(section: { readonly frozen: unknown }): boolean {
  return section.frozen !== null
}

function answerOf(result: Result<unknown, { readonly type: string }>): string {
  return result.ok ? 'done' : result.problem.type
}

function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`)
  return result.value
}
