// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import type { Me } from '#shared/people'
import { isIn, placesFor } from './navigation.ts'

type Holder = Pick<Me, 'offices' | 'seats' | 'chairs'>
const nobody: Holder = { offices: [], seats: [], chairs: [] }
const me: Holder = { ...nobody, offices: ['rapporteur'] }
const secretariat: Holder = { ...nobody, offices: ['secretariat'] }

describe('the place an address lies in', () => {
  test.each([
    ['/', '/'],
    ['/plan', '/plan'],
    ['/plan/children', '/plan/children'],
    ['/sections/7', '/plan'],
    ['/versions/7', '/plan'],
    ['/plan-versions/7', '/plan'],
    ['/groups/7', '/groups'],
    ['/motions', '/motions'],
    ['/participation/2026/7', '/groups'],
    ['/meetings', '/meetings'],
    ['/meetings/7/room', '/meetings'],
    ['/record', '/record'],
  ])('%s lies in %s alone', (path, href) => {
    expect(
      placesFor(me)
        .filter(place => isIn(place, path))
        .map(place => place.href),
    ).toEqual([href])
  })
})

test('who has neither seat nor office is led nowhere they would be refused', () => {
  expect(placesFor(nobody).map(place => place.href)).toEqual(['/', '/published'])
})

test('at the foot of a telephone stand four places beside "More": five fit under a thumb', () => {
  for (const holder of [me, secretariat]) {
    expect(
      placesFor(holder)
        .filter(place => place.foot)
        .map(place => place.href),
    ).toEqual(['/', '/plan', '/meetings', '/motions'])
  }
})

test('only the Secretariat is shown the way to People', () => {
  expect(placesFor(me).map(place => place.href)).not.toContain('/people')
  expect(placesFor(secretariat).map(place => place.href)).toContain('/people')
})
