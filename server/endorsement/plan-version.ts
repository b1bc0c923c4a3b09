import type { Digest, Instant, PersonId, PlanId, PlanVersionId } from '#shared/core'
import type {
  BundleSignature,
  EndorsementForm,
  EndorsementMethod,
  Manifest,
  PlanVersionState,
} from '#shared/endorsement'
import type { Grade } from '#shared/motion'

/** A plan version as stored. `manifest` is the exact text whose digest is the root. [E2] */
export interface PlanVersion {
  readonly id: PlanVersionId
  readonly planId: PlanId
  readonly number: number
  readonly state: PlanVersionState
  readonly manifest: string
  readonly root: Digest
  readonly assembledBy: { readonly id: PersonId; readonly name: string }
  readonly assembledAt: Instant
  readonly adoptedAt: Instant | null
  readonly notedAt: Instant | null
  readonly endorsedAt: Instant | null
  readonly publishedAt: Instant | null
  readonly grade: Grade | null
  readonly endorsedAs: EndorsementForm | null
}

export type NewPlanVersion = Pick<PlanVersion, 'id' | 'planId' | 'number' | 'manifest' | 'root' | 'assembledAt'> & {
  readonly assembledBy: PersonId
}

/** An act of the National Co-ordinator. [E3, E4] */
export type NewAct = {
  readonly id: string
  readonly planVersionId: PlanVersionId
  readonly personId: PersonId
  readonly at: Instant
} & (
  | {
      readonly act: 'endorsed'
      readonly statement: string
      readonly method: EndorsementMethod
      readonly signature: BundleSignature
    }
  | { readonly act: 'sentBack'; readonly reasons: string }
)

export type EndorsementAct = NewAct & { readonly personName: string }

/** A stored text with its manifest, once its digest was compared. */
export interface ReadableVersion extends PlanVersion {
  readonly content: Manifest
}
