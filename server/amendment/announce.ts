import type { AmendmentId, SectionVersionId } from '#shared/core'
import type { Deps } from '../deps.ts'

/** Tells pages that an amendment to a version is new or has moved on. After the commit. */
export function announceAmendment(deps: Pick<Deps, 'bus'>, id: AmendmentId, versionId: SectionVersionId): void {
  deps.bus.publish({ type: 'changed', topic: 'amendment', id })
  deps.bus.publish({ type: 'changed', topic: 'sectionVersion', id: versionId })
}
