/** One entry with its proof, as a file that verifies without the server. [L2] */
import { canonicalJson, isBase64url, isNestedBeyond, type Digest } from '#shared/core'
import { originOf, parseCheckpoint, workspaceNoteKey, workspaceSigned, type Ed25519Signed } from './checkpoint.ts'
import { readEntry } from './entry.ts'
import { verifyInclusion } from './proof.ts'
import { leafDigest } from './tree.ts'

export const proofFormat = 'plenary/proof/1'
/** The list in the object. */
const proofNesting = 2

export interface EntryProof {
  readonly number: number
  /** The entry, byte for byte. */
  readonly text: string
  readonly path: readonly Digest[]
  /** The signed note. */
  readonly checkpoint: string
  /** Of the workspace, base64url. Compare it with the one that the country publishes. */
  readonly publicKey: string
}

/** One line of canonical JSON. */
export function proofFile({ number, text, path, checkpoint, publicKey }: EntryProof): string {
  return `${canonicalJson({ format: proofFormat, number, text, path, checkpoint, publicKey })}\n`
}

/** @returns null for what is no such file, or was changed after it was written */
export function readProofFile(file: string): EntryProof | null {
  if (!file.startsWith('{"checkpoint":') || isNestedBeyond(file, proofNesting)) return null
  try {
    const value = JSON.parse(file) as EntryProof
    const texts = [value.text, value.checkpoint, value.publicKey].every(one => typeof one === 'string')
    const digests = Array.isArray(value.path) && value.path.every(one => /^[0-9a-f]{64}$/.test(String(one)))
    return texts && digests && isBase64url(value.publicKey) && proofFile(value) === file ? value : null
  } catch {
    return null
  }
}

/** What does not hold: the way to the root, or the signature over it; null where both do. */
export function entryProofFault(
  { number, text, path, checkpoint: note, publicKey }: EntryProof,
  verify: (signed: Ed25519Signed) => boolean,
): 'notIncluded' | 'signatureDiffers' | null {
  const checkpoint = parseCheckpoint(note)
  if (!checkpoint || checkpoint.origin !== originOf(publicKey)) return 'signatureDiffers'
  const signatures = workspaceSigned(checkpoint, workspaceNoteKey(publicKey))
  if (signatures.length === 0 || !signatures.every(verify)) return 'signatureDiffers'
  const { size, root } = checkpoint
  const included = verifyInclusion({ leaf: leafDigest(text), index: number - 1, size, root, path })
  return included && readEntry(text)?.number === number ? null : 'notIncluded'
}
