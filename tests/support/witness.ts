/** A witness's key, held by a test. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { cosignature, cosignedText, parseCheckpoint, signatureLine, verifierKey, witnessNoteKey } from '#shared/record'

export interface TestWitness {
  readonly verifierKey: string
  /** The line that co-signs this checkpoint. */
  cosign(note: string, at: number): string
}

export function makeWitness(): TestWitness {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = new Uint8Array(Buffer.from(String(publicKey.export({ format: 'jwk' }).x), 'base64url'))
  const key = witnessNoteKey(raw)
  return {
    verifierKey: verifierKey(key),
    cosign(note, at) {
      const checkpoint = parseCheckpoint(note)
      if (!checkpoint) throw new Error('no checkpoint')
      const timestamp = Math.floor(at / 1_000)
      const signed = sign(null, Buffer.from(cosignedText(checkpoint.note.text, timestamp)), privateKey)
      return signatureLine(cosignature(key, timestamp, new Uint8Array(signed)))
    },
  }
}
