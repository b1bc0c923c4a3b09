import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalSection } from '#shared/plan'
import { narrativeSchema } from '#shared/narrative'
import { applyAmendment } from './apply.ts'
import type { Change } from './amendment.ts'
import { occurrencesOf, passageAt, passagesOf, quotable, wordsOf } from './passage.ts'
import { inSentence } from './sentence.ts'
import { changeIn, footnote, paragraph, section, sections, strong } from './testing.ts'

const text = section(
  paragraph('The ', strong('police and the courts'), ' act together. The courts decide.'),
  paragraph('Shelters', footnote('Also for men.'), ' are open.'),
)

function change(quote: string, replacement: string, place: Change['place'] = [0]): Change {
  return { place, quote, replacement }
}

describe('applying an amendment', () => {
  test('[A2] words are exchanged; marks around them stay, also within what was quoted', () => {
    const amended = applyAmendment(text, {
      changes: [change('police and the courts act', 'police and the prosecutors act')],
    })
    expect(amended).toMatchObject({
      ok: true,
      value: section(
        paragraph('The ', strong('police and the prosecutors'), ' act together. The courts decide.'),
        ...(text.narrative.content ?? []).slice(1),
      ),
    })
  })

  test('[A2] words at the edge of bold ones are not bold; a block without words is left empty', () => {
    const edge = applyAmendment(section(paragraph('We ', strong('act'), ' now')), {
      changes: [change('We act', 'We all act')],
    })
    expect(edge).toMatchObject({
      ok: true,
      value: { narrative: { content: [paragraph('We all ', strong('act'), ' now')] } },
    })
    const emptied = applyAmendment(section(paragraph('Gone.')), { changes: [change('Gone.', '')] })
    expect(emptied).toEqual({ ok: true, value: section({ type: 'paragraph' }) })
  })

  test('[A2] a footnote keeps its place while words before it change', () => {
    const changes = [change('Shelters', 'Safe houses', [1]), change('men', 'children', [1, 0])]
    const amended = applyAmendment(text, { changes })
    expect(amended.ok && amended.value.narrative.content?.[1]).toEqual(
      paragraph('Safe houses', footnote('Also for children.'), ' are open.'),
    )
  })

  test.each([
    {
      why: 'words that are not there',
      changes: [change('judges', 'courts')],
      problem: { type: 'words-not-found', change: 0 },
    },
    {
      why: 'words across a footnote',
      changes: [change('Shelters are', '', [1])],
      problem: { type: 'words-not-found', change: 0 },
    },
    {
      why: 'a place that is not there',
      changes: [change('The', 'A', [7])],
      problem: { type: 'words-not-found', change: 0 },
    },
    { why: 'no words', changes: [change('', 'A')], problem: { type: 'words-not-found', change: 0 } },
    {
      why: 'words that stand there twice',
      changes: [change('courts', 'judges')],
      problem: { type: 'words-found-twice', change: 0 },
    },
    {
      why: 'two changes of the same words',
      changes: [change('police and', 'judges and'), change('and the courts act', 'acts')],
      problem: { type: 'changes-overlap', change: 1 },
    },
    { why: 'what stands there already', changes: [change('act', 'act')], problem: { type: 'nothing-changed' } },
  ])('[A2] $why: refused', ({ changes, problem }) => {
    expect(applyAmendment(text, { changes })).toEqual({ ok: false, problem })
  })
})

describe('laws', () => {
  test('[A2] reading what was applied gives exactly the replacement, in a text that the schema accepts', () => {
    fc.assert(
      fc.property(
        sections.chain(content => fc.tuple(fc.constant(content), changeIn(content))),
        ([content, { place, quote, replacement }]) => {
          const amended = applyAmendment(content, { changes: [{ place, quote, replacement }] })
          if (!amended.ok) return
          const before = passageAt(content.narrative, place)
          const after = passageAt(amended.value.narrative, place)
          expect(after && wordsOf(after)).toBe(before && wordsOf(before).replace(quote, () => replacement))
          const read = narrativeSchema.nodeFromJSON(amended.value.narrative)
          read.check()
          expect(amended.value.narrative).toEqual(read.toJSON())
        },
      ),
    )
  })

  test('[V4] amendments that share no words commute', () => {
    fc.assert(
      fc.property(
        sections.chain(content => fc.tuple(fc.constant(content), changeIn(content), changeIn(content))),
        ([content, one, other]) => {
          const inOrder = (first: Change, second: Change) => {
            const amended = applyAmendment(content, { changes: [first] })
            return amended.ok ? applyAmendment(amended.value, { changes: [second] }) : amended
          }
          const [there, back] = [inOrder(one, other), inOrder(other, one)]
          const apart = applyAmendment(content, { changes: [one, other] }).ok
          if (apart && there.ok && back.ok) expect(canonicalSection(there.value)).toBe(canonicalSection(back.value))
        },
      ),
    )
  })

  test('[A2] a selection is widened until it stands once, and no further than its passage', () => {
    fc.assert(
      fc.property(sections, fc.nat(), fc.nat(), (content, from, length) => {
        const [passage] = passagesOf(content.narrative)
        if (!passage) return
        const start = from % passage.words.length
        const quote = quotable(passage.words, start, start + length)
        if (quote !== null) expect(occurrencesOf(quote, passage.words)).toHaveLength(1)
      }),
    )
  })
})

describe('a change in its sentence', () => {
  test.each([
    {
      quote: 'together',
      replacement: 'together and at once',
      shown: ['police and the courts act together', '', ' and at once', '. '],
    },
    { quote: 'decide', replacement: 'decided', shown: ['The courts ', 'decide', 'decided', '.'] },
  ])('[A2] $quote → $replacement', ({ quote, replacement, shown }) => {
    const found = inSentence(text.narrative, change(quote, replacement))
    expect(found).toEqual({
      before: expect.stringMatching(`${shown[0]}$`),
      goes: shown[1],
      comes: shown[2],
      after: shown[3],
    })
  })
})
