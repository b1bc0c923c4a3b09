import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { asId, err, type GroupId, type SeatId } from '#shared/core'
import type { Block } from '#shared/minutes'
import type { NarrativeNode } from '#shared/narrative'
import { extractText, getDocumentProxy } from 'unpdf'
import { paperDocx } from './docx.ts'
import { layOut, paperHtml, type Language, type MinutesToPrint, type Paper } from './index.ts'
import * as pdf from './pdf.ts'

const at = Date.UTC(2026, 9, 24, 8)
const digest = 'ab12'.repeat(16)
const seat = {
  seatId: asId<SeatId>('s1'),
  label: 'Labour',
  organisationName: 'Міністерство праці',
  constituency: 'STATE',
} as const
const tally = { seats: 7, yes: 5, no: 1, abstain: 1, presentNotVoting: 0, recused: 0, notCast: 0 }
const group = { id: asId<GroupId>('nwg'), code: 'nwg', name: 'Groupe de travail national', kind: 'nwg' } as const

const node = (type: string, content: readonly NarrativeNode[], attrs?: NarrativeNode['attrs']): NarrativeNode => ({
  type,
  content,
  ...(attrs && { attrs }),
})
const say = (text: string, ...marks: readonly string[]): NarrativeNode => ({
  type: 'text',
  text,
  marks: marks.map(type => (type === 'link' ? { type, attrs: { href: 'https://example.org/' } } : { type })),
})
const cell = (text: string, type = 'table_cell', colspan = 1): NarrativeNode =>
  node(type, [node('paragraph', [say(text)])], { colspan, rowspan: 1, colwidth: null })

/** Everything that the narrative schema knows, and letters of three scripts. */
const everything = node('doc', [
  node('heading', [say('Les refuges')], { level: 4 }),
  node('paragraph', [
    say('Œuvre «forte»', 'strong'),
    say(' et '),
    say('légère', 'em'),
    { type: 'hard_break' },
    say('Ελλάδα'),
    say('2', 'superscript'),
    say('3', 'subscript'),
    node('footnote', [say('See the annex.', 'em')]),
    say('their page', 'link'),
  ]),
  node('bullet_list', [
    node('list_item', [
      node('paragraph', [say('Bullet one')]),
      node('ordered_list', [node('list_item', [node('paragraph', [say('Fourth point')])])], { order: 4 }),
    ]),
  ]),
  node('blockquote', [node('paragraph', [say('Quoted words')])]),
  node('table', [
    node('table_row', [cell('Place', 'table_header'), cell('Beds', 'table_header')]),
    node('table_row', [cell('Across both', 'table_cell', 2)]),
    node('table_row', [cell('Short row')]),
  ]),
  node('paragraph', [say('#strong[no markup] <b>&amp; "quotes" $x$')]),
])

const blocks: readonly Block[] = [
  {
    type: 'attendance',
    seats: [
      {
        ...seat,
        groupId: group.id,
        persons: [{ personId: asId('p'), name: 'Zoë Ñuñez', manner: 'room', stays: [{ from: at, until: null }] }],
      },
    ],
    officers: [],
  },
  {
    type: 'motion',
    id: asId('m'),
    title: 'C.1.1 Co-ordination',
    digest: 'c'.repeat(64),
    openedAt: at,
    decidedAt: at,
    tally,
    ngoTally: { ...tally, seats: 2, yes: 2, no: 0, abstain: 0 },
    quorum: {
      opening: { seats: 7, present: 6, needed: 4, ngoSeats: 2, ngoPresent: 1, ngoNeeded: 1 },
      closing: { seats: 6, present: 5, needed: 4, ngoSeats: 2, ngoPresent: 2, ngoNeeded: 1 },
    },
    outcome: 'ADOPTED',
    grade: { level: 'SUPERMAJORITY', suffix: null },
    decision: { year: 2026, number: 3 },
    statements: [
      { seat, kind: 'dissent', number: 2, at, text: 'One reason.\nAnother.', afterCertification: false },
      { seat, kind: 'waiver', number: 1, at, text: '', afterCertification: false },
      { seat, kind: 'explanation', number: 1, at, text: 'Said later.', afterCertification: true },
    ],
  },
  { type: 'statement', id: asId('st'), seat, personName: 'Zoë Ñuñez', text: 'Our own words.', at },
  { type: 'actionItem', id: asId('a'), text: 'Send the list.', owner: seat, dueOn: '2026-12-31' },
  { type: 'postponed' },
]

