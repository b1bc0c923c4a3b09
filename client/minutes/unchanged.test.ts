import { createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { createUnchanged } from './unchanged.ts'

test('[M5] of a list fetched again, entries that are as they were stay the same objects', () => {
  createRoot(dispose => {
    const [list, setList] = createSignal([
      { id: 'a', state: 'proposed' },
      { id: 'b', state: 'proposed' },
    ])
    const kept = createUnchanged(list)
    const [first, second] = kept()
    setList([
      { id: 'a', state: 'proposed' },
      { id: 'b', state: 'accepted' },
    ])
    expect(kept()[0]).toBe(first)
    expect(kept()[1]).not.toBe(second)
    expect(kept()[1]).toEqual({ id: 'b', state: 'accepted' })
    dispose()
  })
})
