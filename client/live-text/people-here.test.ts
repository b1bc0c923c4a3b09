import { describe, expect, test } from 'vitest'
import { peopleIn } from './people-here.ts'

describe('who is here', () => {
  test('[A5] a person with two tabs is here once, in the colour of the cursor', () => {
    const ana = { name: 'Ana', organisation: 'Shelter' }
    expect(peopleIn([{ user: ana }, { user: { ...ana, color: '#0b5cad' } }, { user: ana }])).toEqual([
      { ...ana, color: '#0b5cad' },
    ])
  })

  test.each([
    { state: null },
    { state: {} },
    { state: { user: 'Ana' } },
    { state: { user: { name: 7 } } },
    { state: { cursor: {} } },
  ])('[A5] $state is nobody', ({ state }) => {
    expect(peopleIn([state])).toEqual([])
  })

  test('[A5] a colour that is no colour is not put into the page', () => {
    expect(peopleIn([{ user: { name: 'Ana', color: 'url(//elsewhere)' } }])).toEqual([
      { name: 'Ana', organisation: '', color: null },
    ])
  })
})
