import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { asId, sha256Hex, type SectionId } from '#shared/core'
import { narrativeJSON, seedNarrative } from '#shared/narrative'
import { canonicalSection, parseSection, sectionContent, sectionDigest } from './content.ts'
import { readFramework, seedFramework } from './framework/index.ts'

function build(change: { readonly text?: string; readonly objective?: string; readonly code?: string } = {}) {
  const doc = new Y.Doc()
  seedNarrative(doc.getXmlFragment('narrative'), [{ type: 'paragraph', text: change.text ?? 'We act together.' }])
  seedFramework(doc, [
    {
      id: 'goal',
      text: 'One goal',
      indicators: [{ id: 'i', text: 'Measured' }],
      objectives: [{ id: 'o', text: change.objective ?? 'Do it', dependsOn: ['s2/x'], indicators: [] }],
    },
  ])
  const narrative = narrativeJSON(doc.getXmlFragment('narrative'))
  if (!narrative.ok) throw new Error('unreadable')
  return sectionContent({
    plan: 'nap',
    section: {
      id: asId<SectionId>('s1'),
      code: change.code ?? 'C.1.1',
      title: 'Co-ordination',
      kind: 'issue',
      component: 1,
    },
    narrative: narrative.value,
    framework: readFramework(doc),
  })
}

describe('canonical content of a section', () => {
  test('[E1] its form is pinned: a change of it is another format', () => {
    expect(canonicalSection(build())).toBe(
      '{"format":"plenary/section/1","framework":{"goals":[{"id":"goal","indicators":[{"id":"i","text":"Measured"}],' +
        '"objectives":[{"dependsOn":["s2/x"],"id":"o","indicators":[],"letter":"a","text":"Do it"}],' +
        '"targetDate":null,"text":"One goal"}]},"narrative":{"content":[{"content":[{"text":"We act together.",' +
        '"type":"text"}],"type":"paragraph"}],"type":"doc"},"plan":"nap","section":{"code":"C.1.1","component":1,' +
        '"id":"s1","kind":"issue","title":"Co-ordination"}}',
    )
  })

  test('[E1] the digest is that of the canonical text, and the text reads back', () => {
    const text = canonicalSection(build())
    expect(sectionDigest(build())).toBe(sha256Hex(text))
    expect(parseSection(text)).toEqual(build())
  })

  test.each([
    { what: 'a character of the text', change: { text: 'We act together!' } },
    { what: 'an objective', change: { objective: 'Do it well' } },
    { what: 'the code', change: { code: 'C.1.2' } },
  ])('[E1] $what changes the digest', ({ change }) => {
    expect(sectionDigest(build(change))).not.toBe(sectionDigest(build()))
  })

  test.each(['', 'no JSON', 'null', '[]', '{"format":"plenary/section/2"}'])('[E1] %j is no section', text => {
    expect(parseSection(text)).toBeNull()
  })
})
