/**
 * Checkpoints: how far the record went and what its tree's root was, signed by the workspace and co-signed by witnesses.
 * Forms: https://c2sp.org/tlog-checkpoint and https://c2sp.org/tlog-cosignature. [L2]
 *
 *   plenary/record/5f1c…                         origin
 *   118                                          entries
 *   CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=  root
 *
 *   — plenary/record/5f1c… Az3grlgt…             the workspace, over the three lines
 *   — plenary/witness/77ab… jWbPPwAAAABkGFDL…    a witness, over time and the three lines
 */
import {
  bytesToHex,
  fromBase64,
  fromBase64url,
  hexToBytes,
  joinBytes,
  sha256Hex,
  toBase64,
  toBase64url,
  type Digest,
} from '#shared/core'
import { keyIdOf, parseNote, signaturesBy, type NoteKey, type NoteSignature, type SignedNote } from './note.ts'

export interface Checkpoint {
  /** Which log this is. */
  readonly origin: string
  /** Entries. */
  readonly size: number
  readonly root: Digest
}

/** What a signature has to be verified over: Ed25519 (RFC 8032), key and signature base64url, the UTF-8 bytes of `text`. */
export interface Ed25519Signed {
  readonly publicKey: string
  readonly text: string
  readonly signature: string
}

/**
 * The name of the record that is signed by this key. It follows from the key: the address of a workspace may change, its
 * record does not; and what another key signs is another record.
 *
 * @param publicKey base64url
 */
export function originOf(publicKey: string): string {
  return `plenary/record/${sha256Hex(fromBase64url(publicKey)).slice(0, 16)}`
}

/** @param publicKey base64url */
export function workspaceNoteKey(publicKey: string): NoteKey {
  return { name: originOf(publicKey), type: 'note', publicKey: fromBase64url(publicKey) }
}

/** A witness's key under the name it has here; one that comes as a verifier key has a name already. */
export function witnessNoteKey(publicKey: Uint8Array): NoteKey {
  return { name: `plenary/witness/${sha256Hex(publicKey).slice(0, 16)}`, type: 'cosignature', publicKey }
}

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(hexToBytes(root))}\n`
}

/** @returns null for what is no checkpoint, or has lines of its own beyond the three */
export function parseCheckpointText(text: string): Checkpoint | null {
  const [, origin = '', size = '', encoded = ''] = /^([^\n]+)\n(0|[1-9][0-9]{0,15})\n([^\n]+)\n$/.exec(text) ?? []
  const root = fromBase64(encoded)
  if (origin === '' || root?.length !== 32 || !Number.isSafeInteger(Number(size))) return null
  return { origin, size: Number(size), root: bytesToHex(root) }
}

export interface ReadCheckpoint extends Checkpoint {
  readonly note: SignedNote
}

/** @returns null for what is no signed note of a checkpoint. Nothing of it is believed before a signature is verified. */
export function parseCheckpoint(note: string): ReadCheckpoint | null {
  const read = parseNote(note)
  const checkpoint = read && parseCheckpointText(read.text)
  return checkpoint && { ...checkpoint, note: read }
}

/** @param signature base64url */
export function workspaceSignature(key: NoteKey, signature: string): NoteSignature {
  return { name: key.name, keyId: keyIdOf(key), signature: fromBase64url(signature) }
}

/** The workspace's signatures on a checkpoint, to be verified; none where it has none. Each must hold. */
export function workspaceSigned({ note }: ReadCheckpoint, key: NoteKey): readonly Ed25519Signed[] {
  return signaturesBy(note, key).map(signature => ({
    publicKey: toBase64url(key.publicKey),
    text: note.text,
    signature: toBase64url(signature),
  }))
}

/** A witness's statement that this was, at that time, the largest tree it saw, and that it continued what it saw before. */
export interface Cosigned extends Ed25519Signed {
  /** Seconds since 1970-01-01T00:00Z. */
  readonly timestamp: number
}

/** What a witness signs. @param text of the checkpoint */
export function cosignedText(text: string, timestamp: number): string {
  return `cosignature/v1\ntime ${timestamp}\n${text}`
}

/** @param signature 64 bytes, over `cosignedText` */
export function cosignature(key: NoteKey, timestamp: number, signature: Uint8Array): NoteSignature {
  const time = new Uint8Array(8)
  new DataView(time.buffer).setBigUint64(0, BigInt(timestamp))
  return { name: key.name, keyId: keyIdOf(key), signature: joinBytes(time, signature) }
}

/** The co-signatures by this witness on a checkpoint, to be verified; one of another length is none. */
export function cosigned({ note }: ReadCheckpoint, key: NoteKey): readonly Cosigned[] {
  return signaturesBy(note, key).flatMap(bytes => {
    if (bytes.length !== 72) return []
    const timestamp = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0))
    if (!Number.isSafeInteger(timestamp)) return []
    const text = cosignedText(note.text, timestamp)
    const signature = toBase64url(bytes.subarray(8))
    return [{ publicKey: toBase64url(key.publicKey), text, signature, timestamp }]
  })
}
