import { can, type Actor } from '#shared/access'
import { err, isId, ok, type Json, type Result } from '#shared/core'
import type { Problem } from '#shared/problem'
import { readEntry } from '#shared/record'
import type { RecordPageAnswer, RecordQuery } from '#shared/record/schema'
import type { Deps } from '../deps.ts'
import { namesOf, selectEntries } from './store.ts'
import { titlesOf } from './title-store.ts'

/** A page of the record, the latest entry first. Fails with `not-permitted`. [L1] */
export async function listRecord(
  deps: Pick<Deps, 'read'>,
  actor: Actor,
  query: RecordQuery,
): Promise<Result<RecordPageAnswer, Problem>> {
  if (!can(actor, 'record.read')) return err({ type: 'not-permitted' })
  const found = await selectEntries(deps.read, query)
  const page = found.slice(0, query.limit)
  const ids: string[] = []
  const entries = page.map(row => {
    const entry = readEntry(row.text)
    if (entry) for (const value of [entry.actor, entry.seat, entry.subject, entry.facts]) collectIds(value, ids)
    const { number, at, act, subject, text, digest } = row
    return { number, at, act, actor: entry?.actor ?? null, seat: entry?.seat ?? null, subject, text, digest }
  })
  const last = page.at(-1)
  const next = found.length > page.length && last ? last.number : null
  return ok({ entries, names: await namesOf(deps.read, ids), ...(await titlesOf(deps.read, ids)), next })
}

function collectIds(value: Json | undefined, into: string[]): void {
  if (typeof value === 'string') {
    if (isId(value)) into.push(value)
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) collectIds(part, into)
  }
}
