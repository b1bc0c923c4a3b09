/**
 * Shares of texts by constituency. [A5]
 *
 *   log of the text ──▶ thread: letters with number and moment ──▶ persons ──▶ seats of that moment ──▶ counts
 *
 * A frozen version never changes, nor does the past of a log: what was counted once is kept. Texts are counted one after
 * the other, so that a year of many texts holds up nobody else who waits for the thread.
 */
import type { Instant, PersonId, SectionVersionId } from '#shared/core'
import { letterExchanges } from '#shared/amendment'
import {
  authorAt,
  exchanged,
  frozenLetters,
  lengthOf,
  shareOf,
  type Held,
  type LogEntry,
  type Run,
  type TextShare,
  type Written,
} from '#shared/participation'
import { amendmentBehind } from '#server/amendment'
import type { Queries } from '#server/db'
import { loadSectionVersion, type SectionVersion } from '#server/plan'
import { readClients, readHistory } from '#server/sync'
import type { Deps } from '../deps.ts'
import { PackedLog } from './packed-log.ts'
import type { ParticipationThreads } from './threads.ts'

/** What each person ever held, the group that owns the text in view. */
export type HeldBy = (personId: PersonId) => readonly Held[]

/** Counts kept: some hundred bytes each. */
const keptShares = 10_000

export function createTextShares(
  { read, log }: Pick<Deps, 'read' | 'log'>,
  { run }: Pick<ParticipationThreads, 'run'>,
) {
  const kept = new Map<string, Promise<TextShare | null>>()

  function once(key: string, work: () => Promise<TextShare | null>): Promise<TextShare | null> {
    const known = kept.get(key)
    if (known) return known
    const share = work()
    kept.set(key, share)
    if (kept.size > keptShares) kept.delete(kept.keys().next().value ?? key)
    // What could not be counted now may be countable later.
    const forget = (): unknown => kept.get(key) === share && kept.delete(key)
    share.then(found => found === null && forget(), forget)
    return share
  }

  async function runsOf(
    documentId: string,
    upTo: (entry: LogEntry) => boolean,
    frozen: string | null,
    held: HeldBy,
  ): Promise<readonly Run[] | null | 'notCounted'> {
    const answer = await run('written', { log: await logOf(read, documentId, upTo), frozen })
    if (!answer.ok) {
      log.warn('participation.not-counted', { documentId, reason: answer.problem.type })
      return 'notCounted'
    }
    const written = JSON.parse(answer.value) as Written | null
    return written && authorsOf(written, await readClients(read, documentId), held)
  }

  /** Of a version that nobody amended its text says itself; one that an amendment made goes back to that. */
  async function runsOfVersion(version: SectionVersion, held: HeldBy): Promise<readonly Run[] | 'notCounted'> {
    if (!version.content) return 'notCounted'
    const letters = frozenLetters(version.content)
    const unknown: Run = { author: 'UNKNOWN', length: letters.length }
    if (version.amendsId !== null) return (await amendedRuns(version, version.amendsId, letters, held)) ?? [unknown]
    const { sectionId, submittedAt } = version
    const runs = await runsOf(sectionId, ({ at }) => at <= submittedAt, letters, held)
    return runs ?? [unknown]
  }

  async function amendedRuns(
    version: SectionVersion,
    baseId: SectionVersionId,
    letters: string,
    held: HeldBy,
  ): Promise<readonly Run[] | 'notCounted' | null> {
    const base = await loadSectionVersion(read, baseId)
    const amendment = await amendmentBehind(read, version.id)
    if (!base?.content || !amendment || amendment.seat.constituency === 'OBSERVER') return null
    const before = await runsOfVersion(base, held)
    const exchanges = letterExchanges(base.content, amendment.changes)
    if (before === 'notCounted' || !exchanges.ok) return before === 'notCounted' ? before : null
    const after = exchanged(before, exchanges.value, amendment.seat.constituency)
    return lengthOf(shareOf(after)) === letters.length ? after : null
  }

  return {
    /** Null where it could not be counted now, or the stored text is not the one that was frozen. */
    ofVersion(versionId: SectionVersionId, held: HeldBy): Promise<TextShare | null> {
      return once(versionId, async () => {
        const version = await loadSectionVersion(read, versionId)
        const runs = version ? await runsOfVersion(version, held) : 'notCounted'
        return runs === 'notCounted' ? null : shareOf(runs)
      })
    },

    /**
     * Of the live text as it stood at a moment. Null where it could not be counted now, or a part of it cannot be read.
     *
     * @param mark tells the states of the text apart: its latest entry, or a moment in the past
     */
    ofLiveText(documentId: string, until: Instant, mark: string, held: HeldBy): Promise<TextShare | null> {
      return once(`${documentId} ${mark}`, async () => {
        const runs = await runsOf(documentId, ({ at }) => at < until, null, held)
        return runs === null || runs === 'notCounted' ? null : shareOf(runs)
      })
    },
  }
}

export type TextShares = ReturnType<typeof createTextShares>

async function logOf(read: Queries, documentId: string, upTo: (entry: LogEntry) => boolean): Promise<Uint8Array> {
  const packed = new PackedLog()
  for await (const entry of readHistory(read, documentId)) {
    if (!upTo(entry)) break
    packed.add(entry)
  }
  return packed.toBytes()
}

function authorsOf({ runs }: Written, clients: ReadonlyMap<number, PersonId | null>, held: HeldBy): readonly Run[] {
  return runs.map(({ author: { client, at }, length }) => {
    const personId = clients.get(client)
    if (personId === undefined) return { author: 'UNKNOWN', length }
    return { author: personId === null ? 'TEMPLATE' : authorAt(held(personId), at), length }
  })
}
