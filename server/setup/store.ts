import { eq } from 'drizzle-orm'
import type { Instant } from '#shared/core'
import { setupTokensTable, workspaceTable, type Queries, type Tx } from '#server/db'

export async function isSetUp(queries: Queries): Promise<boolean> {
  return (await queries.$count(workspaceTable)) > 0
}

export async function insertWorkspace(
  tx: Tx,
  workspace: {
    readonly name: string
    readonly country: string
    readonly publicKey: string
    readonly demo: boolean
    readonly createdAt: Instant
  },
): Promise<void> {
  // One row, always this id: a second one cannot be inserted. [G1]
  await tx.insert(workspaceTable).values({ id: 1, ...workspace })
}

export async function hasToken(queries: Queries, tokenHash: string): Promise<boolean> {
  return (await queries.$count(setupTokensTable, eq(setupTokensTable.tokenHash, tokenHash))) > 0
}

/** The token of an earlier start stops working. */
export async function replaceTokens(
  tx: Tx,
  token: { readonly tokenHash: string; readonly createdAt: Instant } | null,
): Promise<void> {
  await tx.delete(setupTokensTable)
  if (token) await tx.insert(setupTokensTable).values(token)
}
