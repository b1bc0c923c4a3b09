import type { PlanId, PlanVersionId } from '#shared/core'
import type { Deps } from '../deps.ts'

/** Tells pages that a version of a plan is new or has moved on. After the commit. */
export function announce({ bus }: Pick<Deps, 'bus'>, planId: PlanId, planVersionId: PlanVersionId): void {
  bus.publish({ type: 'changed', topic: 'planVersion', id: planVersionId })
  bus.publish({ type: 'changed', topic: 'plan', id: planId })
}
