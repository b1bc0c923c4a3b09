import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { prosemirrorToYXmlFragment } from 'y-prosemirror'
import { narrativeJSON, readNarrative } from './from-yjs.ts'
import { renderNarrative } from './html.ts'
import type { NarrativeJson, NarrativeNode } from './json.ts'
import { headingsOf } from './json.ts'
import { isLinkTarget } from './link-target.ts'
import { narrativeSchema } from './schema.ts'
import { seedNarrative } from './seed.ts'
import { narrativeText } from './text.ts'

function fragmentOf(fill: (fragment: Y.XmlFragment) => void): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('narrative')
  fill(fragment)
  return fragment
}

function element(
  name: string,
  attrs: Record<string, unknown>,
  ...children: (Y.XmlElement | Y.XmlText)[]
): Y.XmlElement {
  const made: Y.XmlElement<{ [name: string]: never }> = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attrs)) made.setAttribute(key, value as never)
  made.insert(0, children)
  return made
}

const p = (...content: NarrativeNode[]): NarrativeNode =>
  content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }
const t = (text: string, ...marks: NarrativeNode['marks'] & object): NarrativeNode =>
  marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks }
const doc = (...content: NarrativeNode[]): NarrativeJson => ({ type: 'doc', content })
const cell = (type: 'table_cell' | 'table_header', text: string): NarrativeNode => ({
  type,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [p(t(text))],
})
const note = (text: string): NarrativeNode => ({ type: 'footnote', content: [t(text)] })

const documents: readonly { name: string; json: NarrativeJson; html: string; text: string }[] = [
  { name: 'an empty paragraph', json: doc(p()), html: '<p></p>', text: '' },
  {
    name: 'headings get ids in order',
    json: doc({ type: 'heading', attrs: { level: 3 }, content: [t('Aim')] }, p(t('One'))),
    html: '<h3 id="heading-1">Aim</h3><p>One</p>',
    text: 'Aim\n\nOne',
  },
  {
    name: 'marks nest in the order of the schema',
    json: doc(
      p(t('a '), t('b', { type: 'link', attrs: { href: 'https://example.org/?a=1&b=2' } }, { type: 'strong' }), t('.')),
    ),
    html: '<p>a <a href="https://example.org/?a=1&#38;b=2" rel="noopener noreferrer nofollow"><strong>b</strong></a>.</p>',
    text: 'a b.',
  },
  {
    name: 'a link inside the workspace stays in the workspace',
    json: doc(p(t('see', { type: 'link', attrs: { href: '#heading-2' } }))),
    html: '<p><a href="#heading-2">see</a></p>',
    text: 'see',
  },
  {
    name: 'lists, one within the other',
    json: doc({
      type: 'ordered_list',
      attrs: { order: 3 },
      content: [
        {
          type: 'list_item',
          content: [p(t('x')), { type: 'bullet_list', content: [{ type: 'list_item', content: [p(t('y'))] }] }],
        },
      ],
    }),
    html: '<ol start="3"><li><p>x</p><ul><li><p>y</p></li></ul></li></ol>',
    text: '3. x\n  - y',
  },
  {
    name: 'a table with a head and row headers',
    json: doc({
      type: 'table',
      content: [
        { type: 'table_row', content: [cell('table_header', 'Body'), cell('table_header', 'Task')] },
        { type: 'table_row', content: [cell('table_header', 'Labour'), cell('table_cell', 'Inspect')] },
      ],
    }),
    html:
      '<div class="narrative-table"><table><thead><tr><th scope="col"><p>Body</p></th><th scope="col"><p>Task</p></th></tr></thead>' +
      '<tbody><tr><th scope="row"><p>Labour</p></th><td><p>Inspect</p></td></tr></tbody></table></div>',
    text: 'Body\tTask\nLabour\tInspect',
  },
  {
    name: 'footnotes are numbered and link back',
    json: doc(p(t('Fact'), note('Source A'), t('.')), p(t('More'), note('Source B'))),
    html:
      '<p>Fact<sup class="footnote-reference"><a id="reference-1" href="#footnote-1" role="doc-noteref" aria-label="Footnote 1">1</a></sup>.</p>' +
      '<p>More<sup class="footnote-reference"><a id="reference-2" href="#footnote-2" role="doc-noteref" aria-label="Footnote 2">2</a></sup></p>' +
      '<section class="footnotes" role="doc-endnotes" aria-label="Footnotes"><ol>' +
      '<li id="footnote-1">Source A <a href="#reference-1" role="doc-backlink" aria-label="Back to the text, footnote 1">↩</a></li>' +
      '<li id="footnote-2">Source B <a href="#reference-2" role="doc-backlink" aria-label="Back to the text, footnote 2">↩</a></li>' +
      '</ol></section>',
    text: 'Fact[1].\n\nMore[2]\n\n[1] Source A\n\n[2] Source B',
  },
]

