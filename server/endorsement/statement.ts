import type { PersonId } from '#shared/core'
import {
  isAdoptedEntry,
  manifestChanges,
  parseManifest,
  statementFormat,
  type EndorsementForm,
  type EndorsementMethod,
  type EndorsementStatement,
  type Manifest,
} from '#shared/endorsement'
import type { Digest } from '#shared/core'
import type { Queries } from '#server/db'
import type { Deps } from '../deps.ts'
import type { PlacedVersion } from './access.ts'
import type { Evidence } from './evidence.ts'
import { versionsOfPlan, workspaceName } from './store.ts'

/** What is signed, from how things stand at this moment. [E4] */
export async function statementOf(
  queries: Queries,
  deps: Pick<Deps, 'workspaceKey'>,
  { version, plan }: PlacedVersion,
  evidence: Evidence,
  act: {
    readonly personId: PersonId
    readonly method: EndorsementMethod
    readonly as: EndorsementForm | null
    readonly nonce: string
  },
): Promise<EndorsementStatement> {
  const before = await lastEndorsed(queries, version)
  return {
    format: statementFormat,
    act: 'endorse',
    workspace: await workspaceOf(queries, deps),
    // As it stands in the manifest, which is what was voted on.
    plan: evidence.manifest.plan,
    planVersionId: version.id,
    number: version.number,
    root: version.root,
    office: 'nationalCoordinator',
    personId: act.personId,
    method: act.method,
    shown: {
      sections: evidence.manifest.sections.filter(isAdoptedEntry).length,
      objections: evidence.objections,
      changesSince: before?.root ?? null,
      changes: manifestChanges(before?.manifest ?? null, evidence.manifest),
    },
    ...(plan.kind === 'children' && { as: act.as ?? 'separate' }),
    nonce: act.nonce,
  }
}

export async function workspaceOf(queries: Queries, { workspaceKey }: Pick<Deps, 'workspaceKey'>) {
  const workspace = await workspaceName(queries)
  return { name: workspace?.name ?? '', country: workspace?.country ?? '', publicKey: workspaceKey.publicKey }
}

/** The version of the same plan that was endorsed before this one, whatever became of it since. */
export async function lastEndorsed(
  queries: Queries,
  version: PlacedVersion['version'],
): Promise<{ readonly number: number; readonly root: Digest; readonly manifest: Manifest } | null> {
  const earlier = await versionsOfPlan(queries, version.planId)
  for (const { number, root, endorsedAt, manifest } of earlier) {
    const content = number < version.number && endorsedAt !== null ? parseManifest(manifest) : null
    if (content) return { number, root, manifest: content }
  }
  return null
}
