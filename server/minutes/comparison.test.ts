import { expect, test } from 'vitest'
import type { MinutesVersionId } from '#shared/core'
import { compareParts } from '#shared/redline'
import {
  actor,
  circulate,
  circulated,
  everybody,
  inMinutesWorkspace,
  minutesOf,
  workspace,
  write,
} from '../../tests/support/minutes-workspace.ts'
import { takeUpMinutes } from './circulating.ts'
import { readMinutesComparison } from './comparison.ts'
import { minutesVersionSubject } from './subject.ts'

inMinutesWorkspace()

const compare = async (who: string, id: MinutesVersionId, from: MinutesVersionId | null = null) =>
  readMinutesComparison(workspace.deps, await actor(who), id, from)

async function corrected() {
  const sitting = await circulated()
  await takeUpMinutes(workspace.deps, await actor('secretariat'), sitting.id)
  await write(sitting.id, 'Seven shelters are open.')
  await circulate(sitting)
  const [first, second] = (await minutesOf(sitting)).versions
  if (!first || !second) throw new Error('circulated twice')
  return { first: first.id, second: second.id }
}

test('[E9, M5] corrected minutes are compared with what was circulated before', async () => {
  const { first, second } = await corrected()
  const found = await compare('s1.head', second)
  if (!found.ok) throw new Error(found.problem.type)
  expect([found.value.from?.id, found.value.to.id]).toEqual([first, second])
  const changed = compareParts(found.value.from?.parts ?? [], found.value.to.parts).filter(
    part => part.change !== 'kept',
  )
  expect(changed).toHaveLength(1)
  expect(changed[0]).toMatchObject({ change: 'changed', part: { item: null } })
})

test('[E9, M5] the first to be circulated has none before it', async () => {
  const { first, second } = await corrected()
  expect(await compare('secretariat', first)).toMatchObject({ ok: true, value: { from: null } })
  expect(await compare('secretariat', first, second)).toMatchObject({ ok: true, value: { from: { id: second } } })
})

test('[E9, M5] a vote on minutes says with which version they are compared, if with any', async () => {
  const { first, second } = await corrected()
  const told = (id: MinutesVersionId) => minutesVersionSubject.comparedWith(workspace.deps.read, id)
  expect([await told(first), await told(second)]).toEqual([null, 1])
})

test.each(everybody)('[E9, M5] %s compares what they may read', async who => {
  const { second } = await corrected()
  const expected = who === 'stranger' ? { problem: { type: 'not-found' } } : { ok: true }
  expect(await compare(who, second)).toMatchObject(expected)
})

test('[E9] with the minutes of another meeting nothing is compared', async () => {
  const { second } = await corrected()
  const other = (await minutesOf(await circulated())).version
  expect(await compare('secretariat', second, other?.id ?? null)).toMatchObject({ problem: { type: 'not-found' } })
})
