import { expect, test } from 'vitest'
import { newsBetween, type Gist } from './news.ts'

const quiet: Gist = { state: 'inSession', item: null, speaker: null, votes: new Map() }
const item = (id: string) => ({ id, number: id, title: `Item ${id}`, type: 'discussion' as const })
const vote = (outcome: string | null) =>
  new Map([['m', { title: 'Item 1', type: 'discussion' as const, onAmendment: false, outcome }]])

test.each<[string, Gist, Gist, unknown[]]>([
  ['nothing happened', quiet, { ...quiet }, []],
  ['the session began', { ...quiet, state: 'convened' }, quiet, [{ kind: 'state', state: 'inSession' }]],
  [
    'another item',
    { ...quiet, item: item('1') },
    { ...quiet, item: item('2') },
    [{ kind: 'item', number: '2', title: 'Item 2', type: 'discussion' }],
  ],
  ['no item', { ...quiet, item: item('1') }, quiet, [{ kind: 'betweenItems' }]],
  ['the same item, renamed', { ...quiet, item: item('1') }, { ...quiet, item: { ...item('1'), title: 'New' } }, []],
  [
    'a vote was opened',
    quiet,
    { ...quiet, votes: vote(null) },
    [{ kind: 'voteOpened', motionId: 'm', title: 'Item 1', type: 'discussion', onAmendment: false }],
  ],
  [
    'a vote is over',
    { ...quiet, votes: vote(null) },
    { ...quiet, votes: vote('ADOPTED') },
    [{ kind: 'voteOver', motionId: 'm', title: 'Item 1', type: 'discussion', onAmendment: false, outcome: 'ADOPTED' }],
  ],
  ['a vote that was over long ago', quiet, { ...quiet, votes: vote('ADOPTED') }, []],
  ['somebody speaks', quiet, { ...quiet, speaker: { id: 'r', name: 'Ana' } }, [{ kind: 'speaker', name: 'Ana' }]],
  ['nobody speaks any more', { ...quiet, speaker: { id: 'r', name: 'Ana' } }, quiet, []],
])('[M2] %s', (_, before, after, news) => {
  expect(newsBetween(before, after)).toEqual(news)
})