const minutes: MinutesToPrint = {
  meeting: {
    id: asId('meeting'),
    kind: 'nwg',
    title: 'Third meeting',
    group,
    place: 'Room 1',
    timeZone: 'Europe/Vienna',
    startsAt: at,
    startedAt: at,
    adjournedAt: Date.UTC(2026, 9, 25, 10),
  },
  parts: [
    { item: null, blocks: [], text: null },
    { item: { id: asId('i'), number: '1', title: 'Shelters', type: 'discussion' }, blocks, text: everything },
  ],
  version: { number: 2, digest, circulatedAt: at },
  seal: { number: 4, seal: 'd'.repeat(64), previous: 'e'.repeat(64), sealedAt: at },
  errata: [{ text: 'For 12 May read 13 May.', circulatedAt: at, digest: 'f'.repeat(64) }],
}

const draft: MinutesToPrint = { ...minutes, version: null, seal: null, errata: [] }

/** What every format must show, in one line without line breaks. */
const shown: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Minutes',
    'Decision 2026/3',
    'Adopted, two thirds or more',
    '10:00',
    '31 December 2026',
    'Erratum of',
    'Seal',
    'Dissent. ',
    '(version 2)',
    'after the outcome was certified',
  ],
  fr: [
    'Procès-verbal',
    'Décision 2026/3',
    'Adopté, deux tiers ou plus',
    '31 décembre 2026',
    'Erratum du',
    'Sceau',
    'Opinion dissidente. ',
    '(version 2)',
    'après la certification',
  ],
}
const always = [
  'Third meeting',
  '1. Shelters',
  'Zoë Ñuñez',
  'Міністерство праці',
  'Ελλάδα',
  'Œuvre «forte»',
  'See the annex.',
  'Bullet one',
  'Fourth point',
  'Quoted words',
  'Across both',
  'Short row',
  'Our own words.',
  'One reason.',
  'Said later.',
  'Send the list.',
  'For 12 May read 13 May.',
]
const raw = '#strong[no markup] <b>&amp; "quotes" $x$'

async function pdfText(bytes: Uint8Array): Promise<{ text: string; pages: number }> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const { text, totalPages } = await extractText(pdf, { mergePages: true })
  return { text: text.replace(/\s+/g, ' '), pages: totalPages }
}

const files = (bytes: Uint8Array) => unzipSync(new Uint8Array(bytes))
const xml = (bytes: Uint8Array, name: string) => strFromU8(files(bytes)[name] ?? new Uint8Array())
const plain = (markup: string) =>
  markup
    .replace(/<\/w:p>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', '’')
    .replaceAll('&amp;', '&')

function paperPdf(paper: Paper): Uint8Array {
  const set = pdf.paperPdf(paper)
  if (!set) throw new Error('cannot be set')
  return set
}

test.each(['en', 'fr'] as const)(
  '[M5] a PDF in %s holds every word, the digest, the seal and page numbers',
  async language => {
    const { text, pages } = await pdfText(paperPdf(layOut(minutes, language)))
    for (const words of [...always, ...shown[language], raw]) expect(text).toContain(words)
    const dense = text.replaceAll(' ', '')
    for (const one of [digest, 'd'.repeat(64), 'e'.repeat(64), 'f'.repeat(64), 'c'.repeat(64)])
      expect(dense).toContain(one)
    expect(text).toContain(`Page 1 / ${pages}`)
  },
)

test('[M5] a PDF is tagged, names its language and carries its own fonts', async () => {
  const pdf = await getDocumentProxy(new Uint8Array(paperPdf(layOut(minutes, 'fr'))))
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } }
  expect(info).toMatchObject({ Title: 'Procès-verbal\u202f: Third meeting', Language: 'fr' })
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
})

