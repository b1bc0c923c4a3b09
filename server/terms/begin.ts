import * as Y from 'yjs'
import type { TermsId } from '#shared/core'
import type { Group } from '#shared/group'
import { seedNarrative } from '#shared/narrative'
import { termsOutline, type TermsKind } from '#shared/terms'
import type { Queries } from '#server/db'
import { listGroups } from '#server/group'
import { seedDocument } from '#server/sync'
import type { Deps } from '../deps.ts'
import { insertTerms, listTerms } from './store.ts'

/** What a group decides on: its own terms, and the NWG those of the two offices. [G10] */
const decidedBy = {
  nwg: ['nationalCoordinator', 'secretariat', 'nwg'],
  twg: ['twg'],
} as const satisfies Record<Group['kind'], readonly TermsKind[]>

/**
 * Gives every body that has none yet its terms of reference, to be written from an outline. A group may have been added
 * since, or the workspace be older than terms of reference. Writers run one at a time: nobody gets two.
 */
export async function beginTerms(deps: Pick<Deps, 'read' | 'transaction' | 'now' | 'newId'>): Promise<void> {
  if ((await bodiesWithout(deps.read)).length === 0) return
  await deps.transaction(async tx => {
    for (const { kind, groupId } of await bodiesWithout(tx)) {
      const id = deps.newId<TermsId>()
      await insertTerms(tx, { id, kind, groupId }, deps.now())
      await seedDocument(tx, deps, id, outlineUpdate(kind))
    }
  })
}

async function bodiesWithout(queries: Queries) {
  const known = await listTerms(queries)
  return (await listGroups(queries)).flatMap(group =>
    decidedBy[group.kind]
      .filter(kind => !known.some(terms => terms.groupId === group.id && terms.kind === kind))
      .map(kind => ({ kind, groupId: group.id })),
  )
}

function outlineUpdate(kind: TermsKind): Uint8Array {
  const doc = new Y.Doc()
  seedNarrative(doc.getXmlFragment('narrative'), termsOutline(kind))
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}
