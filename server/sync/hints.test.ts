import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { LiveMessage } from '#shared/wire'
import { createHints } from './hints.ts'

const restMs = 100
const vote = { topic: 'motion', id: 'm1' } as const satisfies LiveMessage
const other = { topic: 'motion', id: 'm2' } as const satisfies LiveMessage

describe('hints', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  function begin() {
    const told: LiveMessage[] = []
    return { told, hints: createHints(hint => told.push(hint), restMs) }
  }

  test('the first is told at once, and each thing has a rest of its own', () => {
    const { told, hints } = begin()
    hints.give(vote)
    hints.give(other)
    expect(told).toEqual([vote, other])
  })

  test('what follows within the rest is told once, when it is over, and then there is a rest again', () => {
    const { told, hints } = begin()
    for (let ballot = 0; ballot < 200; ballot++) hints.give(vote)
    expect(told).toEqual([vote])
    vi.advanceTimersByTime(restMs)
    expect(told).toEqual([vote, vote])
    hints.give(vote)
    expect(told).toEqual([vote, vote])
    vi.advanceTimersByTime(restMs)
    expect(told).toEqual([vote, vote, vote])
  })

  test('after a rest in which nothing happened, nothing is told and the next is told at once', () => {
    const { told, hints } = begin()
    hints.give(vote)
    vi.advanceTimersByTime(restMs)
    expect(told).toEqual([vote])
    hints.give(vote)
    expect(told).toEqual([vote, vote])
  })

  test('nothing is told once it is closed', () => {
    const { told, hints } = begin()
    hints.give(vote)
    hints.give(vote)
    hints.close()
    vi.advanceTimersByTime(restMs)
    expect(told).toEqual([vote])
    expect(vi.getTimerCount()).toBe(0)
  })
})
