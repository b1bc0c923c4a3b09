/**
 * One byte, anywhere: in a stored ballot, in an entry of the record, in the file of the whole record. And what only a
 * witness can tell: entries dropped at the end, a record signed anew by whoever has the key. [L1, L2]
 */
import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { canonicalJson, hourMs, type Digest } from '#shared/core'
import { checkpointLine, entryLine, headerLine, recordFormat, verifyRecord } from '#shared/record/whole'
import {
  chainStart,
  checkpointText,
  emptyFrontier,
  entryDigest,
  grow,
  leafDigest,
  originOf,
  parseCheckpoint,
  rootOfFrontier,
  workspaceNoteKey,
  workspaceSignature,
  writeNote,
  type StoredEntry,
} from '#shared/record'
import { motionEventsTable, recordTable } from '#server/db'
import { closeDueMotions, motionChecks, motionVotes } from '#server/motion'
import { checkRecord, exportRecord, signCheckpoint } from '#server/record'
import { verifyEd25519 } from '../../server/ed25519.ts'
import { allYes, cast, castAll, inVoteWorkspace, openOrThrow, workspace } from '../support/vote-workspace.ts'

inVoteWorkspace()

beforeEach(async () => {
  const motionId = await openOrThrow()
  await castAll(motionId, { ...allYes, n2: 'RECUSED' })
  await cast(motionId, 's1.head', 'NO')
  workspace.advance(hourMs)
  await closeDueMotions(workspace.deps, workspace.subjects)
})

async function exported(): Promise<Uint8Array> {
  const lines = await exportRecord(workspace.deps, await workspace.actor('nationalCoordinator'), motionVotes)
  if (!lines.ok) throw new Error(lines.problem.reason)
  let text = ''
  for await (const line of lines.value) text += line
  return new TextEncoder().encode(text)
}

/** Another visible character in the place of one. */
function flipped(text: string, at: number): string {
  const position = at % text.length
  const other = text[position] === '#' ? '*' : '#'
  return text.slice(0, position) + other + text.slice(position + 1)
}

const entries = () => workspace.deps.read.select().from(recordTable).orderBy(asc(recordTable.number))

describe('the check of the server names', () => {
  test('[L1] the entry, for any character of any entry or of its digest', async () => {
    await signCheckpoint(workspace.deps)
    const rows = await entries()
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.boolean(), async (which, at, inDigest) => {
        const row = rows[which % rows.length]
        if (!row) return
        const change = inDigest ? { digest: flipped(row.digest, at) } : { entry: flipped(row.entry, at) }
        const put = (values: Partial<typeof recordTable.$inferInsert>) =>
          workspace.deps.transaction(async tx => {
            await tx.update(recordTable).set(values).where(eq(recordTable.number, row.number))
          })
        await put(change)
        expect(await checkRecord(workspace.deps, motionChecks)).toMatchObject({ ok: false, number: row.number })
        await put({ entry: row.entry, digest: row.digest })
      }),
      { numRuns: 60 },
    )
    expect(await checkRecord(workspace.deps, motionChecks)).toMatchObject({ ok: true })
  })

  test('[L1] the entry that vouches for it, for any character of any stored ballot, and for its columns', async () => {
    const recorded = await entries()
    const events = await workspace.deps.read.select().from(motionEventsTable).orderBy(asc(motionEventsTable.seq))
    const vouching = (index: number) =>
      recorded.find(({ act, entry }) =>
        events[index]?.type === 'closed'
          ? act === 'motion.closed'
          : act === 'ballot.cast' && entry.includes(`"seq":${index + 1}}`),
      )?.number
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.nat(),
        fc.constantFrom('event', 'type', 'at', 'seatId'),
        async (which, at, column) => {
          const index = which % events.length
          const row = events[index]
          if (!row) return
          const other = events.find(({ seatId }) => seatId !== null && seatId !== row.seatId)?.seatId ?? null
          const change = {
            event: { event: flipped(row.event, at) },
            type: { type: flipped(row.type, at) },
            at: { at: row.at + 1 + (at % 1_000) },
            seatId: { seatId: other },
          }[column]
          const put = (values: Partial<typeof row>) =>
            workspace.deps.transaction(async tx => {
              await tx.update(motionEventsTable).set(values).where(eq(motionEventsTable.seq, row.seq))
            })
          await put(change)
          const number = vouching(index)
          expect(number).toBeGreaterThan(0)
          expect(await checkRecord(workspace.deps, motionChecks)).toMatchObject({
            ok: false,
            number,
            fault: 'content-altered',
          })
          await put(row)
        },
      ),
      { numRuns: 80 },
    )
  })

  test('[L1] the close, for a ballot that was slipped in or taken out', async () => {
    const closed = (await entries()).find(({ act }) => act === 'motion.closed')?.number
    const [first] = await workspace.deps.read.select().from(motionEventsTable)
    if (!first) throw new Error('none')
    const { seq: _seq, ...ballot } = first
    await workspace.deps.transaction(async tx => void (await tx.insert(motionEventsTable).values(ballot)))
    expect(await checkRecord(workspace.deps, motionChecks)).toMatchObject({ ok: false, number: closed })
  })
})

