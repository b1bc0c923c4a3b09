import type { Digest, Instant, OrganisationId } from '#shared/core'
import type { VersionState } from '#shared/plan'
import type { SettingFault } from './bounds.ts'

/** Refusals about terms of reference and memoranda. */
export type TermsProblem =
  /** Somebody changed the draft of the settings since it was looked at. Nothing was overwritten. */
  | { readonly type: 'settings-moved-on'; readonly digest: Digest; readonly by: string | null; readonly at: Instant }
  /** A setting would cross a bound that no group can set aside. */
  | { readonly type: 'settings-out-of-bounds'; readonly faults: readonly SettingFault[] }
  /** The terms of an office set nothing. */
  | { readonly type: 'terms-without-settings' }
  /** Exactly this text with these settings is submitted, under vote or in force. */
  | { readonly type: 'terms-already-submitted'; readonly number: number; readonly state: VersionState }
  /** A memorandum is registered with an NGO, and with no other kind of organisation. [G10] */
  | { readonly type: 'memorandum-not-with-ngo'; readonly organisationId: OrganisationId }
  /** It would end before it begins. */
  | { readonly type: 'memorandum-ends-before-it-starts' }
  | { readonly type: 'memorandum-ended' }
