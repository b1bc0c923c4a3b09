import { describe, expect, test } from 'vitest'
import { childrenTemplate, components, napTemplate, type TemplateObjective, type TemplateSection } from './index.ts'

const templates = [
  { name: 'National Action Plan', template: napTemplate },
  { name: 'children’s plan', template: childrenTemplate },
]

const objectivesOf = (sections: readonly TemplateSection[]) => sections.flatMap(s => s.goals).flatMap(g => g.objectives)

function countsOf(sections: readonly TemplateSection[]) {
  const goals = sections.flatMap(section => section.goals)
  const objectives = objectivesOf(sections)
  return {
    goals: goals.length,
    objectives: objectives.length,
    goalIndicators: goals.flatMap(goal => goal.indicators).length,
    objectiveIndicators: objectives.flatMap(objective => objective.indicators).length,
    links: objectives.flatMap(objective => objective.dependsOn).length,
  }
}

/** Keys left over when objectives whose dependencies are all met are taken away, again and again: the cycles. */
function keysInCycles(objectives: readonly TemplateObjective[]): readonly string[] {
  const open = new Map(objectives.map(objective => [objective.key, objective]))
  for (;;) {
    const met = [...open.values()].filter(objective => !objective.dependsOn.some(key => open.has(key)))
    if (met.length === 0) return [...open.keys()]
    for (const objective of met) open.delete(objective.key)
  }
}

function textsOf(section: TemplateSection): readonly string[] {
  return [
    section.title,
    ...section.narrative.flatMap(block =>
      block.type === 'empty' ? [] : block.type === 'list' ? block.items : [block.text],
    ),
    ...section.goals.flatMap(goal => [goal.text, ...goal.indicators]),
    ...objectivesOf([section]).flatMap(objective => [
      objective.text,
      ...objective.indicators,
      objective.note ?? 'none',
    ]),
  ]
}

describe('the template of the National Action Plan', () => {
  test('[P1] has four components, numbered 1 to 4', () => {
    expect(components.map(component => component.number)).toEqual([1, 2, 3, 4])
    expect(new Set(napTemplate.map(section => section.component))).toEqual(new Set([null, 1, 2, 3, 4]))
  })

  test('[P2] has preamble, background, principles and the 20 issues, in order', () => {
    expect(napTemplate.map(section => section.key).join(' ')).toBe(
      'B.1 B.2 B.3 C.1.1 C.1.2 C.1.3 C.1.4 C.1.5 C.1.6 C.2.1 C.2.2 C.2.3 ' +
        'C.3.1 C.3.2 C.3.3 C.3.4 C.3.5 C.4.1 C.4.2 C.4.3 C.4.4 C.4.5 C.4.6',
    )
  })

  test('[P2] the background has four parts, each with its guiding questions', () => {
    const background = napTemplate
      .filter(section => section.kind === 'background')
      .flatMap(section => section.narrative)
    expect(background.filter(block => block.type === 'heading').map(block => block.level)).toEqual([2, 2, 2, 2])
    expect(background.filter(block => block.type === 'list').map(block => block.items.length)).toEqual([7, 8, 6, 4])
  })

  test('[P2] there are five guiding principles', () => {
    const principles = napTemplate
      .filter(section => section.kind === 'principles')
      .flatMap(section => section.narrative)
    expect(principles.filter(block => block.type === 'heading' && block.level === 2)).toHaveLength(5)
  })

  test('[P4] holds 20 goals, 74 objectives, 159 indicators and 18 links', () => {
    const counts = countsOf(napTemplate)
    expect(counts).toEqual({ goals: 20, objectives: 74, goalIndicators: 38, objectiveIndicators: 121, links: 18 })
    expect(counts.goalIndicators + counts.objectiveIndicators).toBe(159)
  })

  test.each([
    { component: 1, goals: 6, objectives: 33, goalIndicators: 8, objectiveIndicators: 59, links: 5 },
    { component: 2, goals: 3, objectives: 12, goalIndicators: 4, objectiveIndicators: 22, links: 1 },
    { component: 3, goals: 5, objectives: 12, goalIndicators: 9, objectiveIndicators: 18, links: 5 },
    { component: 4, goals: 6, objectives: 17, goalIndicators: 17, objectiveIndicators: 22, links: 7 },
  ])('[P4] component $component holds $goals goals and $objectives objectives', ({ component, ...expected }) => {
    expect(countsOf(napTemplate.filter(section => section.component === component))).toEqual(expected)
  })

  test.each([
    { from: 'C.3.3/o1', to: 'C.1.2/o5', because: 'assistance rests on the right to assistance' },
    { from: 'C.4.3/o2', to: 'C.1.2/o4', because: 'prosecution rests on the criminal offence' },
    { from: 'C.1.1/o2', to: 'C.1.2/o12', because: 'co-ordination rests on its legal basis' },
    { from: 'C.1.1/o4', to: 'C.1.2/o12', because: 'agreements rest on that basis too' },
  ])('[P4] $from depends on $to and says why: $because', ({ from, to }) => {
    const objective = objectivesOf(napTemplate).find(candidate => candidate.key === from)
    expect(objective?.dependsOn).toEqual([to])
    expect(objective?.note).toBeDefined()
  })

  test.each([
    { keys: /^B\./, owner: 'nwg' },
    { keys: /^C\.1\./, owner: 'nwg' },
    { keys: /^C\.2\./, owner: 'prevention' },
    { keys: /^C\.3\./, owner: 'protection' },
    { keys: /^C\.4\./, owner: 'prosecution' },
  ])('[G8] sections $keys belong to $owner', ({ keys, owner }) => {
    const owners = napTemplate.filter(section => keys.test(section.key)).map(section => section.owner)
    expect(new Set(owners)).toEqual(new Set([owner]))
  })
})

