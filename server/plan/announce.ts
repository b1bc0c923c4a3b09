import type { PlanId, SectionId, SectionVersionId } from '#shared/core'
import type { Deps } from '../deps.ts'

/** Tells pages that a version of a section is new or has moved on. After the commit. */
export function announceVersion(deps: Pick<Deps, 'bus'>, sectionId: SectionId, versionId: SectionVersionId): void {
  deps.bus.publish({ type: 'changed', topic: 'sectionVersion', id: versionId })
  deps.bus.publish({ type: 'changed', topic: 'section', id: sectionId })
}

/** Tells pages that a plan's outline has changed. After the commit. */
export function announceOutline(deps: Pick<Deps, 'bus'>, planId: PlanId, sectionId: SectionId): void {
  deps.bus.publish({ type: 'changed', topic: 'plan', id: planId })
  deps.bus.publish({ type: 'changed', topic: 'section', id: sectionId })
}

/** Has everybody begin afresh who has a text open that goes on in a new epoch, and asks who may write it. After the commit. */
export function announceResumed(deps: Pick<Deps, 'bus'>, sectionId: SectionId): void {
  deps.bus.publish({ type: 'textResumed', documentId: sectionId })
  announceWriters(deps, sectionId)
}

/**
 * Has the sockets of a text asked again who may write it now. Right after the commit: what is on its way to be stored is
 * held back from here on, so that nothing is written in a text once it is closed.
 */
export function announceWriters(deps: Pick<Deps, 'bus'>, sectionId: SectionId): void {
  deps.bus.publish({ type: 'accessChanged', persons: 'everyone' })
  deps.bus.publish({ type: 'changed', topic: 'section', id: sectionId })
}
