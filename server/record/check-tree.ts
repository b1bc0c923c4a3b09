/**
 * The part of the record's check that concerns its tree: grown again from the entries, it is compared with the stored one
 * subtree by subtree, and at the size of each checkpoint with what was signed. [L2]
 */
import type { Digest } from '#shared/core'
import {
  completedBefore,
  emptyFrontier,
  grow,
  leafDigest,
  parseCheckpoint,
  rootOfFrontier,
  workspaceNoteKey,
  workspaceSigned,
} from '#shared/record'
import type { Deps } from '../deps.ts'
import { verifyEd25519 } from '../ed25519.ts'
import { checkpointsAfter, latestCheckpoint, type SignedCheckpoint } from './checkpoint-store.ts'
import { readSigned } from './signed-file.ts'
import type { RecordRow } from './store.ts'
import { countNodes, loadStretch } from './tree-store.ts'

export type TreeCheckDeps = Pick<Deps, 'read' | 'workspaceKey' | 'config'>

export interface TreeFault {
  readonly number: number
  readonly fault: 'tree-altered' | 'checkpoint-altered' | 'cut-off'
  readonly expected: Digest | null
  readonly found: Digest | null
}

export interface TreeCheck {
  /** Looks up what is stored for the entries of a portion, which begins where the one before ended. */
  prepare(portion: readonly RecordRow[]): Promise<void>
  /** @returns the fault at this entry, or null where its subtrees and the checkpoint of this size are as they should be */
  step(row: RecordRow): TreeFault | null
  /** What was stored or signed for entries that are not there any more. */
  end(): Promise<TreeFault | null>
  /** Checkpoints that held. */
  readonly checkpoints: number
}

export function checkTree(deps: TreeCheckDeps): TreeCheck {
  const { publicKey } = deps.workspaceKey
  let tree = emptyFrontier
  let stored: ReadonlyMap<number, Digest> = new Map()
  let signed = new Map<number, SignedCheckpoint>()
  let checkpoints = 0
  return {
    async prepare(portion) {
      const last = tree.size + portion.length
      stored = await loadStretch(deps.read, completedBefore(tree.size), completedBefore(last))
      signed = new Map((await checkpointsAfter(deps.read, tree.size, portion.length)).map(one => [one.size, one]))
    },
    step(row) {
      const position = completedBefore(tree.size)
      const { frontier, completed } = grow(tree, leafDigest(row.text))
      tree = frontier
      for (const [offset, expected] of completed.entries()) {
        const found = stored.get(position + offset) ?? null
        if (found !== expected) return { number: tree.size, fault: 'tree-altered', expected, found }
      }
      const checkpoint = signed.get(tree.size)
      if (!checkpoint) return null
      const root = rootOfFrontier(tree)
      if (!isSignedAs(checkpoint, root, publicKey)) {
        return { number: tree.size, fault: 'checkpoint-altered', expected: checkpoint.root, found: root }
      }
      checkpoints++
      return null
    },
    async end() {
      const file = readSigned(deps.config.dataFolder)
      const kept = file === null ? null : parseCheckpoint(file)
      const latest = await latestCheckpoint(deps.read)
      const cutOff = { number: tree.size + 1, fault: 'cut-off', expected: null, found: null } as const
      if (Math.max(latest?.size ?? 0, kept?.size ?? 0) > tree.size) return cutOff
      return (await countNodes(deps.read)) > completedBefore(tree.size) ? cutOff : null
    },
    get checkpoints() {
      return checkpoints
    },
  }
}

/** Signed by a key of this workspace: one that was replaced signed under another origin, and is not known any more. */
function isSignedAs(checkpoint: SignedCheckpoint, root: Digest, publicKey: string): boolean {
  const read = parseCheckpoint(checkpoint.note)
  if (!read || read.size !== checkpoint.size || read.root !== root || checkpoint.root !== root) return false
  const key = workspaceNoteKey(publicKey)
  if (read.origin !== key.name) return true
  const signatures = workspaceSigned(read, key)
  return signatures.length > 0 && signatures.every(verifyEd25519)
}
