/** The words that the system puts into exported minutes. What people wrote stands in the language they wrote it in. */
import type { Constituency } from '#shared/group'
import type { Manner } from '#shared/meeting'
import type { Grade, Outcome, StatementKind } from '#shared/motion'
import { en } from './words-en.ts'
import { fr } from './words-fr.ts'

export type Language = 'en' | 'fr'

interface MethodWords {
  readonly name: string
  readonly yes: string
  readonly no: string
  readonly abstain: string
  readonly notCast?: string
}

export interface Words {
  /** With the spaces that the language puts around it. */
  readonly colon: string
  readonly minutesOf: (meeting: string) => string
  readonly minutes: string
  readonly draft: string
  readonly group: string
  readonly meeting: string
  readonly place: string
  readonly session: string
  readonly timesIn: (zone: string) => string
  readonly version: string
  readonly circulated: string
  readonly general: string
  readonly unreadable: string
  readonly nothing: string
  readonly attendance: {
    readonly title: string
    readonly seat: string
    readonly sitsFor: string
    readonly persons: string
    readonly times: string
    readonly nobody: string
    readonly officers: string
    readonly toTheEnd: string
    readonly manners: Readonly<Record<Manner, string>>
    readonly constituencies: Readonly<Record<Constituency, string>>
  }
  readonly quorum: {
    readonly title: (time: string) => string
    readonly group: string
    readonly present: string
    readonly ngo: string
    readonly reached: string
    readonly of: (present: number, seats: number, needed: number) => string
    readonly yes: string
    readonly no: string
  }
  readonly text: (title: string) => string
  readonly digest: string
  readonly motion: {
    readonly title: string
    readonly decision: (number: string) => string
    readonly open: string
    readonly seats: string
    readonly all: string
    readonly ngo: string
    readonly yes: string
    readonly no: string
    readonly abstain: string
    readonly presentNotVoting: string
    readonly recused: string
    readonly notCast: string
    /** What the columns are called in votes that are not by yes and no. */
    readonly methods: {
      readonly CONSENSUS: MethodWords
      readonly SILENCE: MethodWords
    }
    readonly election: {
      readonly name: string
      readonly candidate: string
      readonly papers: string
      readonly blank: string
      readonly elected: string
    }
    readonly quorum: string
    readonly opening: string
    readonly closing: string
    readonly outcomes: Readonly<Record<Outcome, string>>
    readonly levels: Readonly<Record<Grade['level'], string>>
    readonly suffixes: Readonly<Record<NonNullable<Grade['suffix']>, string>>
    /** What a seat said to it, and when. */
    readonly kinds: Readonly<Record<StatementKind, string>>
    readonly said: (kind: string, seat: string, when: string, number: number) => string
    readonly saidLate: (kind: string, seat: string, when: string, number: number) => string
  }
  readonly statement: (seat: string, person: string, time: string) => string
  readonly action: { readonly title: string; readonly what: string; readonly owner: string; readonly due: string }
  readonly postponed: string
  readonly errata: string
  readonly erratumOf: (date: string) => string
  readonly footnotes: string
  readonly footnote: (number: number) => string
  readonly footnoteBack: (number: number) => string
  readonly approved: string
  readonly seal: string
  readonly sealBefore: string
  readonly chainNumber: string
  /** Before the digest at the foot of each page. */
  readonly page: string
}

export const wordsIn: Readonly<Record<Language, Words>> = { en, fr }
