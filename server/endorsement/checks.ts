import { asId, sha256Hex, type PlanVersionId } from '#shared/core'
import type { RecordEntry } from '#shared/record'
import type { Queries } from '#server/db'
import type { RecordCheck, StoredText } from '#server/record'
import { findPlanVersion, findStoredAct, type StoredAct } from './store.ts'

/** What the record vouches for in this slice: manifests, statements, signatures, and reasons for sending back. [L1] */
export const endorsementChecks = [
  { act: 'planVersion.assembled', fact: 'root', load: loadManifest },
  { act: 'planVersion.adopted', fact: 'root', load: loadManifest },
  { act: 'endorsement.given', fact: 'statement', load: loadStatement },
  { act: 'endorsement.sentBack', fact: 'reasons', load: loadReasons },
] as const satisfies readonly RecordCheck[]

async function loadManifest(queries: Queries, { subject }: RecordEntry): Promise<StoredText | null> {
  const version = subject === null ? null : await findPlanVersion(queries, asId<PlanVersionId>(subject))
  return version && { text: version.manifest, digest: version.root }
}

async function loadStatement(queries: Queries, entry: RecordEntry): Promise<StoredText | null> {
  const act = await actOf(queries, entry)
  if (!act) return null
  // One act vouches for two texts; the one that does not hold is the one that is shown.
  const signature = act.signature ?? ''
  if (sha256Hex(signature) !== entry.facts['signature']) return { text: signature, digest: null }
  return { text: act.statement, digest: null }
}

async function loadReasons(queries: Queries, entry: RecordEntry): Promise<StoredText | null> {
  const act = await actOf(queries, entry)
  return act && { text: act.statement, digest: null }
}

async function actOf(queries: Queries, { facts }: RecordEntry): Promise<StoredAct | null> {
  const { endorsementAct } = facts
  return typeof endorsementAct === 'string' ? findStoredAct(queries, endorsementAct) : null
}
