import { describe, expect, test } from 'vitest'
import { organisationKinds } from '#shared/people'
import { childrenTemplate, napTemplate } from '#shared/plan/template'
import { isVoting } from './seat.ts'
import { defaultThematicGroups, nwgComposition } from './template.ts'

const linesOf = (kind: string) => nwgComposition.filter(line => line.kind === kind)

describe('the composition of a new National Working Group', () => {
  test.each([
    { kind: 'ministry', count: 8, constituency: 'STATE' },
    { kind: 'publicBody', count: 4, constituency: 'STATE' },
    { kind: 'research', count: 1, constituency: 'STATE' },
    { kind: 'childAgency', count: 1, constituency: 'STATE' },
    { kind: 'socialPartner', count: 3, constituency: 'PARTNER' },
    { kind: 'ngo', count: 2, constituency: 'NGO' },
    { kind: 'io', count: 1, constituency: 'OBSERVER' },
  ])('[G9] $count lines of kind $kind sit as $constituency', ({ kind, count, constituency }) => {
    expect(linesOf(kind).map(line => line.constituency)).toEqual(Array(count).fill(constituency))
  })

  test('[G9] no line occurs twice, and every kind of organisation has one', () => {
    expect(new Set(nwgComposition.map(line => line.key)).size).toBe(nwgComposition.length)
    expect(new Set(nwgComposition.map(line => line.label)).size).toBe(nwgComposition.length)
    expect(new Set<string>(nwgComposition.map(line => line.kind))).toEqual(new Set<string>(organisationKinds))
  })

  test('[G4] only international organisations observe', () => {
    expect(nwgComposition.filter(line => !isVoting(line.constituency))).toEqual(linesOf('io'))
  })
})

describe('the thematic groups of a new workspace', () => {
  test('[G8] are prevention, protection, prosecution and children', () => {
    expect(defaultThematicGroups.map(group => group.code)).toEqual([
      'prevention',
      'protection',
      'prosecution',
      'children',
    ])
  })

  test('[G8] each of them owns sections of a new plan, and nobody else does but the NWG', () => {
    const owners = new Set([...napTemplate, ...childrenTemplate].map(section => section.owner))
    expect(owners).toEqual(new Set(['nwg', ...defaultThematicGroups.map(group => group.code)]))
  })
})
