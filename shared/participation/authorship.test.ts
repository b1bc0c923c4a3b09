import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyAmendment, letterExchanges, type Change } from '#shared/amendment'
import { asId, dayMs, type SectionId } from '#shared/core'
import { lettersOf, narrativeJSON, seedNarrative, type NarrativeNode } from '#shared/narrative'
import { sectionFormat, type SectionContent } from '#shared/plan'
import { readFramework, seedFramework } from '#shared/plan/framework'
import {
  authorAt,
  exchanged,
  frozenLetters,
  lengthOf,
  ngoShareOf,
  noText,
  shareOf,
  type Held,
  type Run,
} from './authorship.ts'
import { readWritten, type LogEntry } from './written.ts'

const paragraph = (...content: readonly NarrativeNode[]): NarrativeNode => ({ type: 'paragraph', content })
const word = (text: string, ...marks: readonly string[]): NarrativeNode => ({
  type: 'text',
  ...(marks.length > 0 && { marks: marks.map(type => ({ type })) }),
  text,
})
const footnote = (text: string): NarrativeNode => ({ type: 'footnote', content: [word(text)] })

function frozen(content: readonly NarrativeNode[]): SectionContent {
  const id = asId<SectionId>('s')
  return {
    format: sectionFormat,
    plan: 'nap',
    section: { id, code: 'C.1.1', title: 'A section', kind: 'issue', component: 1 },
    narrative: { type: 'doc', content },
    framework: { goals: [] },
  }
}

/** Writers in one text, each under a number of its own; what they do is one entry of the log. */
class Writing {
  readonly entries: LogEntry[] = []
  readonly #doc = new Y.Doc()

