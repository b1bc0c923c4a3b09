/** What the facts of an entry say, in words; what is not known here is shown as it is stored. */
import type { Format, Translate } from '#client/i18n'
import { tallyParts } from '#client/motion'
import type { Json } from '#shared/core'
import { wordsOr } from './acts.ts'

/** Where the words of a fact's value stand in the catalogue. */
const wordsOf: Readonly<Record<string, string>> = {
  outcome: 'motion.outcome',
  mode: 'motion.mode',
  rank: 'motion.rank',
  cause: 'motion.voidCause',
  constituency: 'group.constituency',
  office: 'people.office',
  reply: 'meeting.reply',
  stage: 'method.reminder',
  what: 'afterVote.noun',
  subjectKind: 'record.values.subjectKind',
  manner: 'record.values.manner',
  because: 'record.values.because',
}

/** A kind is one of the things that the act was done to. */
const wordsOfKind: Readonly<Record<string, string>> = {
  organisation: 'people.kind',
  group: 'group.kind',
  plan: 'titles.plan',
  meeting: 'meeting.kind',
  agendaItem: 'meeting.agenda.type',
  floorRequest: 'record.values.floor',
  paper: 'record.values.paper',
  motion: 'afterVote.statements.kind',
}

const wordsOfMethod: Readonly<Record<string, string>> = {
  motion: 'method.name',
  planVersion: 'endorsement.page.methods',
  endorsement: 'endorsement.page.methods',
}

/** Numbers that are moments, beside those whose name ends in `At`. */
const moments = new Set(['correctionsUntil', 'validFrom', 'validUntil'])

/** The earliest number that is taken for a moment where a fact may also be something else: 2001. */
const firstMoment = 1_000_000_000_000

/** Whether the number is a moment, in milliseconds. */
export function isMoment(fact: string, value: number): boolean {
  return fact.endsWith('At') || moments.has(fact) || (fact === 'from' && value >= firstMoment)
}

/** What a text stands for where it is one of a few words; null where it is none. */
export function valueWords(t: Translate, act: string, fact: string, value: string): string | null {
  const thing = act.split('.')[0] ?? ''
  // Of a voided vote it is the outcome that it had.
  const outcome = act === 'motion.voided' && fact === 'before' ? 'motion.outcome' : undefined
  const places = { kind: wordsOfKind[thing], method: wordsOfMethod[thing], before: outcome }
  const place = fact === 'kind' || fact === 'method' || fact === 'before' ? places[fact] : wordsOf[fact]
  if (place === undefined) return null
  const key = `${place}.${value}`
  const words = wordsOr(t, key, key)
  return words === key ? null : words
}

/** A grade, a count or the counts of constituencies in one line; null for anything else. */
export function structureWords(t: Translate, format: Format, fact: string, value: Json): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  switch (fact) {
    case 'grade':
      return gradeWords(t, format, value)
    case 'tally':
      return tallyWords(t, format, value)
    case 'tallyByConstituency':
      return Object.entries(value)
        .map(([name, counts]) => {
          const words = typeof counts === 'object' && counts !== null ? tallyWords(t, format, counts) : null
          return t('record.valueOf', wordsOr(t, `group.constituency.${name}`, name), words ?? '')
        })
        .join(' · ')
    default:
      return null
  }
}

function gradeWords(t: Translate, format: Format, value: object): string | null {
  const parts = Object.values(value).filter(part => typeof part === 'string')
  return parts.length === 0 ? null : format.list(parts.map(part => wordsOr(t, `motion.grade.${part}`, part)))
}

function tallyWords(t: Translate, format: Format, value: object): string | null {
  const count = (name: string): number => {
    const found: unknown = Reflect.get(value, name)
    return typeof found === 'number' ? found : 0
  }
  const counts = {
    seats: count('seats'),
    yes: count('yes'),
    no: count('no'),
    abstain: count('abstain'),
    presentNotVoting: count('presentNotVoting'),
    recused: count('recused'),
    notCast: count('notCast'),
  }
  return tallyParts(counts, t)
    .map(part => `${part.label} ${format.number(part.value)}`)
    .join(', ')
}