test.each(['en', 'fr'] as const)(
  '[M5] a DOCX in %s holds every word, and Word’s own parts for them',
  async language => {
    const bytes = await paperDocx(layOut(minutes, language))
    const body = xml(bytes, 'word/document.xml')
    const text = plain(body + xml(bytes, 'word/footnotes.xml'))
    for (const words of [...always, ...shown[language], raw, digest, 'd'.repeat(64)]) expect(text).toContain(words)
    expect(body).toContain('w:tblHeader')
    expect(body).toContain('<w:gridSpan w:val="2"/>')
    expect(body).toContain('w:footnoteReference')
    expect(body).toMatch(/w:pStyle w:val="Heading2"/)
    expect(body).toMatch(/<w:b\/>|<w:b w:val="true"\/>/)
    expect(body).toContain('w:vertAlign w:val="superscript"')
    expect(xml(bytes, 'word/numbering.xml')).toContain('<w:start w:val="4"/>')
    expect(xml(bytes, 'word/_rels/document.xml.rels')).toContain('https://example.org/')
    const foot = Object.keys(files(bytes)).find(name => name.startsWith('word/footer')) ?? ''
    expect(xml(bytes, foot)).toMatch(/PAGE[^]*NUMPAGES/)
  },
)

test.each(['en', 'fr'] as const)('[M5] HTML in %s is one file with every word and no script', language => {
  const html = paperHtml(layOut(minutes, language))
  const text = html
    .replace(/<[^>]+>/g, '')
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
  for (const words of [...always, ...shown[language], raw, digest, 'd'.repeat(64)]) expect(text).toContain(words)
  expect(html).toContain(`<html lang="${language}">`)
  expect(html).not.toMatch(/<script|javascript:|<link/)
})

test.each([
  {
    language: 'en',
    opening: 'At the opening of the vote 6 of 7, 4 needed 1 of 2, 1 needed',
    closing: 'At the close of the vote 5 of 6, 4 needed 2 of 2, 1 needed',
  },
  {
    language: 'fr',
    opening: 'À l’ouverture du vote 6 sur 7, 4 requis 1 sur 2, 1 requis',
    closing: 'À la clôture du vote 5 sur 6, 4 requis 2 sur 2, 1 requis',
  },
] as const)(
  '[V6] [V7] every format in $language tells a vote’s quorum at its opening and its close',
  async ({ language, opening, closing }) => {
    const paper = layOut(minutes, language)
    const told = [
      (await pdfText(paperPdf(paper))).text,
      plain(xml(await paperDocx(paper), 'word/document.xml')),
      paperHtml(paper).replace(/<[^>]+>/g, ' '),
    ]
    for (const text of told) {
      expect(text.replace(/\s+/g, ' ')).toContain(opening)
      expect(text.replace(/\s+/g, ' ')).toContain(closing)
    }
  },
)

test('[M5] minutes that the typesetter refuses, with and without its promise, are no PDF', () => {
  const refused: boolean[] = []
  const made = pdf.paperPdf(layOut(minutes, 'en'), (_data, { pdfStandard }) => {
    refused.push(pdfStandard !== undefined)
    return err('no')
  })
  expect(made).toBeNull()
  expect(refused).toEqual([true, false])
})

test('[M5] a draft says so in every format, and prints no digest', async () => {
  const paper = layOut(draft, 'en')
  const told = [
    (await pdfText(paperPdf(paper))).text,
    plain(xml(await paperDocx(paper), 'word/document.xml')),
    paperHtml(paper),
  ]
  for (const text of told) {
    expect(text).toContain('Draft: not circulated, and not approved')
    expect(text).toContain('A part of this text cannot be read at the moment.')
    expect(text.replaceAll(' ', '')).not.toContain(digest)
  }
})

test('[M3] times are those of the meeting’s zone, also on the night the clocks change', () => {
  const { head } = layOut(minutes, 'en')
  // 24 October is summer time there, 25 October is not.
  expect(head).toContainEqual(['Session', '24 October 2026, 10:00–11:00 (times in Europe/Vienna)'])
})

