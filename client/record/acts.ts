import type { Translate } from '#client/i18n'
import { record } from '../i18n/en/record.ts'

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
  'planVersion',
  'endorsement',
  'publication',
] as const satisfies readonly (keyof typeof record.things)[]
export type Thing = (typeof things)[number]

type KnownAct = keyof typeof record.acts
type KnownFact = keyof typeof record.facts

/** What was done, in words; an act that this release has no words for is told by its code. */
export function actText(t: Translate, act: string): string {
  return isKnownAct(act) ? t(`record.acts.${act}`) : act
}

/** What a fact is called; one without a name of its own by its code. */
export function factText(t: Translate, fact: string): string {
  return isKnownFact(fact) ? t(`record.facts.${fact}`) : fact
}

const pages: Readonly<Record<string, string>> = {
  group: '/groups',
  section: '/sections',
  version: '/versions',
  motion: '/motions',
  ballot: '/motions',
  planVersion: '/plan-versions',
  endorsement: '/plan-versions',
  publication: '/plan-versions',
}

/** Where what was acted upon can be looked at; null for what has no page of its own. */
export function pageOf(act: string, subject: string | null): string | null {
  const page = pages[act.split('.')[0] ?? '']
  return page === undefined || subject === null ? null : `${page}/${subject}`
}

function isKnownAct(act: string): act is KnownAct {
  return Object.hasOwn(record.acts, act)
}

function isKnownFact(fact: string): fact is KnownFact {
  return Object.hasOwn(record.facts, fact)
}
