/** What seats said to the votes of a plan version, as it is printed with its texts and stands in its file. [V9, V13, E6] */
import { err, ok, sha256Hex, type Result } from '#shared/core'
import { standingInRecord, type BundleStatement, type EndorsementProblem } from '#shared/endorsement'
import { parseEntry, type StoredEntry } from '#shared/record'
import type { Queries } from '#server/db'
import { statementVersions, type MotionRecord } from '#server/motion'
import type { PlanVersion } from './plan-version.ts'
import { entriesAbout } from './store.ts'

/**
 * Those that the record has as standing when these entries end, vote by vote, each vote's in the order of time. What a
 * seat says after the endorsement is printed with the next version.
 *
 * - `text-altered`: what is stored of one is not what was handed in.
 */
export async function printedStatements(
  queries: Queries,
  votes: readonly MotionRecord[],
  cited: readonly StoredEntry[],
): Promise<Result<readonly BundleStatement[], Extract<EndorsementProblem, { type: 'text-altered' }>>> {
  const entries = cited.map(({ text }) => parseEntry(text))
  const versions = await statementVersions(
    queries,
    votes.map(({ id }) => id),
  )
  const texts = new Map(versions.map(({ id, text }) => [id, text]))
  const printed: BundleStatement[] = []
  for (const { id: motionId } of votes) {
    for (const { textDigest, rank: _rank, ...told } of standingInRecord(entries, motionId)) {
      const text = texts.get(told.id) ?? ''
      const found = sha256Hex(text)
      if (found !== textDigest) {
        const place = { part: 'statement', code: told.id, title: '' } as const
        return err({ type: 'text-altered', ...place, expected: textDigest, found })
      }
      printed.push({ ...told, motionId, text })
    }
  }
  return ok(printed)
}

/** What is done with the texts after the endorsement would change the file from day to day. */
export async function entriesUpToEndorsement(
  queries: Queries,
  subjects: readonly string[],
  version: PlanVersion,
): Promise<readonly StoredEntry[]> {
  const entries = await entriesAbout(queries, subjects)
  const given = entries.findLastIndex(({ text }) => {
    const { act, subject } = parseEntry(text)
    return act === 'endorsement.given' && subject === version.id
  })
  return entries.slice(0, given + 1)
}