test('headings leave no level out, so that nobody who moves by them misses one', () => {
  const levels = (layOut(minutes, 'en').body.content ?? []).flatMap(one =>
    one.type === 'heading' ? [one.attrs?.['level']] : [],
  )
  expect(levels).toEqual([2, 2, 3, 2, 3])
})

test('a table that two people have left uneven is set all the same', async () => {
  const ragged = node('table', [
    node('table_row', [cell('a', 'table_cell', 900), cell('b')]),
    node('table_row', []),
    node('table_row', [
      { ...cell('c'), attrs: { colspan: 2, rowspan: 50, colwidth: null } },
      cell('d', 'table_header', 3),
    ]),
  ])
  const odd: MinutesToPrint = { ...minutes, parts: [{ item: null, blocks: [], text: node('doc', [ragged]) }] }
  const paper = layOut(odd, 'en')
  expect((await pdfText(paperPdf(paper))).text).toMatch(/a b c d/)
  expect(plain(xml(await paperDocx(paper), 'word/document.xml'))).toMatch(/a\s+b\s+.*c\s+d/)
})

const awkward: readonly (readonly [what: string, text: string, kept: string])[] = [
  ['emoji', 'before 🎉 after', 'before 🎉 after'],
  ['a joined emoji', 'before 👩‍👩‍👧 after', 'before 👩‍👩‍👧 after'],
  ['Chinese', 'before 漢字 after', 'before 漢字 after'],
  ['U+0001', 'before\u0001 after', 'before after'],
  ['a vertical tab', 'before\u000bafter', 'before after'],
  ['a form feed', 'before\u000cafter', 'before after'],
  ['an escape', 'before\u001b after', 'before after'],
  ['U+FFFE', 'before\ufffe after', 'before after'],
  ['half of a pair', 'before \ud83c after', 'before \ufffd after'],
  ['a code point without a character', 'before \u0378 after', 'before \u0378 after'],
]

test.each(awkward)(
  '[M5] minutes with %s in a title, in their words and in a statement are told in every format',
  async (_what, text, kept) => {
    const odd: MinutesToPrint = {
      ...minutes,
      meeting: { ...minutes.meeting, title: text, place: text },
      parts: [
        {
          item: { id: asId('i'), number: '1', title: text, type: 'discussion' },
          blocks: [{ type: 'statement', id: asId('st'), seat, personName: text, text, at }],
          text: node('doc', [node('heading', [say(text)], { level: 2 }), node('paragraph', [say(text)])]),
        },
      ],
    }
    const paper = layOut(odd, 'en')
    const docx = await paperDocx(paper)
    const body = xml(docx, 'word/document.xml')
    for (const name of ['word/document.xml', 'docProps/core.xml']) {
      expect(xml(docx, name)).not.toMatch(/(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Surrogate}/u)
    }
    expect(plain(body)).toContain(kept)
    expect(paperHtml(paper)).toContain(kept)
    const shownAs = kept.replace(/[^ -~\ufffd]+/gu, '□')
    expect((await pdfText(paperPdf(paper))).text.replace(/□+/g, '□')).toContain(shownAs)
  },
)

test.each([
  ['nothing', []],
  ['blanks', [say('  ')]],
  ['what cannot be written', [say('\u0001')]],
] as const)('[M5] a heading of %s is laid out as nothing', async (_what, content) => {
  const empty = node('doc', [
    node('heading', content, { level: 2 }),
    node('blockquote', [node('heading', content, { level: 2 }), node('paragraph', [say('What follows')])]),
  ])
  const paper = layOut({ ...minutes, parts: [{ item: null, blocks: [], text: empty }], errata: [] }, 'en')
  expect((paper.body.content ?? []).map(one => one.type)).toEqual(['heading', 'blockquote'])
  expect((await pdfText(paperPdf(paper))).text).toContain('What follows')
  expect(plain(xml(await paperDocx(paper), 'word/document.xml'))).toContain('What follows')
  expect(paperHtml(paper)).toContain('What follows')
})