  /** @param client whose number the change is made under */
  by(client: number, at: number, work: (doc: Y.Doc) => void): void {
    const own = new Y.Doc()
    Y.applyUpdate(own, Y.encodeStateAsUpdate(this.#doc))
    // Yjs takes another number where it is given its own from elsewhere.
    own.clientID = client
    const before = Y.encodeStateVector(own)
    own.transact(() => work(own))
    const bytes = Y.encodeStateAsUpdate(own, before)
    Y.applyUpdate(this.#doc, bytes)
    this.entries.push({ at, bytes })
  }

  /** What a version would freeze of it now. */
  freeze(): string {
    const narrative = narrativeJSON(this.#doc.getXmlFragment('narrative'))
    if (!narrative.ok) throw new Error('a narrative')
    return (
      lettersOf(narrative.value) +
      readFramework(this.#doc)
        .goals.map(goal => goal.text)
        .join('')
    )
  }
}

function firstText(doc: Y.Doc): Y.XmlText {
  const [text] = [...doc.getXmlFragment('narrative').createTreeWalker(node => node instanceof Y.XmlText)]
  if (!(text instanceof Y.XmlText)) throw new Error('the narrative has a text')
  return text
}
const typed = (place: number, words: string) => (doc: Y.Doc) => firstText(doc).insert(place, words)

function begun(words: string): Writing {
  const writing = new Writing()
  writing.by(1, 0, doc => seedNarrative(doc.getXmlFragment('narrative'), [{ type: 'paragraph', text: words }]))
  return writing
}
const authorsOf = (writing: Writing, text: string | null = null) =>
  readWritten(writing.entries, text)?.runs.map(({ author, length }) => `${author.client}@${author.at}:${length}`)

describe('who wrote the letters of a text', () => {
  test('[A5] each letter has the number and the moment it came with; what was deleted is not counted', () => {
    const writing = begun('Shelters')
    writing.by(2, 10, typed(8, ' exist'))
    writing.by(3, 20, doc => firstText(doc).delete(0, 4))
    writing.by(2, 30, typed(0, 'Wat'))
    expect(readWritten(writing.entries, null)?.text).toBe('Watters exist')
    expect(authorsOf(writing)).toEqual(['2@30:3', '1@0:4', '2@10:6'])
  })

  test('[A5] what one person types in one go at two moments is told apart', () => {
    const writing = new Writing()
    writing.by(7, 1, doc => seedNarrative(doc.getXmlFragment('narrative'), [{ type: 'paragraph', text: 'ab' }]))
    writing.by(7, 2, typed(2, 'cd'))
    writing.by(7, 3, typed(4, 'ef'))
    expect(authorsOf(writing)).toEqual(['7@1:2', '7@2:2', '7@3:2'])
  })

  test('[A5] [P3] goals are part of the text', () => {
    const writing = begun('Text.')
    writing.by(4, 5, doc => seedFramework(doc, [{ id: 'goal-1', text: 'A goal', indicators: [], objectives: [] }]))
    expect(authorsOf(writing, writing.freeze())).toEqual(['1@0:5', '4@5:6'])
  })

  test('[E1] of a frozen text the letters are those it was frozen with: what came in meanwhile is left out', () => {
    const writing = begun('Shelters')
    writing.by(2, 10, typed(8, ' exist'))
    const text = writing.freeze()
    writing.by(3, 11, typed(14, '!'))
    writing.by(3, 11, typed(15, '!'))
    expect(authorsOf(writing, text)).toEqual(['1@0:8', '2@10:6'])
  })

  test('[A5] a text that its log does not make, or a log that cannot be applied, has no author that anybody could name', () => {
    const writing = begun('Shelters')
    expect(readWritten(writing.entries, 'Other words')).toBeNull()
    writing.by(2, 10, typed(8, ' exist'))
    expect(readWritten(writing.entries.slice(1), null)).toBeNull()
    expect(readWritten([{ at: 0, bytes: new Uint8Array([9, 9, 9]) }], null)).toBeNull()
  })

  test('[A5] laws: runs add up to the text, and each letter is its writer’s', () => {
    const act = fc.record({
      client: fc.integer({ min: 2, max: 5 }),
      place: fc.nat(40),
      cut: fc.nat(3),
      words: fc.nat(4),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), acts => {
        const writing = begun('0000')
        for (const [at, { client, place, cut, words }] of acts.entries()) {
          writing.by(client, at + 1, doc => {
            const text = firstText(doc)
            const start = Math.min(place, text.length)
            text.delete(start, Math.min(cut, text.length - start))
            text.insert(start, String(client).repeat(words))
          })
        }
        const written = readWritten(writing.entries, writing.freeze())
        const expected = written?.runs
          .map(({ author, length }) => String(author.client === 1 ? 0 : author.client).repeat(length))
          .join('')
        expect(expected).toBe(written?.text)
      }),
    )
  })
})

describe('a text that an amendment made', () => {
  const content = frozen([
    paragraph(word('Shelters '), word('may', 'strong'), footnote('See C.3.'), word(' be opened by NGOs.')),
    paragraph(word('They are paid for.')),
  ])
  const runs: readonly Run<string>[] = [{ author: 'writer', length: frozenLetters(content).length }]
  const change = (place: readonly number[], quote: string, replacement: string): Change => ({
    place,
    quote,
    replacement,
  })

  test.each([
    { changes: [change([0], 'be opened', 'be kept open')], shown: 'kept open' },
    { changes: [change([0, 0], 'C.3.', 'C.4.')], shown: '4' },
    { changes: [change([1], 'They are paid for.', 'They are paid for by the State.')], shown: ' by the State' },
    {
      changes: [change([0], 'Shelters may', 'Shelters shall'), change([1], 'paid', 'staffed')],
      shown: 'shall, staffed',
    },
    { changes: [change([1], 'They are paid for.', '')], shown: '' },
  ])('[A5] [A2] of $changes only “$shown” is of whoever proposed it', ({ changes, shown }) => {
    const applied = applyAmendment(content, { changes })
    const exchanges = letterExchanges(content, changes)
    if (!applied.ok || !exchanges.ok) throw new Error('the amendment fits')
    const after = frozenLetters(applied.value)
    const found = exchanged(runs, exchanges.value, 'proposer')
    expect(found.reduce((sum, run) => sum + run.length, 0)).toBe(after.length)
    let at = 0
    const own = found.flatMap(({ author, length }) => {
      at += length
      return author === 'proposer' ? [after.slice(at - length, at)] : []
    })
    expect(own.join(', ')).toBe(shown)
  })
})

describe('as what somebody wrote', () => {
  const seat = (as: Held['as'], from: number, until: number | null = null, inGroup = true): Held => ({
    ...{ as, inGroup },
    from: from * dayMs,
    until: until === null ? null : until * dayMs,
  })
  test.each([
    { held: [seat('NGO', 0)], author: 'NGO' },
    { held: [seat('OFFICE', 0)], author: 'OFFICE' },
    { held: [seat('OFFICE', 0), seat('STATE', 0)], author: 'STATE' },
    // The seat of that moment, whatever the person holds today.
    { held: [seat('NGO', 0, 11), seat('STATE', 11)], author: 'NGO' },
    { held: [seat('NGO', 0, 10), seat('STATE', 10)], author: 'STATE' },
    { held: [seat('PARTNER', 0, null, false), seat('NGO', 0)], author: 'NGO' },
    { held: [seat('PARTNER', 0, null, false)], author: 'PARTNER' },
    { held: [seat('NGO', 11)], author: 'UNKNOWN' },
    { held: [], author: 'UNKNOWN' },
  ] as const)('[A5] on day 10 with $held: $author', ({ held, author }) => {
    expect(authorAt(held, 10 * dayMs)).toBe(author)
  })

  test.each([
    { letters: { NGO: 30, STATE: 70, TEMPLATE: 900 }, part: 0.3 },
    { letters: { NGO: 30, UNKNOWN: 70 }, part: 0.3 },
    { letters: { TEMPLATE: 900 }, part: null },
    { letters: {}, part: null },
  ])('[A5] of $letters the NGO seats wrote $part of what persons wrote', ({ letters, part }) => {
    expect(ngoShareOf({ ...noText, ...letters })).toBe(part)
  })

  test('[A5] shares add up to the text', () => {
    const share = shareOf([
      { author: 'NGO', length: 3 },
      { author: 'STATE', length: 4 },
      { author: 'NGO', length: 5 },
    ])
    expect(share).toMatchObject({ NGO: 8, STATE: 4, UNKNOWN: 0 })
    expect(lengthOf(share)).toBe(12)
  })
})