describe('a narrative', () => {
  test.each(documents)('survives the shared tree: $name', ({ json }) => {
    const fragment = fragmentOf(f => prosemirrorToYXmlFragment(narrativeSchema.nodeFromJSON(json), f))
    expect(narrativeJSON(fragment)).toEqual({ ok: true, value: json })
  })

  test.each(documents)('is rendered: $name', ({ json, html }) => {
    expect(renderNarrative(json)).toBe(html)
  })

  test.each(documents)('has a plain text: $name', ({ json, text }) => {
    expect(narrativeText(json)).toBe(text)
  })

  test('any document of the schema survives the shared tree', () => {
    fc.assert(
      fc.property(anyDocument, node => {
        const fragment = fragmentOf(f => prosemirrorToYXmlFragment(node, f))
        expect(narrativeJSON(fragment)).toEqual({ ok: true, value: node.toJSON() })
      }),
      { numRuns: 200 },
    )
  })

  test('headings are listed in order', () => {
    const json = doc(
      { type: 'heading', attrs: { level: 2 }, content: [t('A'), note('not in the outline')] },
      { type: 'heading', attrs: { level: 4 }, content: [t('B')] },
    )
    expect(headingsOf(json)).toEqual([
      { level: 2, text: 'A' },
      { level: 4, text: 'B' },
    ])
  })

  test('ids carry the prefix and headings stand below those of the page', () => {
    const json = doc({ type: 'heading', attrs: { level: 4 }, content: [t('A'), note('n')] })
    const html = renderNarrative(json, { idPrefix: 's1-', headingShift: 1 })
    expect(html).toContain('<h5 id="s1-heading-1">')
    expect(html).toContain('href="#s1-footnote-1"')
    expect(html).toContain('<li id="s1-footnote-1">')
  })
})

