import type { Digest, MotionId, PlanVersionId, SectionId } from '#shared/core'
import type { BundleFault } from './bundle.ts'

/** Refusals about plan versions and the National Co-ordinator's acts. */
export type EndorsementProblem =
  /** The plan version is no longer in the state that the act needs. */
  | { readonly type: 'plan-version-moved-on'; readonly state: string }
  /** Some sections cannot stand in a manifest yet; each is named with what it lacks. [E2, E5] */
  | { readonly type: 'plan-incomplete'; readonly missing: readonly MissingSection[] }
  /** An earlier candidate of the plan is under vote: it is voted out before another takes its place. */
  | { readonly type: 'candidate-under-vote'; readonly planVersionId: PlanVersionId; readonly number: number }
  /** Exactly these texts are the open candidate, or stand adopted or endorsed, already. */
  | { readonly type: 'manifest-unchanged'; readonly planVersionId: PlanVersionId; readonly number: number }
  /** Something stored is not what was adopted: the text of a section, its vote, what the record says of it. [E5] */
  | {
      readonly type: 'text-altered'
      readonly part: 'manifest' | 'section' | 'vote' | 'statement' | 'record'
      /** Of the section; `plan` for the vote on the whole, `manifest` for the list itself. */
      readonly code: string
      readonly title: string
      readonly expected: Digest
      /** Empty where nothing is found. */
      readonly found: Digest
    }
  /**
   * Adopted over the objection of the NGO seats, and not certified: their dissent may still come, to be printed with it.
   * `code` is `plan` for the whole. [E5, V9]
   */
  | { readonly type: 'dissent-missing'; readonly code: string; readonly title: string; readonly motionId: MotionId }
  /** The act belongs to whoever holds the office at that moment. [E5] */
  | { readonly type: 'not-in-office' }
  /** The statement was signed or withdrawn already, or waited longer than it may. */
  | { readonly type: 'statement-expired' }
  /** What was shown for signing is no longer how things stand. */
  | { readonly type: 'statement-outdated' }
  /** What is stored of the record does not continue what was signed, so nothing can be proven by it. [L2] */
  | { readonly type: 'record-not-signed' }
  /** The file that everybody can verify does not verify. [E6] */
  | { readonly type: 'bundle-not-valid'; readonly faults: readonly BundleFault[] }

export interface MissingSection {
  readonly sectionId: SectionId
  readonly code: string
  readonly title: string
  readonly reason: MissingReason
  /** The vote that is to be certified. */
  readonly motionId?: MotionId
}

/** `notAdopted`: no version stands. `altered`: the stored text lost its digest. `dissentMissing`: see above. */
export type MissingReason = 'notAdopted' | 'altered' | 'dissentMissing'
