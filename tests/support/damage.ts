/** Texts of which a part cannot be read. */
import { join } from 'node:path'
import { desc, eq, inArray } from 'drizzle-orm'
import * as Y from 'yjs'
import type { PersonId } from '#shared/core'
import {
  documentSetAsideTable,
  documentSnapshotsTable,
  documentStandingsTable,
  documentUpdatesTable,
  openDatabase,
} from '#server/db'
import type { Deps } from '../../server/deps.ts'

/** Has a text stand still, as it does when changes of these words, by these persons, could not be applied. */
export async function setTextAside(
  deps: Pick<Deps, 'transaction' | 'now'>,
  documentId: string,
  changes: readonly { readonly by: PersonId; readonly words: string }[],
): Promise<void> {
  const at = deps.now()
  await deps.transaction(async tx => {
    const damaged = { documentId, epoch: 1, damagedAt: at }
    await tx
      .insert(documentStandingsTable)
      .values(damaged)
      .onConflictDoUpdate({ target: documentStandingsTable.documentId, set: { damagedAt: at } })
    for (const { by, words } of changes) {
      const doc = new Y.Doc()
      doc.getText('t').insert(0, words)
      const bytes = Buffer.from(Y.encodeStateAsUpdate(doc))
      const seq = 1_000 + (await tx.$count(documentSetAsideTable))
      await tx.insert(documentSetAsideTable).values({ seq, documentId, personId: by, at, bytes, setAsideAt: at })
    }
  })
}

/** Overwrites the last entries of a text's log in a data folder that no server runs over. */
export async function spoilText(dataFolder: string, documentId: string, entries: number): Promise<void> {
  const database = openDatabase({ file: join(dataFolder, 'plenary.sqlite'), migrationsFolder: 'drizzle' })
  await database.transaction(async tx => {
    const last = await tx
      .select({ seq: documentUpdatesTable.seq })
      .from(documentUpdatesTable)
      .where(eq(documentUpdatesTable.documentId, documentId))
      .orderBy(desc(documentUpdatesTable.seq))
      .limit(entries)
    await tx
      .update(documentUpdatesTable)
      .set({ bytes: Buffer.from('spoilt') })
      .where(
        inArray(
          documentUpdatesTable.seq,
          last.map(row => row.seq),
        ),
      )
    await tx.delete(documentSnapshotsTable).where(eq(documentSnapshotsTable.documentId, documentId))
  })
  await database.close()
}
