import type { Digest, Instant, SectionVersionId } from '#shared/core'
import type { VersionState } from './states.ts'

/** Refusals about plans, sections and their versions. */
export type PlanProblem =
  /** The version is no longer in the state that the act needs: somebody else was first. */
  | { readonly type: 'version-moved-on'; readonly state: string }
  /** The live text is no longer the one that was looked at; `digest` is that of the text as it stands now. */
  | { readonly type: 'text-moved-on'; readonly digest: Digest }
  /** Exactly this text has been submitted before and is not out of the race. */
  | {
      readonly type: 'already-submitted'
      readonly versionId: SectionVersionId
      readonly number: number
      readonly state: VersionState
    }
  /** The live text holds what cannot be frozen; each fault is named. */
  | { readonly type: 'text-unreadable'; readonly faults: readonly TextFault[] }
  /** A waived section is neither edited nor submitted. */
  | { readonly type: 'section-waived' }
  /** The text is closed for writing already, since then. */
  | { readonly type: 'text-closed'; readonly since: Instant }
  /** The text is open for writing: there is nothing to open. */
  | { readonly type: 'text-open' }
  /** A part of the text could not be read, found then: what would be submitted may lack words. */
  | { readonly type: 'text-damaged'; readonly since: Instant }
  /** All of the text could be read, or it was opened again already. */
  | { readonly type: 'text-not-damaged' }

/** Something in a live text that only a foreign or faulty client can have written. */
export interface TextFault {
  readonly part: 'narrative' | 'framework'
  /** Where: child indices of the narrative, or the id of the framework's element. */
  readonly place: string
  readonly reason: string
}