describe('the file of the whole record', () => {
  test('[L2] verifies, and tells what it proves', async () => {
    const verdict = verifyRecord(await exported(), verifyEd25519)
    expect(verdict).toMatchObject({ ok: true, facts: { votes: 1, ballots: 8, checkpoints: 1, witnessed: null } })
  })

  test('[L2] with one altered byte never verifies; in an entry it is named, in a ballot the entry that vouches for it', async () => {
    const bytes = await exported()
    const lines = new TextDecoder().decode(bytes).split('\n')
    const size = (await entries()).length
    const votes = (await entries()).filter(({ act }) => /^(ballot|motion)\./.test(act)).map(({ number }) => number)
    const lineAt = (position: number) => new TextDecoder().decode(bytes.subarray(0, position)).split('\n').length - 1
    expect(lines).toHaveLength(1 + size + 1 + 1 + 1)
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (position, flip) => {
        const altered = Uint8Array.from(bytes)
        altered[position] = (altered[position] ?? 0) ^ flip
        const verdict = verifyRecord(altered, verifyEd25519)
        expect(verdict.ok).toBe(false)
        if (verdict.ok) return
        const [place] = verdict.faults.map(fault => fault.place)
        const line = lineAt(position)
        if (line >= 1 && line <= size) expect(place).toBe(`record/${line}`)
        else if (line === size + 1) expect(votes.map(number => `record/${number}`)).toContain(place)
        else expect(place).toMatch(/^(header|record\/\d+|votes\/.+|checkpoints\/1|end)$/)
      }),
      { numRuns: 400 },
    )
  })

  test('[L2] cut off anywhere does not verify', async () => {
    const bytes = await exported()
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), length => {
        expect(verifyRecord(bytes.subarray(0, length), verifyEd25519).ok).toBe(false)
      }),
      { numRuns: 100 },
    )
  })
})

describe('against a checkpoint that a witness kept', () => {
  /** A record of these entries, signed by whoever has the key: what only somebody else's memory can refuse. */
  function signedAnew(stored: readonly StoredEntry[]): Uint8Array {
    const { publicKey, sign } = workspace.deps.workspaceKey
    const tree = stored.reduce((grown, { text }) => grow(grown, leafDigest(text)).frontier, emptyFrontier)
    const text = checkpointText({ origin: originOf(publicKey), size: stored.length, root: rootOfFrontier(tree) })
    const note = writeNote({ text, signatures: [workspaceSignature(workspaceNoteKey(publicKey), sign(text))] })
    const header = { format: recordFormat, publicKey, entries: stored.length, votes: [], checkpoints: 1 } as const
    return new TextEncoder().encode(headerLine(header) + stored.map(entryLine).join('') + checkpointLine(note))
  }
  const storedEntries = async (): Promise<readonly StoredEntry[]> =>
    (await entries()).map(({ number, entry, digest }) => ({ number, text: entry, digest }))
  const witnessed = async () => {
    const signed = await signCheckpoint(workspace.deps)
    if (!signed.ok || !signed.value) throw new Error('not signed')
    return signed.value.note
  }

  test('[L2] a record that lost its last entries is told, however many they are', async () => {
    const since = await witnessed()
    const all = await storedEntries()
    fc.assert(
      fc.property(fc.integer({ min: 1, max: all.length - 1 }), dropped => {
        const kept = all.slice(0, all.length - dropped)
        const bytes = signedAnew(kept)
        expect(verifyRecord(bytes, verifyEd25519).ok).toBe(true)
        expect(verifyRecord(bytes, verifyEd25519, since)).toMatchObject({
          ok: false,
          faults: [{ place: `record/${kept.length + 1}`, fault: 'cutOff' }],
        })
      }),
      { numRuns: 20 },
    )
  })

  test('[L2] a record written anew from any entry on is told, also when it has grown since', async () => {
    const since = await witnessed()
    const all = await storedEntries()
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 5 }), (which, more) => {
        const from = which % all.length
        let previous: Digest = chainStart
        const padded = [...all, ...Array.from({ length: more }, () => all[0])].flatMap(entry => entry ?? [])
        const forged = padded.map(({ text }, index) => {
          const value = { ...JSON.parse(text), number: index + 1, previous }
          const written = index < from ? text : canonicalJson({ ...value, facts: { forged: true } })
          previous = entryDigest(written)
          return { number: index + 1, text: written, digest: previous }
        })
        const bytes = signedAnew(forged)
        expect(verifyRecord(bytes, verifyEd25519).ok).toBe(true)
        expect(verifyRecord(bytes, verifyEd25519, since)).toMatchObject({
          ok: false,
          faults: [{ place: 'since', fault: 'rewritten' }],
        })
      }),
      { numRuns: 20 },
    )
  })

  test('[L2] the record itself, grown since, continues it', async () => {
    const since = await witnessed()
    await openOrThrow({ subjectId: 'version-2' })
    const verdict = verifyRecord(await exported(), verifyEd25519, since)
    expect(verdict).toMatchObject({ ok: true, facts: { since: parseCheckpoint(since)?.size, checkpoints: 2 } })
  })

  test('[L2] a checkpoint of another workspace says nothing about this one', async () => {
    const text = checkpointText({ origin: 'plenary/record/0000000000000000', size: 1, root: '0'.repeat(64) })
    const note = writeNote({ text, signatures: [{ name: 'x', keyId: '00000000', signature: new Uint8Array(64) }] })
    const verdict = verifyRecord(await exported(), verifyEd25519, note)
    expect(verdict).toMatchObject({ ok: false, faults: [{ place: 'since', fault: 'otherRecord' }] })
  })
})
