import { describe, expect, test } from 'vitest'
import { asId, type PlanId, type SectionId } from '#shared/core'
import { objectiveCode, sectionCodes } from './code.ts'
import { inPlanOrder, placeSection, type Section } from './plan.ts'
import type { ComponentNumber, SectionKind } from './states.ts'
import { childrenTemplate, napTemplate } from './template/index.ts'

function buildSection(id: string, kind: SectionKind, component: ComponentNumber | null, position: number): Section {
  const ids = { id: asId<SectionId>(id), planId: asId<PlanId>('plan'), groupId: asId<Section['groupId']>('group') }
  return { ...ids, kind, component, position, title: id, waived: null, frozen: null }
}

const sections = [
  buildSection('preamble', 'preamble', null, 0),
  buildSection('background', 'background', null, 1),
  buildSection('a', 'issue', 1, 2),
  buildSection('b', 'issue', 1, 3),
  buildSection('c', 'issue', 2, 4),
]

const codesOf = (list: readonly Section[]) => Object.fromEntries(sectionCodes('nap', list))

describe('codes of sections', () => {
  test('[P4] the model strategy’s codes come out of kind and order alone', () => {
    const coded = napTemplate.map(({ key, kind, component }) => ({ id: key, kind, component }))
    expect([...sectionCodes('nap', coded).values()]).toEqual(napTemplate.map(section => section.key))
  })

  test('[P8] the children’s plan counts for itself', () => {
    const coded = childrenTemplate.map(({ key, kind, component }) => ({ id: key, kind, component }))
    expect([...sectionCodes('children', coded).values()]).toEqual([
      'Ch.B.1',
      'Ch.B.2',
      'Ch.B.3',
      'Ch.C.1.1',
      'Ch.C.2.1',
      'Ch.C.3.1',
      'Ch.C.4.1',
    ])
  })

  test('[P2] an objective is named by its section and letter', () => {
    expect(objectiveCode('C.1.2', 'l')).toBe('C.1.2(l)')
  })

  test.each([
    { move: 'b to the front', id: 'b', component: 1, position: 0, codes: { b: 'C.1.1', a: 'C.1.2', c: 'C.2.1' } },
    { move: 'a to the end', id: 'a', component: 1, position: 9, codes: { b: 'C.1.1', a: 'C.1.2', c: 'C.2.1' } },
    { move: 'a to component 2', id: 'a', component: 2, position: 0, codes: { b: 'C.1.1', a: 'C.2.1', c: 'C.2.2' } },
    { move: 'c to component 4', id: 'c', component: 4, position: 0, codes: { a: 'C.1.1', b: 'C.1.2', c: 'C.4.1' } },
  ] as const)('[P2] $move: codes follow, sections stay', ({ id, component, position, codes }) => {
    const moved = placeSection(sections, asId<SectionId>(id), { component, position })
    expect(codesOf(moved)).toEqual({ preamble: 'B.1', background: 'B.2', ...codes })
    expect(moved.map(section => section.position)).toEqual([0, 1, 2, 3, 4])
    expect(inPlanOrder(moved)).toEqual(moved)
  })
})
