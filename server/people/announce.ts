import type { Bus } from '../bus.ts'
import type { PersonId } from '#shared/core'

/** Tells pages that show this person, or this organisation, to fetch again. */
export function announceChange(deps: { readonly bus: Bus }, id: string): void {
  deps.bus.publish({ type: 'changed', topic: 'person', id })
}

/** Tells open sockets to ask again what this person may do. */
export function announceAccess(deps: { readonly bus: Bus }, personId: PersonId): void {
  announceChange(deps, personId)
  deps.bus.publish({ type: 'accessChanged', persons: [personId] })
}
