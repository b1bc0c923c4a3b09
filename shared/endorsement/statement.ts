/**
 * What the National Co-ordinator signs: one canonical JSON text that says which version, by its root; in which office;
 * and what was shown before signing, so that nobody can say later that an objection was not on the table. [E4]
 *
 * A passkey signs it as its challenge: SHA-256 of this text. The workspace key signs the text itself.
 */
import {
  canonicalJson,
  sha256Bytes,
  toBase64url,
  utf8,
  type Digest,
  type Json,
  type PersonId,
  type PlanId,
  type PlanVersionId,
} from '#shared/core'
import { isAdopted, type Decision, type Grade, type Outcome, type Tally } from '#shared/motion'
import type { PlanKind } from '#shared/plan'
import type { ManifestChanges } from './manifest.ts'

export const statementFormat = 'plenary/endorsement/1'

/** How the act was confirmed. `workspaceKey`: password typed again, signed by the workspace's own key. */
export const endorsementMethods = ['passkey', 'workspaceKey'] as const
export type EndorsementMethod = (typeof endorsementMethods)[number]

/** How a children's plan is endorsed: a document of its own, or a full annex to the National Action Plan. [E7] */
export const endorsementForms = ['separate', 'annex'] as const
export type EndorsementForm = (typeof endorsementForms)[number]

/** A vote in which an NGO seat was against, or in which the NGO seats did not concur. */
export type Objection = {
  /** Of the section; of the vote on the whole, `plan`. */
  readonly code: string
  readonly title: string
  readonly ngoTally: Tally
  readonly outcome: Outcome
  readonly grade: Grade
}

export type EndorsementStatement = {
  readonly format: typeof statementFormat
  readonly act: 'endorse'
  readonly workspace: { readonly name: string; readonly country: string; readonly publicKey: string }
  readonly plan: { readonly id: PlanId; readonly kind: PlanKind; readonly title: string }
  readonly planVersionId: PlanVersionId
  readonly number: number
  readonly root: Digest
  readonly office: 'nationalCoordinator'
  readonly personId: PersonId
  readonly method: EndorsementMethod
  readonly shown: {
    /** How many sections stand in the version, waived ones not counted. */
    readonly sections: number
    readonly objections: readonly Objection[]
    /** Root of the version endorsed before, from which the changes were shown. */
    readonly changesSince: Digest | null
    readonly changes: ManifestChanges
  }
  /** Of a children's plan only. */
  readonly as?: EndorsementForm | undefined
  /** 256 random bits, so that no statement is signed twice. */
  readonly nonce: string
}

export function canonicalStatement(statement: EndorsementStatement): string {
  return canonicalJson(statement satisfies Json)
}

/** What a passkey is asked to sign: SHA-256 of the statement, base64url. */
export function challengeOf(statementText: string): string {
  return toBase64url(sha256Bytes(utf8(statementText)))
}

/** @returns null for what is not a statement of a known format */
export function parseStatement(text: string): EndorsementStatement | null {
  try {
    const value: unknown = JSON.parse(text)
    const isKnown = typeof value === 'object' && value !== null && 'format' in value && value.format === statementFormat
    return isKnown ? (value as EndorsementStatement) : null
  } catch {
    return null
  }
}

/** @returns the objection that stands in this vote, or null where every NGO seat that took a side was for */
export function objectionIn(code: string, title: string, decision: Decision): Objection | null {
  const { outcome, grade, tallyByConstituency } = decision
  if (!isAdopted(outcome) || grade === null) return null
  if (tallyByConstituency.NGO.no === 0 && grade.suffix === null) return null
  return { code, title, ngoTally: tallyByConstituency.NGO, outcome, grade }
}
