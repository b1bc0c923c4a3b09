/** Ed25519 by the browser's own cryptography: a witness's key never leaves it, and cannot be copied out of it. [L2] */
import { fromBase64url, toBase64, utf8 } from '#shared/core'
import type { Ed25519Signed } from '#shared/record'

const algorithm = 'Ed25519'

/** Whether this browser can make such keys at this address: older ones cannot, nor any over plain HTTP. */
export async function canSign(): Promise<boolean> {
  try {
    await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
    return true
  } catch {
    return false
  }
}

export interface BrowserKey {
  readonly privateKey: CryptoKey
  /** 32 bytes, base64. */
  readonly publicKey: string
}

export async function makeKey(): Promise<BrowserKey> {
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new Error('a pair of keys was asked for')
  const raw = await crypto.subtle.exportKey('raw', pair.publicKey)
  return { privateKey: pair.privateKey, publicKey: toBase64(new Uint8Array(raw)) }
}

export async function signText(privateKey: CryptoKey, text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, bytesOf(utf8(text))))
}

/** False for whatever does not fit. */
export async function verifySigned({ publicKey, text, signature }: Ed25519Signed): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', bytesOf(fromBase64url(publicKey)), algorithm, false, ['verify'])
    return await crypto.subtle.verify(algorithm, key, bytesOf(fromBase64url(signature)), bytesOf(utf8(text)))
  } catch {
    return false
  }
}

/** In memory of its own, as the browser's cryptography asks. */
function bytesOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes)
}
