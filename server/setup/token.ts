/** The one-time link of a first start: whoever can read the server's output may set the workspace up. */
import { sha256Hex } from '#shared/core'
import type { Deps } from '../deps.ts'
import { hasToken, isSetUp, replaceTokens } from './store.ts'

/**
 * Made anew at every start until the workspace is set up.
 *
 * @returns the token for the link, or null where there is nothing to set up any more
 */
export async function ensureSetupToken(deps: Deps): Promise<string | null> {
  return deps.transaction(async tx => {
    if (await isSetUp(tx)) {
      await replaceTokens(tx, null)
      return null
    }
    const token = deps.newSecret()
    await replaceTokens(tx, { tokenHash: sha256Hex(token), createdAt: deps.now() })
    return token
  })
}

/** Whether a link can still be used. */
export async function isSetupToken(deps: Deps, token: string): Promise<boolean> {
  return !(await isSetUp(deps.read)) && (await hasToken(deps.read, sha256Hex(token)))
}
