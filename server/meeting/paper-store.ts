import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { asId, type AgendaItemId, type Digest, type Instant, type PaperId, type PersonId } from '#shared/core'
import { papersTable, type Queries, type Tx } from '#server/db'
import type { AgendaSubjectKind } from '#server/motion'
import { oneOf } from './store.ts'

/** What an item is worked on with: a version, or a file kept by its digest. */
export type Paper = {
  readonly id: PaperId
  readonly itemId: AgendaItemId
  readonly name: string
  /** Of the version's text, or SHA-256 of the file's bytes. */
  readonly digest: Digest
  readonly addedBy: PersonId
  readonly addedAt: Instant
  readonly removedAt: Instant | null
} & (
  | { readonly kind: 'version'; readonly subjectKind: AgendaSubjectKind; readonly subjectId: string }
  | { readonly kind: 'file'; readonly mediaType: string; readonly bytes: number }
)

const subjectKinds = [
  'sectionVersion',
  'planVersion',
  'minutesVersion',
  'termsVersion',
] as const satisfies readonly AgendaSubjectKind[]

/** The papers of these items, in the order they were added; taken-away ones left out. */
export async function papersOf(queries: Queries, itemIds: readonly AgendaItemId[]): Promise<readonly Paper[]> {
  if (itemIds.length === 0) return []
  const rows = await queries
    .select()
    .from(papersTable)
    .where(and(inArray(papersTable.itemId, [...itemIds]), isNull(papersTable.removedAt)))
    .orderBy(asc(papersTable.addedAt), asc(papersTable.id))
  return rows.map(rowToPaper)
}

/** Also one that was taken away. */
export async function findPaper(queries: Queries, id: PaperId): Promise<Paper | null> {
  const [row] = await queries.select().from(papersTable).where(eq(papersTable.id, id))
  return row ? rowToPaper(row) : null
}

/** Whether a paper has this digest, one that was taken away among them. */
export async function isDigestNamed(queries: Queries, digest: Digest): Promise<boolean> {
  return (await queries.$count(papersTable, eq(papersTable.digest, digest))) > 0
}

export async function insertPaper(tx: Tx, paper: Paper): Promise<void> {
  const ofVersion = paper.kind === 'version' ? paper : null
  const ofFile = paper.kind === 'file' ? paper : null
  await tx.insert(papersTable).values({
    id: paper.id,
    itemId: paper.itemId,
    kind: paper.kind,
    name: paper.name,
    digest: paper.digest,
    addedBy: paper.addedBy,
    addedAt: paper.addedAt,
    removedAt: paper.removedAt,
    subjectKind: ofVersion?.subjectKind ?? null,
    subjectId: ofVersion?.subjectId ?? null,
    mediaType: ofFile?.mediaType ?? null,
    bytes: ofFile?.bytes ?? null,
  })
}

export async function removePaper(tx: Tx, id: PaperId, removedAt: Instant): Promise<void> {
  await tx.update(papersTable).set({ removedAt }).where(eq(papersTable.id, id))
}

function rowToPaper(row: typeof papersTable.$inferSelect): Paper {
  const { id, itemId, name, digest, addedBy, addedAt, removedAt, kind, subjectKind, subjectId, mediaType, bytes } = row
  const common = {
    id: asId<PaperId>(id),
    itemId: asId<AgendaItemId>(itemId),
    name,
    digest,
    addedBy: asId<PersonId>(addedBy),
    addedAt,
    removedAt,
  }
  if (kind === 'version' && subjectKind !== null && subjectId !== null) {
    return { ...common, kind: 'version', subjectKind: oneOf(subjectKinds, subjectKind), subjectId }
  }
  return { ...common, kind: 'file', mediaType: mediaType ?? 'application/octet-stream', bytes: bytes ?? 0 }
}
