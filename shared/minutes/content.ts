/**
 * What circulation freezes: one JSON value with everything that the body approves, in the form `plenary/minutes/1`, and
 * of an erratum `plenary/erratum/1`. Its canonical JSON (RFC 8785) is stored byte for byte, and its SHA-256 is the digest
 * that the vote is bound to and the seal covers. [M5]
 */
import {
  canonicalJson,
  sha256Hex,
  type AgendaItemId,
  type Digest,
  type Instant,
  type Json,
  type MeetingId,
  type MinutesId,
} from '#shared/core'
import type { ItemType, MeetingKind } from '#shared/meeting'
import type { NarrativeJson } from '#shared/narrative'
import type { Block, GroupName } from './blocks.ts'

export const minutesFormat = 'plenary/minutes/1'
export const erratumFormat = 'plenary/erratum/1'

/** The meeting by its names of that moment. */
export interface FrozenMeeting {
  readonly id: MeetingId
  readonly kind: MeetingKind
  readonly title: string
  readonly group: GroupName
  readonly place: string
  /** IANA name: times are told in it. */
  readonly timeZone: string
  readonly startsAt: Instant
  readonly startedAt: Instant | null
  readonly adjournedAt: Instant | null
}

export interface FrozenItem {
  readonly id: AgendaItemId
  readonly number: string
  readonly title: string
  readonly type: ItemType
}

export interface MinutesPartContent {
  /** None for the general remarks. */
  readonly item: FrozenItem | null
  readonly blocks: readonly Block[]
  readonly text: NarrativeJson
}

export interface MinutesContent {
  readonly format: typeof minutesFormat
  readonly meeting: FrozenMeeting
  /** Of the version, from 1. */
  readonly version: number
  readonly parts: readonly MinutesPartContent[]
}

export interface ErratumContent {
  readonly format: typeof erratumFormat
  readonly meeting: FrozenMeeting
  /** The sealed minutes that it adds to. */
  readonly amends: { readonly minutes: MinutesId; readonly digest: Digest; readonly seal: Digest }
  readonly text: string
}

/** A content with the exact text that is stored, and its digest. */
export interface Frozen<Content> {
  readonly content: Content
  readonly text: string
  readonly digest: Digest
}

export function freezeContent<Content extends MinutesContent | ErratumContent>(content: Content): Frozen<Content> {
  const value: Json = JSON.parse(JSON.stringify(content))
  const text = canonicalJson(value)
  return { content, text, digest: sha256Hex(text) }
}

/**
 * Reads a stored text. Only for one whose digest has been compared: whatever has the digest was written by
 * `freezeContent`, so its shape is not checked beyond the format it claims.
 *
 * @returns null for what is of no known format
 */
export function parseContent(text: string): MinutesContent | ErratumContent | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('format' in value)) return null
    const isKnown = value.format === minutesFormat || value.format === erratumFormat
    return isKnown ? (value as MinutesContent | ErratumContent) : null
  } catch {
    return null
  }
}
