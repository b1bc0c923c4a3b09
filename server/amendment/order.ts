import type { SectionVersionId } from '#shared/core'
import { distanceFrom, orderAmendments } from '#shared/amendment'
import type { SectionContent } from '#shared/plan'
import type { Queries } from '#server/db'
import { openAmendments, type NamedAmendment } from './store.ts'

export type OrderedAmendment = NamedAmendment & { readonly distance: number }

/** The open amendments to a version in the order of voting. [V4] */
export async function inOrderOfVoting(
  queries: Queries,
  versionId: SectionVersionId,
  content: SectionContent,
): Promise<readonly OrderedAmendment[]> {
  const open = await openAmendments(queries, versionId)
  const measured = open.map(one => ({ ...one, receivedAt: one.at, distance: distanceFrom(content, one) }))
  return orderAmendments(measured)
}