describe('hostile content', () => {
  test.each([
    ['text', doc(p(t('<script>alert(1)</script>')))],
    ['a link', doc(p(t('x', { type: 'link', attrs: { href: 'javascript:alert(1)' } })))],
    ['an attribute', doc(p(t('x', { type: 'link', attrs: { href: 'https://a.b/" onmouseover="alert(1)' } })))],
    ['a heading level', doc({ type: 'heading', attrs: { level: '2><script>' }, content: [t('x')] })],
    ['a list start', doc({ type: 'ordered_list', attrs: { order: '1" onclick="alert(1)' }, content: [] })],
    ['an unknown node', doc({ type: 'script', content: [t('alert(1)')] })],
  ])('is escaped or left out of the page: %s', (_, json) => {
    const html = renderNarrative(json)
    expect(html).not.toMatch(/<script|javascript:|onmouseover="|onclick="/)
  })

  test.each([
    ['https://example.org/a?b=c#d', true],
    ['http://example.org', true],
    ['mailto:office@example.org', true],
    ['#heading-3', true],
    ['/plan/sections/1.2', true],
    ['javascript:alert(1)', false],
    ['JaVaScRiPt:alert(1)', false],
    [' javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['//example.org', false],
    ['/\\example.org', false],
    ['https:\\example.org', false],
    ['https://', false],
    ['https://a b', false],
    ['vbscript:x', false],
    ['', false],
  ])('link target %j: %j', (href, allowed) => {
    expect(isLinkTarget(href)).toBe(allowed)
  })

  test.each<[string, (fragment: Y.XmlFragment) => void, string, string]>([
    ['an unknown node', f => f.insert(0, [element('iframe', {})]), 'unknown-node', '0'],
    ['a name from the prototype', f => f.insert(0, [element('constructor', {})]), 'unknown-node', '0'],
    ['a document inside', f => f.insert(0, [element('doc', {})]), 'unknown-node', '0'],
    [
      'an unknown mark',
      f => f.insert(0, [element('paragraph', {}, marked('x', { blink: {} }))]),
      'unknown-mark',
      '0/0',
    ],
    [
      'a script link',
      f => f.insert(0, [element('paragraph', {}, marked('x', { link: { href: 'javascript:x' } }))]),
      'unknown-mark',
      '0/0',
    ],
    ['a heading level', f => f.insert(0, [element('heading', { level: 9 })]), 'bad-attribute', '0'],
    [
      'a span that exhausts memory',
      f => f.insert(0, [element('table', {}, element('table_row', {}, element('table_cell', { colspan: 1e9 })))]),
      'bad-attribute',
      '0/0/0',
    ],
    ['a misplaced node', f => f.insert(0, [element('list_item', {}, element('paragraph', {}))]), 'misplaced', '0'],
    ['text between blocks', f => f.insert(0, [new Y.XmlText('loose')]), 'misplaced', '0'],
    ['a hook', f => f.insert(0, [new Y.XmlHook('x') as unknown as Y.XmlElement]), 'unknown-node', '0'],
    ['an embed', f => f.insert(0, [element('paragraph', {}, embedded())]), 'not-text', '0/0'],
  ])('is named and left out, and the rest is read: %s', (_, fill, reason, place) => {
    const fragment = fragmentOf(fill)
    fragment.insert(fragment.length, [element('paragraph', {}, new Y.XmlText('kept'))])
    const before = Y.encodeStateAsUpdate(fragment.doc ?? new Y.Doc())
    const reading = readNarrative(fragment)
    expect(reading.faults).toMatchObject([{ reason, place }])
    expect(reading.doc.textContent.endsWith('kept')).toBe(true)
    expect(narrativeJSON(fragment)).toMatchObject({ ok: false, problem: { type: 'narrative-unreadable' } })
    expect(Y.encodeStateAsUpdate(fragment.doc ?? new Y.Doc())).toEqual(before)
  })

  test('a thousand lists within each other do not exhaust the stack', () => {
    const fragment = fragmentOf(f => {
      let inner: Y.XmlFragment = f
      for (let depth = 0; depth < 1_000; depth++) {
        const next = new Y.XmlElement(depth % 2 === 0 ? 'bullet_list' : 'list_item')
        inner.insert(0, [next])
        inner = next
      }
    })
    expect(readNarrative(fragment).faults).toMatchObject([{ reason: 'too-deep' }])
  })
})

describe('what concurrent edits leave behind', () => {
  test('a list without items is not shown and is no fault', () => {
    const fragment = fragmentOf(f =>
      f.insert(0, [element('bullet_list', {}), element('paragraph', {}, new Y.XmlText('a'))]),
    )
    expect(narrativeJSON(fragment)).toEqual({ ok: true, value: doc(p(t('a'))) })
  })

  test('two texts in one paragraph are one run', () => {
    const fragment = fragmentOf(f => f.insert(0, [element('paragraph', {}, new Y.XmlText('a'), new Y.XmlText('b'))]))
    expect(narrativeJSON(fragment)).toEqual({ ok: true, value: doc(p(t('ab'))) })
  })

  test('a cell without blocks keeps its place in the row', () => {
    const fragment = fragmentOf(f =>
      f.insert(0, [
        element(
          'table',
          {},
          element('table_row', {}, element('table_cell', {}), element('table_cell', {}, element('paragraph', {}))),
        ),
      ]),
    )
    expect(readNarrative(fragment).doc.firstChild?.firstChild?.childCount).toBe(2)
  })

  test('an empty fragment is one empty paragraph', () => {
    expect(narrativeJSON(fragmentOf(() => {}))).toEqual({ ok: true, value: doc(p()) })
  })
})

describe('a template', () => {
  test('every block that takes text has a text node, empty ones too', () => {
    const fragment = fragmentOf(f =>
      seedNarrative(f, [
        { type: 'heading', level: 2, text: 'Situation' },
        { type: 'empty' },
        { type: 'paragraph', text: 'Text' },
        { type: 'list', items: ['one', ''] },
      ]),
    )
    const textblocks = [...fragment.createTreeWalker(node => node instanceof Y.XmlElement)]
      .filter(node => node instanceof Y.XmlElement)
      .filter(node => node.nodeName === 'paragraph' || node.nodeName === 'heading')
    expect(textblocks).toHaveLength(5)
    for (const block of textblocks) expect(block.get(0)).toBeInstanceOf(Y.XmlText)
    expect(narrativeJSON(fragment)).toMatchObject({
      ok: true,
      value: {
        content: [{ type: 'heading', attrs: { level: 2 } }, { type: 'paragraph' }, {}, { type: 'bullet_list' }],
      },
    })
  })

  test('without blocks there is one empty paragraph to write in', () => {
    expect(fragmentOf(f => seedNarrative(f, [])).toString()).toBe('<paragraph></paragraph>')
  })
})

function marked(text: string, attributes: Record<string, object>): Y.XmlText {
  const made = new Y.XmlText()
  made.applyDelta([{ insert: text, attributes }])
  return made
}

function embedded(): Y.XmlText {
  const made = new Y.XmlText()
  made.applyDelta([{ insert: { image: 'x' } }])
  return made
}

const anyText = fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' })
const anyMarks = fc.subarray([
  narrativeSchema.mark('strong'),
  narrativeSchema.mark('em'),
  narrativeSchema.mark('link', { href: 'https://example.org/' }),
])
const anyInline: fc.Arbitrary<Node> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(anyText, anyMarks).map(([text, marks]) => narrativeSchema.text(text, marks)) },
  { weight: 1, arbitrary: fc.constant(narrativeSchema.node('hard_break')) },
  {
    weight: 1,
    arbitrary: fc
      .option(anyText, { nil: '' })
      .map(text => narrativeSchema.node('footnote', null, text === '' ? [] : [narrativeSchema.text(text)])),
  },
)
const anyInlines = fc.array(anyInline, { maxLength: 5 })
const anyParagraph = anyInlines.map(content => narrativeSchema.node('paragraph', null, content))
const anyHeading = fc
  .tuple(fc.constantFrom(2, 3, 4), anyInlines)
  .map(([level, content]) => narrativeSchema.node('heading', { level }, content))
