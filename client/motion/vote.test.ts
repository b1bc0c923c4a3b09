// @vitest-environment jsdom
import { createRoot } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createVoteAlone } from './vote.ts'

const followed: string[] = []
const handlers = new Map<string, (floor: unknown) => void>()
vi.mock('#client/sync', () => ({
  onLive: () => () => undefined,
  followMeeting(id: string, handler: (floor: unknown) => void) {
    followed.push(id)
    handlers.set(id, handler)
    return () => handlers.delete(id)
  },
}))

const tally = (yes: number) => ({ seats: 9, yes, no: 0, abstain: 0, presentNotVoting: 0, recused: 0, notCast: 9 - yes })
const motion = {
  id: 'v1',
  cast: 0,
  tally: tally(0),
  dueAt: 1e15,
  serverNow: 0,
  meeting: { meetingId: 'm1', itemId: 'i1' },
}
const floorOf = (yes: number) => ({
  items: [{ motions: [{ id: 'v1', cast: yes, tally: tally(yes), tallyByConstituency: null }] }],
})

beforeEach(() => {
  followed.length = 0
  vi.stubGlobal('fetch', async () => Response.json(motion))
})
afterEach(() => vi.unstubAllGlobals())

test('a vote by itself follows its meeting once, and shows the count that the floor pushes', async () => {
  await createRoot(async dispose => {
    const vote = createVoteAlone('v1')
    await vi.waitFor(() => expect(followed).toEqual(['m1']))
    handlers.get('m1')?.(floorOf(3))
    handlers.get('m1')?.(floorOf(4))
    expect(vote.value()).toMatchObject({ cast: 4, tally: { yes: 4 } })
    expect(followed).toEqual(['m1'])
    dispose()
  })
  expect(handlers.size).toBe(0)
})
