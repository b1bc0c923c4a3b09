import type { Digest } from '#shared/core'
import {
  cosigned,
  originOf,
  parseCheckpoint,
  workspaceNoteKey,
  workspaceSigned,
  type Ed25519Signed,
  type ReadCheckpoint,
} from '../checkpoint.ts'
import type { RecordEntry } from '../entry.ts'
import { keyIdOf, parseVerifierKey, type NoteKey } from '../note.ts'
import type { RecordFault } from './verdict.ts'

/** Whether an Ed25519 signature holds. Given from outside: this part of the program knows no cryptography but digests. */
export type VerifyEd25519 = (signed: Ed25519Signed) => boolean

/** The keys of witnesses, from the entries that tell them. */
export function witnessKeyIn({ act, facts }: RecordEntry): NoteKey | null {
  const stated = facts['verifierKey']
  return act === 'witness.keySet' && typeof stated === 'string' ? parseVerifierKey(stated) : null
}

export interface CheckpointLooks {
  readonly publicKey: string
  readonly witnesses: readonly NoteKey[]
  /** Roots of the tree over the entries, by size. */
  readonly roots: ReadonlyMap<number, Digest>
  readonly verify: VerifyEd25519
}

/** The names of the witnesses that co-signed it, or what is wrong with it. */
export function lookAtCheckpoint(
  note: string | null,
  place: string,
  { publicKey, witnesses, roots, verify }: CheckpointLooks,
): { readonly checkpoint: ReadCheckpoint; readonly witnesses: readonly string[] } | RecordFault {
  const checkpoint = note === null ? null : parseCheckpoint(note)
  if (!checkpoint) return { place, fault: 'unreadable' }
  const key = workspaceNoteKey(publicKey)
  const own = workspaceSigned(checkpoint, key)
  if (checkpoint.origin !== originOf(publicKey)) return { place, fault: 'otherRecord', found: checkpoint.origin }
  if (own.length === 0 || !own.every(verify)) return { place, fault: 'signatureDiffers' }
  const root = roots.get(checkpoint.size)
  if (root !== checkpoint.root) return { place, fault: 'rootDiffers', expected: checkpoint.root, found: root }
  const known = new Set([key, ...witnesses].map(one => `${one.name} ${keyIdOf(one)}`))
  const stranger = checkpoint.note.signatures.find(({ name, keyId }) => !known.has(`${name} ${keyId}`))
  if (stranger) return { place, fault: 'unexpected', found: stranger.name }
  const signers: string[] = []
  for (const witness of witnesses) {
    const signed = cosigned(checkpoint, witness)
    if (!signed.every(verify)) return { place, fault: 'signatureDiffers', found: witness.name }
    if (signed.length > 0) signers.push(witness.name)
  }
  return { checkpoint, witnesses: signers }
}
