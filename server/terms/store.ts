import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import { asId, type GroupId, type Instant, type PersonId, type TermsId } from '#shared/core'
import {
  carriesSettings,
  canonicalSettings,
  parseSettings,
  termsKinds,
  type GroupSettings,
  type TermsKind,
} from '#shared/terms'
import type { GroupKind } from '#shared/group'
import { documentUpdatesTable, personsTable, termsTable, type Queries, type Tx } from '#server/db'

/** Terms of reference of one body. */
export interface Terms {
  readonly id: TermsId
  readonly kind: TermsKind
  /** The group that decides on them. */
  readonly groupId: GroupId
  /** The settings as somebody drafted them; null until then, and always of an office. */
  readonly draft: { readonly settings: GroupSettings; readonly at: Instant; readonly by: string | null } | null
}

/** In no order that means anything: bodies are ordered as their groups are. */
export async function listTerms(queries: Queries): Promise<readonly Terms[]> {
  return (await selectTerms(queries).orderBy(asc(termsTable.createdAt), asc(termsTable.id))).map(rowToTerms)
}

export async function findTerms(queries: Queries, termsId: TermsId): Promise<Terms | null> {
  const [row] = await selectTerms(queries).where(eq(termsTable.id, termsId))
  return row ? rowToTerms(row) : null
}

/** The terms of a Working Group itself. */
export async function findTermsOfGroup(queries: Queries, groupId: GroupId): Promise<Terms | null> {
  const rows = await selectTerms(queries).where(eq(termsTable.groupId, groupId))
  return rows.map(rowToTerms).find(terms => carriesSettings(terms.kind)) ?? null
}

export async function insertTerms(
  tx: Tx,
  terms: Pick<Terms, 'id' | 'kind' | 'groupId'>,
  createdAt: Instant,
): Promise<void> {
  await tx.insert(termsTable).values({ ...terms, createdAt })
}

export async function updateDraft(
  tx: Tx,
  termsId: TermsId,
  draft: { readonly settings: GroupSettings; readonly at: Instant; readonly by: PersonId },
): Promise<void> {
  const change = { draft: canonicalSettings(draft.settings), draftChangedAt: draft.at, draftChangedBy: draft.by }
  await tx.update(termsTable).set(change).where(eq(termsTable.id, termsId))
}

/** When a person last changed the live text; what the server seeded does not count. */
export async function lastWrittenAt(queries: Queries, termsId: TermsId): Promise<Instant | null> {
  const { at, documentId, personId, seq } = documentUpdatesTable
  const [last] = await queries
    .select({ at })
    .from(documentUpdatesTable)
    .where(and(eq(documentId, termsId), isNotNull(personId)))
    .orderBy(desc(seq))
    .limit(1)
  return last?.at ?? null
}

function selectTerms(queries: Queries) {
  return queries
    .select({
      id: termsTable.id,
      kind: termsTable.kind,
      groupId: termsTable.groupId,
      draft: termsTable.draft,
      changedAt: termsTable.draftChangedAt,
      changedBy: personsTable.name,
    })
    .from(termsTable)
    .leftJoin(personsTable, eq(personsTable.id, termsTable.draftChangedBy))
}

type TermsRow = Awaited<ReturnType<typeof selectTerms>>[number]

function rowToTerms(row: TermsRow): Terms {
  const kind = termsKinds.find(candidate => candidate === row.kind)
  if (kind === undefined) throw new Error(`terms of reference of an unknown kind are stored: ${row.kind}`)
  return {
    id: asId(row.id),
    kind,
    groupId: asId(row.groupId),
    draft: carriesSettings(kind) ? rowToDraft(kind, row) : null,
  }
}

function rowToDraft(kind: GroupKind, { draft, changedAt, changedBy }: TermsRow): Terms['draft'] {
  if (draft === null || changedAt === null) return null
  return { settings: parseSettings(draft, kind), at: changedAt, by: changedBy }
}
