import { expect, test } from 'vitest'
import { hourMs } from '#shared/core'
import { minutesPort } from '#server/minutes'
import { openMotion } from '#server/motion'
import { itemsOfMeeting } from '#server/meeting'
import {
  acts,
  actor,
  adjourn,
  all,
  approve,
  begin,
  circulate,
  circulated,
  convene,
  decide,
  entriesOn,
  inMinutesWorkspace,
  minutesOf,
  putToVote,
  rightOn,
  sealed,
  subjects,
  workspace,
  write,
  type Sitting,
} from '../../tests/support/minutes-workspace.ts'
import { takeUpMinutes } from './circulating.ts'

inMinutesWorkspace()

async function underVote(): Promise<{
  first: Sitting
  second: Sitting
  digest: string
  vote(choices: Parameters<typeof decide>[2]): Promise<void>
}> {
  const first = await circulated()
  const second = await convene()
  await begin(second)
  const { version } = await minutesOf(first)
  const digest = version?.digest ?? ''
  const opened = await putToVote(second)
  if (!opened.ok) throw new Error(opened.problem.type)
  return { first, second, digest, vote: choices => decide(opened.value, digest, choices) }
}

test('[M5] circulated minutes are the first item of the next meeting, bound to their digest', async () => {
  const first = await circulated()
  const second = await convene()
  const { version, state } = await minutesOf(first)
  expect(state).toBe('beforeBody')
  const [item] = await itemsOfMeeting(workspace.deps.read, second.id)
  expect(item).toMatchObject({
    type: 'minutesApproval',
    subject: { kind: 'minutesVersion', id: version?.id, digest: version?.digest },
  })
})

test('[M5] approved by a simple majority they are sealed at once, and their meeting is recorded', async () => {
  const { first, vote } = await underVote()
  await vote({ ...all('NO'), s1: 'YES', s2: 'YES', s3: 'YES', s4: 'YES' })
  const minutes = await minutesOf(first)
  expect(minutes).toMatchObject({ state: 'sealed', seal: { number: 1, previous: '0'.repeat(64) } })
  expect(minutes.chain).toEqual({ ok: true, links: 1 })
  expect(await acts(minutes.id ?? '')).toEqual([
    'minutes.opened',
    'minutes.circulated',
    'minutes.putBefore',
    'minutes.approved',
    'minutes.sealed',
  ])
  expect(await acts(first.id)).toEqual(['meeting.recorded'])
})

test('[M5] refused they are corrected: their words are open again, and the vote says so to open sockets', async () => {
  const { first, vote } = await underVote()
  expect(await rightOn(first.id, 'secretariat')).toEqual({ access: 'read', frozen: true })
  await vote(all('NO'))
  expect((await minutesOf(first)).state).toBe('corrections')
  expect(await rightOn(first.id, 'secretariat')).toEqual({ access: 'edit', frozen: false })
  expect(workspace.events.filter(event => event.type === 'accessChanged').length).toBeGreaterThan(1)
})

test.each([
  ['a tie', { ...all('YES'), n1: 'NO', n2: 'NO', p1: 'NO', s4: 'ABSTAIN' } as const],
  ['too few seats', { s1: 'YES' } as const],
])('[M5] after %s they wait for the next meeting', async (_what, choices) => {
  const { first, second, vote } = await underVote()
  await vote(choices)
  expect((await minutesOf(first)).state).toBe('circulated')
  await adjourn(second)
  const third = await convene()
  expect((await minutesOf(first)).state).toBe('beforeBody')
  await begin(third)
  // After a tie one new vote may follow, when seats have had time to talk.
  workspace.advance(30 * 24 * hourMs)
  await approve(third, first)
  expect((await minutesOf(first)).state).toBe('sealed')
})

test('[M5] a meeting that does not reach them leaves them circulated, and the next one has them first', async () => {
  const first = await circulated()
  const second = await convene()
  await begin(second)
  await adjourn(second)
  expect((await minutesOf(first)).state).toBe('circulated')
  expect(await acts((await minutesOf(first)).id ?? '')).toContain('minutes.released')
  const third = await convene()
  const [item] = await itemsOfMeeting(workspace.deps.read, third.id)
  expect(item?.type).toBe('minutesApproval')
})

test('[M5] an item that another has replaced takes nothing back', async () => {
  const first = await circulated()
  const second = await convene()
  const [stale] = await itemsOfMeeting(workspace.deps.read, second.id)
  if (!stale) throw new Error('no item')
  const { deps } = workspace
  await deps.transaction(tx => minutesPort.takenBack(tx, deps, stale))
  await convene()
  await deps.transaction(tx => minutesPort.takenBack(tx, deps, stale))
  expect((await minutesOf(first)).state).toBe('beforeBody')
})

test('[M5, V4] a vote by correspondence goes on when the meeting ends without reaching them', async () => {
  const first = await circulated()
  const second = await convene()
  await begin(second)
  const { version } = await minutesOf(first)
  const opened = await openMotion(workspace.deps, subjects(), await actor('secretariat'), {
    subjectKind: 'minutesVersion',
    subjectId: version?.id ?? '',
    closesAt: workspace.deps.now() + 2 * hourMs,
    mode: 'correspondence',
  })
  if (!opened.ok) throw new Error(opened.problem.type)
  await adjourn(second)
  expect((await minutesOf(first)).state).toBe('beforeBody')
  await decide(opened.value, version?.digest ?? '', all('YES'))
  expect((await minutesOf(first)).state).toBe('sealed')
})

test('[M5, V4] only what was circulated last, and only while it is before the body, can be put to the vote', async () => {
  const first = await circulated()
  const { version: older } = await minutesOf(first)
  const open = async (subjectId: string) =>
    openMotion(workspace.deps, subjects(), await actor('nationalCoordinator'), {
      subjectKind: 'minutesVersion',
      subjectId,
      closesAt: workspace.deps.now() + hourMs,
      mode: 'meeting',
      roll: [],
    })
  expect(await open(older?.id ?? '')).toMatchObject({ problem: { type: 'subject-not-votable' } })
  expect(await takeUpMinutes(workspace.deps, await actor('secretariat'), first.id)).toMatchObject({ ok: true })
  await write(first.id, 'Corrected.')
  expect(await circulate(first)).toMatchObject({ ok: true })
  await convene()
  expect(await open(older?.id ?? '')).toMatchObject({ problem: { type: 'subject-not-votable' } })
})

test('[M5] each seal covers the one before', async () => {
  const { first, second } = await sealed()
  await adjourn(second)
  await circulate(second)
  const third = await convene()
  await begin(third)
  await approve(third, second)
  const [one, two] = [await minutesOf(first), await minutesOf(second)]
  expect(two.seal).toMatchObject({ number: 2, previous: one.seal?.seal })
  expect(two.chain).toEqual({ ok: true, links: 2 })
  expect((await entriesOn(two.id ?? '')).at(-1)?.facts).toMatchObject({ number: 2, previous: one.seal?.seal })
})
