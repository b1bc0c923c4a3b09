/**
 * A witness compares the record with what this device saw of it last, before it signs. The server's own word for what
 * was seen would be worth nothing: whoever rewrites the record rewrites that too. [L2]
 */
import { err, ok, type Result } from '#shared/core'
import {
  originOf,
  parseCheckpoint,
  verifyConsistency,
  workspaceNoteKey,
  workspaceSigned,
  type Ed25519Signed,
  type ReadCheckpoint,
} from '#shared/record'
import type { ApiProblem } from '../api/call.ts'
import type { ConsistencyAnswer } from '../api/record.ts'

/** What this device keeps of the record. */
export interface Seen {
  /** The checkpoint's note. */
  readonly note: string
  /** Of the workspace, base64url. */
  readonly publicKey: string
}

export type Verify = (signed: Ed25519Signed) => Promise<boolean>

export interface RecordAsked {
  checkpoint(): Promise<Result<string, ApiProblem>>
  key(): Promise<Result<{ readonly publicKey: string }, ApiProblem>>
  consistency(from: number, to: number): Promise<Result<ConsistencyAnswer, ApiProblem>>
}

/** Why the record is not the one that was seen. */
export type Rewrite = 'otherKey' | 'notSigned' | 'shorter' | 'inconsistent'

export type Look =
  /** Nothing to compare with on this device. */
  | { readonly kind: 'first'; readonly now: ReadCheckpoint; readonly seen: Seen }
  | { readonly kind: 'continues'; readonly now: ReadCheckpoint; readonly seen: Seen; readonly from: number }
  | { readonly kind: 'rewritten'; readonly why: Rewrite; readonly before: Seen | null; readonly shown: string }

/**
 * Fetches the present checkpoint and proves that it continues the one seen last.
 *
 * @param before null on a device that has seen none
 * @returns a problem where nothing could be fetched: then nothing is known, neither good nor bad
 */
export async function lookAtRecord(
  before: Seen | null,
  asked: RecordAsked,
  verify: Verify,
): Promise<Result<Look, ApiProblem>> {
  const note = await asked.checkpoint()
  if (!note.ok) return note
  const key = await asked.key()
  if (!key.ok) return key
  const seen = { note: note.value, publicKey: key.value.publicKey }
  const rewritten = (why: Rewrite): Result<Look, ApiProblem> =>
    ok({ kind: 'rewritten', why, before, shown: note.value })
  if (before !== null && before.publicKey !== seen.publicKey) return rewritten('otherKey')
  const now = parseCheckpoint(seen.note)
  if (!now || !(await isSigned(now, seen.publicKey, verify))) return rewritten('notSigned')
  const last = before && parseCheckpoint(before.note)
  if (!last) return ok({ kind: 'first', now, seen })
  if (now.size < last.size) return rewritten('shorter')
  const proof = now.size === last.size ? null : await asked.consistency(last.size, now.size)
  // What the server does not have any more was taken away; any other failure leaves it open.
  if (proof && !proof.ok && proof.problem.type !== 'not-found') return err(proof.problem)
  const path = proof?.ok ? proof.value.path : []
  return verifyConsistency({ from: last, to: now, path })
    ? ok({ kind: 'continues', now, seen, from: last.size })
    : rewritten('inconsistent')
}

async function isSigned(now: ReadCheckpoint, publicKey: string, verify: Verify): Promise<boolean> {
  if (now.origin !== originOf(publicKey)) return false
  const signatures = workspaceSigned(now, workspaceNoteKey(publicKey))
  const held = await Promise.all(signatures.map(verify))
  return held.length > 0 && held.every(Boolean)
}
