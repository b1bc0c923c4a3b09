import type { MessageKey, Translate } from '#client/i18n'

type NamedThing = MessageKey extends infer K ? (K extends `record.things.${infer Name}` ? Name : never) : never

/** Kinds of things acts are done to, in the order of the filter. */
export const things = [
  'workspace',
  'organisation',
  'person',
  'invitation',
  'passkey',
  'session',
  'office',
  'group',
  'seat',
  'representative',
  'plan',
  'section',
  'version',
  'motion',
  'ballot',
  'election',
  'amendment',
  'meeting',
  'meetingSeries',
  'agendaItem',
  'attendance',
  'floorRequest',
  'minutes',
  'correction',
  'statement',
  'actionItem',
  'planVersion',
  'endorsement',
  'publication',
  'witness',
  'paper',
  'calendar',
  'terms',
  'termsVersion',
  'memorandum',
] as const satisfies readonly NamedThing[]
export type Thing = (typeof things)[number]

/** What was done, in words; an act that this release has no words for is told by its code. */
export function actText(t: Translate, act: string): string {
  return wordsOr(t, `record.acts.${act}`, act)
}

/** What a fact is called; one without a name of its own by its code. */
export function factText(t: Translate, fact: string): string {
  return wordsOr(t, `record.facts.${fact}`, fact)
}

const pages: Readonly<Record<string, string>> = {
  group: '/groups',
  section: '/sections',
  version: '/versions',
  motion: '/motions',
  ballot: '/motions',
  meeting: '/meetings',
  planVersion: '/plan-versions',
  endorsement: '/plan-versions',
  publication: '/plan-versions',
  terms: '/terms',
  termsVersion: '/terms-versions',
}

/** Where what was acted upon can be looked at; null for what has no page of its own. */
export function pageOf(act: string, subject: string | null): string | null {
  const page = pages[act.split('.')[0] ?? '']
  return page === undefined || subject === null ? null : `${page}/${subject}`
}

/** The translator gives back a key that the catalogue does not have. */
export function wordsOr(t: Translate, key: string, code: string): string {
  const words: unknown = Reflect.apply(t, undefined, [key])
  return typeof words === 'string' && words !== key ? words : code
}
