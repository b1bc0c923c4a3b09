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
