/**
 * Signing a checkpoint: what the record is now, as a continuation of what was signed before, or not at all. [L2]
 *
 *   signed before (database, file beside the key) ─▶ is the stored tree of that size its root?
 *   entries since, as they lie                    ─▶ grow that tree by them ─▶ is it the stored tree?
 *                                                 ─▶ sign ─▶ file ─▶ database
 *
 * The file comes first: a checkpoint that anybody can have seen is one that the next signing looks at.
 */
import { setImmediate } from 'node:timers/promises'
import { err, ok, type Digest, type Result } from '#shared/core'
import {
  checkpointText,
  entryDigest,
  grow,
  leafDigest,
  originOf,
  parseCheckpoint,
  rootOfFrontier,
  workspaceNoteKey,
  workspaceSignature,
  writeNote,
  type Frontier,
} from '#shared/record'
import type { Deps } from '../deps.ts'
import { findCheckpoint, insertCheckpoint, latestCheckpoint, type SignedCheckpoint } from './checkpoint-store.ts'
import { keepSigned, readSigned } from './signed-file.ts'
import { entriesAfter } from './store.ts'
import { loadFrontier, recordSize } from './tree-store.ts'

/** Why the record as it is stored is not signed. */
export type SigningRefusal =
  /** What was signed before covers entries that are not there any more. */
  | { readonly reason: 'cut-off'; readonly signed: number; readonly entries: number }
  /** The entries that were signed before are not those that are there. */
  | { readonly reason: 'rewritten'; readonly signed: number; readonly entries: number }
  /** An entry written since is missing, or not what was written. */
  | { readonly reason: 'altered'; readonly number: number }
  /** The file beside the key is no checkpoint. */
  | { readonly reason: 'file-unreadable' }

type SigningDeps = Pick<Deps, 'read' | 'transaction' | 'now' | 'workspaceKey' | 'config'>

const portion = 500

/**
 * Signs the record as it is committed now. What was signed already is given back as it was.
 *
 * @returns null for a record without entries
 */
export async function signCheckpoint(deps: SigningDeps): Promise<Result<SignedCheckpoint | null, SigningRefusal>> {
  const size = await recordSize(deps.read)
  const latest = await latestCheckpoint(deps.read)
  const kept = readSigned(deps.config.dataFolder)
  const file = kept === null ? null : parseCheckpoint(kept)
  if (kept !== null && !file) return err({ reason: 'file-unreadable' })
  if (latest?.size === size && (!file || isSame(latest, file))) return ok(latest)

  const before = [latest, file].filter(one => one !== null).toSorted((a, b) => a.size - b.size)
  const grown = await growFrom(deps, before, size)
  if (!grown.ok) return grown
  if (size === 0) return ok(null)

  const root = rootOfFrontier(grown.value)
  const signed = makeCheckpoint(deps, size, root)
  // Another signing may have gone further meanwhile; the file keeps the furthest.
  const now = readSigned(deps.config.dataFolder)
  if (((now === null ? null : parseCheckpoint(now))?.size ?? 0) < size) keepSigned(deps.config.dataFolder, signed.note)
  await deps.transaction(tx => insertCheckpoint(tx, signed))
  return ok(await findCheckpoint(deps.read, size))
}

/** The tree of `size` entries, grown from the last checkpoint by what lies there. */
async function growFrom(
  deps: Pick<Deps, 'read'>,
  before: readonly { readonly size: number; readonly root: Digest }[],
  size: number,
): Promise<Result<Frontier, SigningRefusal>> {
  for (const signed of before) {
    if (signed.size > size) return err({ reason: 'cut-off', signed: signed.size, entries: size })
    const tree = await loadFrontier(deps.read, signed.size)
    if (!tree || rootOfFrontier(tree) !== signed.root) {
      return err({ reason: 'rewritten', signed: signed.size, entries: size })
    }
  }
  let tree = (await loadFrontier(deps.read, before.at(-1)?.size ?? 0)) ?? { size: 0, digests: [] }
  while (tree.size < size) {
    const entries = await entriesAfter(deps.read, tree.size, Math.min(portion, size - tree.size))
    if (entries.length === 0) return err({ reason: 'altered', number: tree.size + 1 })
    for (const { number, text, digest } of entries) {
      const expected = tree.size + 1
      if (number !== expected || entryDigest(text) !== digest) return err({ reason: 'altered', number: expected })
      tree = grow(tree, leafDigest(text)).frontier
    }
    await setImmediate()
  }
  const stored = await loadFrontier(deps.read, size)
  if (!stored || rootOfFrontier(stored) !== rootOfFrontier(tree)) {
    return err({ reason: 'altered', number: (before.at(-1)?.size ?? 0) + 1 })
  }
  return ok(tree)
}

function makeCheckpoint(deps: Pick<Deps, 'now' | 'workspaceKey'>, size: number, root: Digest): SignedCheckpoint {
  const { publicKey, sign } = deps.workspaceKey
  const text = checkpointText({ origin: originOf(publicKey), size, root })
  const signature = workspaceSignature(workspaceNoteKey(publicKey), sign(text))
  return { size, root, at: deps.now(), note: writeNote({ text, signatures: [signature] }) }
}

function isSame(one: { size: number; root: Digest }, other: { size: number; root: Digest }): boolean {
  return one.size === other.size && one.root === other.root
}
