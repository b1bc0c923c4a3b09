/**
 * Minutes laid out for reading, in no format yet: a head, one narrative of everything, and what proves it. Each format
 * renders this and adds nothing to it.
 */
import type { Digest, Instant } from '#shared/core'
import type { Block, FrozenItem, FrozenMeeting } from '#shared/minutes'
import { headingLevel, type NarrativeJson, type NarrativeNode } from '#shared/narrative'
import { tellBlocks, type Telling } from './blocks.ts'
import { cleanBody, cleanText } from './clean.ts'
import { heading, paragraph, words } from './nodes.ts'
import { wordsIn, type Language, type Words } from './words.ts'

export interface MinutesToPrint {
  readonly meeting: FrozenMeeting
  readonly parts: readonly {
    readonly item: FrozenItem | null
    readonly blocks: readonly Block[]
    /** None where a part of it cannot be read. */
    readonly text: NarrativeJson | null
  }[]
  /** None of a draft. */
  readonly version: { readonly number: number; readonly digest: Digest; readonly circulatedAt: Instant } | null
  readonly seal: {
    readonly number: number
    readonly seal: Digest
    readonly previous: Digest
    readonly sealedAt: Instant
  } | null
  /** Sealed ones. */
  readonly errata: readonly { readonly text: string; readonly circulatedAt: Instant; readonly digest: Digest }[]
}

export type Line = readonly [label: string, value: string]

export interface Paper {
  readonly language: Language
  readonly words: Words
  /** What it is, and of which meeting. */
  readonly title: string
  readonly meeting: string
  readonly draft: string | null
  readonly head: readonly Line[]
  /** A narrative whose headings begin at the second level and leave none out. */
  readonly body: NarrativeJson
  /** Digest and seal. */
  readonly proof: readonly Line[]
  /** For the foot of each page. */
  readonly foot: string
}

/** Whatever people wrote, every format can hold what this gives. */
export function layOut(minutes: MinutesToPrint, language: Language): Paper {
  const { meeting, parts, version, errata } = minutes
  const said = wordsIn[language]
  const telling = tellingOf(meeting, language)
  const body = [
    ...parts.flatMap(({ item, blocks, text }) => [
      heading(2, item ? `${item.number}. ${titleOf(item, said)}` : said.general),
      ...tellBlocks(blocks, telling),
      ...(text ? belowItem(text) : [paragraph(...words(said.unreadable, 'em'))]),
    ]),
    ...(errata.length === 0 ? [] : [heading(2, said.errata)]),
    ...errata.flatMap(({ text, circulatedAt, digest }) => [
      heading(3, said.erratumOf(telling.dayAt(circulatedAt))),
      ...text.split(/\n+/).map(line => paragraph(...words(line))),
      paragraph(...words(`${said.digest} ${digest}`)),
    ]),
  ]
  const title = said.minutes
  const cleanLine = ([label, value]: Line): Line => [label, cleanText(value)]
  const of = cleanText(meeting.title)
  return {
    language,
    words: said,
    title,
    meeting: of,
    draft: version ? null : said.draft,
    head: headOf(minutes, telling).map(cleanLine),
    body: withoutLeaps(cleanBody({ type: 'doc', content: body })),
    proof: proofOf(minutes, telling),
    foot: version ? `${title}${said.colon}${of}. ${said.digest} ${version.digest.slice(0, 16)}…` : said.draft,
  }
}

function headOf({ meeting, version }: MinutesToPrint, telling: Telling): readonly Line[] {
  const { words: said, time, dayAt } = telling
  const began = meeting.startedAt ?? meeting.startsAt
  const ended = meeting.adjournedAt === null ? '' : `–${time(meeting.adjournedAt)}`
  return [
    [said.group, meeting.group.name],
    [said.session, `${dayAt(began)}, ${time(began)}${ended} (${said.timesIn(meeting.timeZone)})`],
    ...(meeting.place === '' ? [] : [[said.place, meeting.place] as const]),
    ...(version
      ? [
          [said.version, String(version.number)] as const,
          [said.circulated, `${dayAt(version.circulatedAt)}, ${time(version.circulatedAt)}`] as const,
        ]
      : []),
  ]
}

function proofOf({ version, seal }: MinutesToPrint, { words: said, dayAt }: Telling): readonly Line[] {
  if (!version) return []
  return [
    [said.digest, version.digest],
    ...(seal
      ? [
          [said.approved, dayAt(seal.sealedAt)] as const,
          [said.chainNumber, String(seal.number)] as const,
          [said.seal, seal.seal] as const,
          [said.sealBefore, seal.previous] as const,
        ]
      : []),
  ]
}

function tellingOf({ timeZone }: FrozenMeeting, language: Language): Telling {
  const locale = language === 'fr' ? 'fr' : 'en-GB'
  const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' })
  const calendar = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long' })
  // A calendar day is no moment: it is the same day everywhere.
  const plain = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' })
  return {
    words: wordsIn[language],
    time: at => clock.format(at),
    dayAt: at => calendar.format(at),
    day: date => plain.format(Date.parse(`${date}T00:00:00Z`)),
  }
}

/** An item that approves minutes has the title of their meeting, and is not that meeting. */
function titleOf({ type, title }: FrozenItem, said: Words): string {
  return type === 'minutesApproval' ? said.minutesOf(title) : title
}

/** People's own headings stand below that of their item. */
function belowItem(text: NarrativeJson): readonly NarrativeNode[] {
  return (text.content ?? []).map(node =>
    node.type === 'heading' ? { ...node, attrs: { ...node.attrs, level: Math.min(4, headingLevel(node) + 1) } } : node,
  )
}

/** A heading is at most one level below the one before: readers who move by headings miss none. */
function withoutLeaps(body: NarrativeJson): NarrativeJson {
  let above = 1
  const content = (body.content ?? []).map(node => {
    if (node.type !== 'heading') return node
    above = Math.min(headingLevel(node), above + 1)
    return { ...node, attrs: { ...node.attrs, level: above } }
  })
  return { ...body, content }
}