describe('the template of the children’s plan', () => {
  test('[P8] is complete and belongs to the Children’s group throughout', () => {
    expect(childrenTemplate.map(section => section.key)).toEqual(['B.1', 'B.2', 'B.3', 'C.1', 'C.2', 'C.3', 'C.4'])
    expect(childrenTemplate.map(section => section.component)).toEqual([null, null, null, 1, 2, 3, 4])
    expect(new Set(childrenTemplate.map(section => section.owner))).toEqual(new Set(['children']))
  })

  test.each(
    childrenTemplate.filter(section => section.kind === 'issue').map(section => ({ section, key: section.key })),
  )('[P8] $key has one goal and two to four objectives', ({ section }) => {
    expect(section.goals).toHaveLength(1)
    expect(objectivesOf([section]).length).toBeGreaterThanOrEqual(2)
    expect(objectivesOf([section]).length).toBeLessThanOrEqual(4)
  })
})

describe.each(templates)('the template of the $name', ({ template }) => {
  test('[P4] no key occurs twice, and an objective’s key says its section and place', () => {
    const sectionKeys = template.map(section => section.key)
    expect(new Set(sectionKeys).size).toBe(sectionKeys.length)
    for (const section of template) {
      const keys = objectivesOf([section]).map(objective => objective.key)
      expect(keys).toEqual(keys.map((_, index) => `${section.key}/o${index + 1}`))
    }
  })

  test('[P4] every link leads to an objective of the template, never to itself', () => {
    const keys = new Set(objectivesOf(template).map(objective => objective.key))
    for (const objective of objectivesOf(template)) {
      expect(objective.dependsOn.filter(key => !keys.has(key) || key === objective.key)).toEqual([])
    }
  })

  test('[P4] no objective depends on itself by a detour', () => {
    expect(keysInCycles(objectivesOf(template))).toEqual([])
  })

  test('[P3] every goal and every objective has an indicator', () => {
    for (const part of [...template.flatMap(section => section.goals), ...objectivesOf(template)]) {
      expect(part.indicators.length).toBeGreaterThan(0)
    }
  })

  test('[P3] only issues have goals, and no text is blank or carries stray space', () => {
    for (const section of template) {
      expect(section.goals.length > 0).toBe(section.kind === 'issue')
      for (const text of textsOf(section)) expect(text).toMatch(/^\S(.*\S)?$/)
    }
  })
})
