import type { TermsId } from '#shared/core'
import type { Deps } from '../deps.ts'

/** Tells pages that terms of reference, their draft or a version of them have changed. After the commit. */
export function announceTerms(deps: Pick<Deps, 'bus'>, termsId: TermsId): void {
  deps.bus.publish({ type: 'changed', topic: 'terms', id: termsId })
}

/** Has everybody begin afresh who has a text open that goes on in a new epoch. After the commit. */
export function announceResumed(deps: Pick<Deps, 'bus'>, termsId: TermsId): void {
  deps.bus.publish({ type: 'textResumed', documentId: termsId })
  deps.bus.publish({ type: 'accessChanged', persons: 'everyone' })
  announceTerms(deps, termsId)
}
