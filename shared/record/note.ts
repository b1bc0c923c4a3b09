/**
 * Signed notes, as C2SP writes them (https://c2sp.org/signed-note): a text, an empty line, and a line for each signature.
 *
 *   text ⏎ … ⏎
 *   ⏎
 *   — <key name> base64(key id ‖ signature) ⏎
 *
 *   key id        the first 4 bytes of SHA-256(key name ‖ 0x0A ‖ signature type ‖ public key)
 *   verifier key  <key name>+<key id in hexadecimal>+base64(signature type ‖ public key)
 *
 * Name and id together say whose signature it is; a signature by an unknown key says nothing and is passed over.
 */
import { bytesToHex, fromBase64, joinBytes, sha256Bytes, toBase64, utf8 } from '#shared/core'

/** What a key signs: the note's text (0x01), or a checkpoint together with the time (0x04). */
export const signatureTypes = { note: 0x01, cosignature: 0x04 } as const
export type SignatureType = keyof typeof signatureTypes

/** An Ed25519 key by its name in notes. */
export interface NoteKey {
  readonly name: string
  readonly type: SignatureType
  /** 32 bytes (RFC 8032). */
  readonly publicKey: Uint8Array
}

export interface NoteSignature {
  readonly name: string
  /** 4 bytes, in hexadecimal. */
  readonly keyId: string
  readonly signature: Uint8Array
}

export interface SignedNote {
  /** With its last line's end. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** Signatures that a note may have. The format asks for at least 16. */
const signatureLimit = 64
/** Longer than any checkpoint with that many signatures. */
const lengthLimit = 64 * 1024

export function keyIdOf({ name, type, publicKey }: NoteKey): string {
  const hashed = joinBytes(utf8(name), Uint8Array.of(0x0a, signatureTypes[type]), publicKey)
  return bytesToHex(sha256Bytes(hashed).subarray(0, 4))
}

/** A key as it is handed to whoever is to verify by it. */
export function verifierKey(key: NoteKey): string {
  return `${key.name}+${keyIdOf(key)}+${toBase64(joinBytes(Uint8Array.of(signatureTypes[key.type]), key.publicKey))}`
}

/** @returns null for what is no verifier key of an Ed25519 key, or has another key's id */
export function parseVerifierKey(text: string): NoteKey | null {
  const [, name = '', keyId, encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text) ?? []
  const bytes = fromBase64(encoded)
  if (!isKeyName(name) || bytes?.length !== 33) return null
  const type = (['note', 'cosignature'] as const).find(one => signatureTypes[one] === bytes[0])
  if (!type) return null
  const key: NoteKey = { name, type, publicKey: bytes.subarray(1) }
  return keyIdOf(key) === keyId ? key : null
}

export function isKeyName(name: string): boolean {
  return /^[^\p{White_Space}\p{Cc}\p{Cs}+]+$/u.test(name)
}

/** One signature's line, with its end. */
export function signatureLine({ name, keyId, signature }: NoteSignature): string {
  const id = Uint8Array.from(keyId.match(/../g) ?? [], digits => Number.parseInt(digits, 16))
  return `— ${name} ${toBase64(joinBytes(id, signature))}\n`
}

/** @returns null for what is not exactly one signature's line, its end included */
export function parseSignatureLine(line: string): NoteSignature | null {
  const [, name = '', encoded = ''] = /^— ([^ \n]+) ([A-Za-z0-9+/=]+)\n$/.exec(line) ?? []
  const bytes = fromBase64(encoded)
  if (!isKeyName(name) || !bytes || bytes.length < 5) return null
  return { name, keyId: bytesToHex(bytes.subarray(0, 4)), signature: bytes.subarray(4) }
}

export function writeNote({ text, signatures }: SignedNote): string {
  return `${text}\n${signatures.map(signatureLine).join('')}`
}

/**
 * Reads a note strictly: whatever it gives back, `writeNote` writes byte for byte as it was.
 *
 * @param note decoded from valid UTF-8
 * @returns null for what is no signed note
 */
export function parseNote(note: string): SignedNote | null {
  if (note.length > lengthLimit || !isPrintable(note)) return null
  const split = note.lastIndexOf('\n\n')
  if (split === -1) return null
  const lines = note.slice(split + 2).split(/(?<=\n)/)
  const signatures = lines.map(parseSignatureLine)
  if (signatures.length > signatureLimit) return null
  return signatures.every(signature => signature !== null) ? { text: note.slice(0, split + 1), signatures } : null
}

/** No control character but the end of a line, and no half of a surrogate pair. */
function isPrintable(note: string): boolean {
  for (const character of note) {
    const code = character.codePointAt(0) ?? 0
    if ((code < 0x20 && code !== 0x0a) || (code >= 0xd800 && code <= 0xdfff)) return false
  }
  return true
}

/** The signatures of a note that claim to be by this key. */
export function signaturesBy({ signatures }: SignedNote, key: NoteKey): readonly Uint8Array[] {
  const keyId = keyIdOf(key)
  return signatures.filter(one => one.name === key.name && one.keyId === keyId).map(one => one.signature)
}
