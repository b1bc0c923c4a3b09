import { err, type Result } from '#shared/core'
import type { ApiProblem } from '../api/call.ts'
import { endorse, type PreparedAnswer } from '../api/endorsement.ts'

/** Beside the server's: the person or the device did not go through with it. */
export type SigningProblem = ApiProblem | { readonly type: 'passkey-cancelled' }

/** Asks the device to sign the statement, and endorses. `passkey-cancelled`, and those of the server. */
export async function endorseWithPasskey(id: string, prepared: PreparedAnswer): Promise<Result<void, SigningProblem>> {
  // Fetched when it is needed: hardly any reader of this page signs.
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const response = await startAuthentication({ optionsJSON: asRequestOptions(prepared.options) }).catch(() => null)
  if (response === null) return err({ type: 'passkey-cancelled' })
  return endorse(id, {
    method: 'passkey',
    challenge: prepared.challenge,
    response: { ...response, clientExtensionResults: { ...response.clientExtensionResults } },
  })
}

type RequestOptions = Parameters<(typeof import('@simplewebauthn/browser'))['startAuthentication']>[0]['optionsJSON']

/** What the server's WebAuthn library made, through JSON and back: only absent members look different to the types. */
function asRequestOptions(options: PreparedAnswer['options']): RequestOptions {
  return options as RequestOptions
}