const { flow: anyFlow } = fc.letrec<{ flow: Node; list: Node }>(tie => ({
  flow: fc.oneof({ maxDepth: 3 }, anyParagraph, tie('list')),
  list: fc
    .tuple(
      fc.constantFrom('bullet_list', 'ordered_list'),
      fc.array(fc.array(tie('flow'), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
    )
    .map(([type, items]) =>
      narrativeSchema.node(
        type,
        null,
        items.map(content => narrativeSchema.node('list_item', null, content)),
      ),
    ),
}))
const anyTable = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.array(fc.array(anyFlow, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  )
  .map(([width, rows]) =>
    narrativeSchema.node(
      'table',
      null,
      rows.map((cells, index) =>
        narrativeSchema.node(
          'table_row',
          null,
          cells
            .slice(0, width)
            .map(content => narrativeSchema.node(index === 0 ? 'table_header' : 'table_cell', null, content)),
        ),
      ),
    ),
  )
const anyQuote = fc
  .array(anyFlow, { minLength: 1, maxLength: 2 })
  .map(content => narrativeSchema.node('blockquote', null, content))
const anyDocument = fc
  .array(fc.oneof(anyParagraph, anyHeading, anyFlow, anyTable, anyQuote), { minLength: 1, maxLength: 5 })
  .map(content => narrativeSchema.node('doc', null, content))
