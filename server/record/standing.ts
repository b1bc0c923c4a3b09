import { can, type Actor } from '#shared/access'
import { err, ok, type Result } from '#shared/core'
import type { CommonProblem } from '#shared/problem'
import { unwitnessedSince } from '#shared/record'
import type { StandingAnswer } from '#shared/record/schema'
import type { Deps } from '../deps.ts'
import { latestCheckpoint } from './checkpoint-store.ts'
import { checkpointNote } from './checkpoints.ts'
import type { SigningRefusal } from './signing.ts'
import { recordSize } from './tree-store.ts'
import { cosignersOf, firstSignedAt, lastCosigned, lastReceivedAt } from './witness-store.ts'

/** What the record's page says above its entries. Fails with `not-permitted`. [L2] */
export async function readStanding(
  deps: Pick<Deps, 'read' | 'now'>,
  actor: Actor,
  refusal: SigningRefusal | null,
): Promise<Result<StandingAnswer, Extract<CommonProblem, { type: 'not-permitted' }>>> {
  if (!can(actor, 'record.read')) return err({ type: 'not-permitted' })
  const latest = await latestCheckpoint(deps.read)
  return ok({
    size: await recordSize(deps.read),
    checkpoint: latest && {
      size: latest.size,
      at: latest.at,
      root: latest.root,
      note: (await checkpointNote(deps.read, latest.size)) ?? latest.note,
      cosignedBy: [...(await cosignersOf(deps.read, latest.size))],
    },
    witnessed: await lastCosigned(deps.read),
    unwitnessedSince: await unwitnessed(deps),
    refusal: refusal?.reason ?? null,
  })
}

/** Since when no witness has co-signed, where that is too long ago. [L2] */
export async function unwitnessed(deps: Pick<Deps, 'read' | 'now'>): Promise<number | null> {
  const lastSignedAt = await lastReceivedAt(deps.read)
  return unwitnessedSince({ lastSignedAt, firstAt: await firstSignedAt(deps.read) }, deps.now())
}
