/** Two votes that differ in nothing but what was chosen look alike to everybody else until they close. [V5, V12] */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asId, hourMs, sha256Hex, type MotionId } from '#shared/core'
import { allChoices, choicesBy, type Choice } from '#shared/motion'
import { recordTable } from '#server/db'
import { motionRecords } from '../index.ts'
import { readAfterVote } from '../after/after.ts'
import { listMotions } from '../reading.ts'
import { castSecretBallot } from './casting.ts'
import { cast, inFreshWorkspace, openOrThrow, text, view, workspace } from '../../../tests/support/vote-workspace.ts'

const readers = ['nationalCoordinator', 'secretariat', 's4.head', 'n2.head'] as const

/** All that these readers get to see, but for digests, which cover random bits. */
async function seen(motionId: MotionId): Promise<string> {
  const { deps, actor, events } = workspace
  const views = []
  for (const reader of readers) {
    const as = await actor(reader)
    views.push(await view(motionId, reader), await listMotions(deps, as, {}), await readAfterVote(deps, as, motionId))
  }
  const record = (await deps.read.select().from(recordTable)).map(({ entry }) => entry)
  const stored = await motionRecords(deps.read, [text])
  return JSON.stringify({ views, record, stored, events }).replaceAll(/\b[0-9a-f]{64}\b/g, 'digest')
}

interface Step {
  readonly caster: string
  readonly choices: readonly [Choice, Choice]
}

const steps = (method: 'BALLOT' | 'CONSENSUS') => {
  const choice = fc.constantFrom<Choice>(...choicesBy[method])
  const caster = fc.constantFrom('s1.head', 's1.alternate', 's2.head', 's3.head', 'n1.head', 'p1.head')
  return fc.array(fc.record({ caster, choices: fc.tuple(choice, choice) }), { maxLength: 8 })
}

async function seenAfter(method: 'BALLOT' | 'CONSENSUS', run: readonly Step[], side: 0 | 1): Promise<string> {
  let found = ''
  await inFreshWorkspace(async () => {
    const motionId = await openOrThrow({ byPost: true, ...(method === 'CONSENSUS' && { method }) })
    for (const { caster, choices } of run)
      expect(await cast(motionId, caster, choices[side])).toMatchObject({ ok: true })
    found = await seen(motionId)
  })
  return found
}

test.each(['BALLOT', 'CONSENSUS'] as const)(
  '[V5] by correspondence, of a %s',
  async method => {
    await fc.assert(
      fc.asyncProperty(steps(method), async run => {
        const one = await seenAfter(method, run, 0)
        expect(await seenAfter(method, run, 1)).toBe(one)
        for (const choice of allChoices) expect(one).not.toContain(`"choice":"${choice}"`)
      }),
      { numRuns: 15 },
    )
  },
  60_000,
)

test('[V12] of an election, in a meeting too', async () => {
  const looks: string[] = []
  for (const candidates of [
    ['s1.head', 'n1.head', null],
    ['n1.head', null, 's1.head'],
  ]) {
    await inFreshWorkspace(async () => {
      const motionId = await openOrThrow({ subjectId: 'election-1', forMs: hourMs })
      const { deps, seats, actor } = workspace
      for (const [index, candidate] of candidates.entries()) {
        const seat = ['s1', 'n1', 'p1'][index] ?? ''
        const paper = {
          seatId: seats[seat] ?? asId('none'),
          digest: sha256Hex('election-1'),
          candidate: candidate === null ? null : asId<never>(candidate),
        }
        expect(await castSecretBallot(deps, await actor(`${seat}.head`), motionId, paper)).toMatchObject({ ok: true })
      }
      looks.push(await seen(motionId))
    })
  }
  expect(looks[0]).toBe(looks[1])
})
