/**
 * What a version of terms of reference freezes: one JSON value in the form `plenary/terms/1`, its text and, of a Working
 * Group, all that it sets. Its canonical JSON (RFC 8785) is stored byte for byte and its SHA-256 is the version's digest:
 * whoever votes on the digest votes on the rules as well. [E1, G10]
 */
import { canonicalJson, type GroupId } from '#shared/core'
import { narrativeText, narrativeToJson, type NarrativeJson } from '#shared/narrative'
import type { TermsKind } from './bodies.ts'
import { settingsJson, type GroupSettings } from './settings.ts'

export const termsFormat = 'plenary/terms/1'

export interface TermsContent {
  readonly format: typeof termsFormat
  readonly body: {
    readonly kind: TermsKind
    /** Of the group that decides on them. */
    readonly group: GroupId
    /** Of the body itself, at the moment of submission. */
    readonly name: string
  }
  readonly narrative: NarrativeJson
  /** Null for an office. */
  readonly settings: GroupSettings | null
}

/** The exact text that is stored and digested. */
export function canonicalTerms({ format, body, narrative, settings }: TermsContent): string {
  return canonicalJson({
    format,
    body: { ...body },
    narrative: narrativeToJson(narrative),
    settings: settings && settingsJson(settings),
  })
}

/**
 * Reads a stored text. Only for one whose digest has been compared: whatever has the digest was written by
 * `canonicalTerms`, so its shape is not checked beyond the format it claims.
 *
 * @returns null for what is not terms of reference of a known format
 */
export function parseTerms(text: string): TermsContent | null {
  try {
    const value: unknown = JSON.parse(text)
    const isKnown = typeof value === 'object' && value !== null && 'format' in value && value.format === termsFormat
    return isKnown ? (value as TermsContent) : null
  } catch {
    return null
  }
}

/** All words, for whoever searches what was decided. */
export function termsWords({ body, narrative }: TermsContent): string {
  return `${body.name}\n${narrativeText(narrative)}`
}
