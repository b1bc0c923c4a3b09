import type { Tx } from '#server/db'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { insertWorkspace } from './store.ts'

/**
 * Makes the database a workspace: the first entry of the record, with the public key that whatever the workspace signs
 * is checked by. [G1, L1]
 */
export async function keepWorkspace(
  tx: Tx,
  deps: Deps,
  input: { readonly name: string; readonly country: string; readonly demo: boolean },
): Promise<void> {
  const { publicKey } = deps.workspaceKey
  await insertWorkspace(tx, { ...input, publicKey, createdAt: deps.now() })
  await appendRecord(tx, deps, { act: 'workspace.created', actor: null, facts: { ...input, publicKey } })
}
