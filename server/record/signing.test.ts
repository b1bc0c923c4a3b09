import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asc, desc, eq, gt } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { canonicalJson } from '#shared/core'
import { checkpointsTable, recordNodesTable, recordTable } from '#server/db'
import {
  chainStart,
  entryDigest,
  leafDigest,
  parseCheckpoint,
  verifyConsistency,
  verifyInclusion,
  workspaceNoteKey,
  workspaceSigned,
} from '#shared/record'
import { openTempDeps, type TempDeps } from '../../tests/support/temp-deps.ts'
import { verifyEd25519 } from '../ed25519.ts'
import { growOlderRecord } from './adopt-older.ts'
import { appendRecord } from './append.ts'
import { checkRecord } from './check.ts'
import { startCheckpointer } from './checkpointer.ts'
import { proveConsistency, proveInclusion } from './proofs.ts'
import { signCheckpoint } from './signing.ts'

let world: TempDeps
beforeEach(() => {
  world = openTempDeps()
})
afterEach(() => world.close())

const append = (count = 1) =>
  world.deps.transaction(async tx => {
    for (let left = count; left > 0; left--) await appendRecord(tx, world.deps, { act: 'group.created', actor: null })
  })

/** As somebody with the disk would: whatever the program itself never does. */
const tamper = (work: (tx: Parameters<Parameters<TempDeps['deps']['transaction']>[0]>[0]) => Promise<unknown>) =>
  world.deps.transaction(async tx => void (await work(tx)))

const signed = async () => {
  const checkpoint = await signCheckpoint(world.deps)
  if (!checkpoint.ok || !checkpoint.value) throw new Error('not signed')
  return checkpoint.value
}

/** The last `count` entries gone, with all that stands for them in the tree and among the checkpoints. */
const cutOff = (count: number) =>
  tamper(async tx => {
    const [last] = await tx.select().from(recordTable).orderBy(desc(recordTable.number)).limit(1)
    const size = (last?.number ?? 0) - count
    await tx.delete(checkpointsTable).where(gt(checkpointsTable.size, size))
    await tx.delete(recordTable).where(gt(recordTable.number, size))
    await tx.delete(recordNodesTable)
  }).then(() => growOlderRecord(world.deps))

/** Every entry from this one on written anew, with all digests made to fit, and the tree with them. */
const rewrite = async (from: number) => {
  await tamper(async tx => {
    let previous = chainStart
    for (const row of await tx.select().from(recordTable).orderBy(asc(recordTable.number))) {
      const value = JSON.parse(row.entry)
      const entry = row.number < from ? row.entry : canonicalJson({ ...value, facts: { forged: true }, previous })
      previous = entryDigest(entry)
      await tx.update(recordTable).set({ entry, digest: previous }).where(eq(recordTable.number, row.number))
    }
    await tx.delete(recordNodesTable)
  })
  await growOlderRecord(world.deps)
}

describe('a checkpoint', () => {
  test('[L2] is signed by the workspace over the root of all entries, and the same state gives the same note', async () => {
    await append(7)
    const checkpoint = await signed()
    const read = parseCheckpoint(checkpoint.note)
    expect(read).toMatchObject({ size: 7, root: checkpoint.root })
    const key = workspaceNoteKey(world.deps.workspaceKey.publicKey)
    expect(read && workspaceSigned(read, key).map(verifyEd25519)).toEqual([true])
    expect(await signed()).toEqual(checkpoint)
    expect(await checkRecord(world.deps, [])).toMatchObject({ ok: true, checkpoints: 1 })
  })

  test('[L2] of a record without entries is not made', async () => {
    expect(await signCheckpoint(world.deps)).toEqual({ ok: true, value: null })
  })

  test('[L2] continues the one before: proofs of inclusion and consistency hold at every size', async () => {
    const checkpoints = []
    for (const more of [1, 1, 3, 8, 4]) {
      await append(more)
      checkpoints.push(await signed())
    }
    const last = checkpoints.at(-1)
    if (!last) throw new Error('none')
    for (const { size, root } of checkpoints) {
      const proof = await proveConsistency(world.deps.read, { from: size, to: last.size })
      expect(proof.ok && proof.value).toMatchObject({ from: { root }, to: { root: last.root } })
      expect(proof.ok && verifyConsistency(proof.value)).toBe(true)
    }
    for (const row of await world.deps.read.select().from(recordTable)) {
      const proof = await proveInclusion(world.deps.read, { number: row.number, size: last.size })
      if (!proof.ok) throw new Error('not proven')
      const { path, size } = proof.value
      const inclusion = { leaf: leafDigest(row.entry), index: row.number - 1, size, root: last.root, path }
      expect(verifyInclusion(inclusion)).toBe(true)
    }
  })

  test.each([
    { number: 0, size: 3 },
    { number: 4, size: 3 },
    { number: 1, size: 4 },
  ])('[L2] nothing is proven of entry $number of $size in a record of 3', async wish => {
    await append(3)
    expect(await proveInclusion(world.deps.read, wish)).toMatchObject({ ok: false, problem: { type: 'not-found' } })
  })
})

describe('what is not signed', () => {
  test('[L2] a record that lost its last entries, even with tree and checkpoints made to fit', async () => {
    await append(5)
    await signed()
    await cutOff(2)
    const refused = { ok: false, problem: { reason: 'cut-off', signed: 5, entries: 3 } }
    expect(await signCheckpoint(world.deps)).toEqual(refused)
    expect(await checkRecord(world.deps, [])).toMatchObject({ ok: false, number: 4, fault: 'cut-off' })
    await append(1)
    expect(await signCheckpoint(world.deps)).toMatchObject({ ok: false })
  })

  test('[L2] the same, grown past its former size again', async () => {
    await append(5)
    await signed()
    await cutOff(2)
    world.advance(1)
    await append(4)
    expect(await signCheckpoint(world.deps)).toMatchObject({ ok: false, problem: { reason: 'rewritten', signed: 5 } })
  })

  test.each([1, 3, 5])('[L2] a record that was written anew from entry %i on', async from => {
    await append(5)
    await signed()
    await rewrite(from)
    await append(1)
    expect(await signCheckpoint(world.deps)).toMatchObject({ ok: false, problem: { reason: 'rewritten', signed: 5 } })
    expect(await checkRecord(world.deps, [])).toMatchObject({ ok: false, number: 5, fault: 'checkpoint-altered' })
  })

  test('[L2] an entry altered between its commit and its signature', async () => {
    await append(4)
    await signed()
    await append(3)
    await tamper(tx => tx.update(recordTable).set({ entry: '{}' }).where(eq(recordTable.number, 6)))
    expect(await signCheckpoint(world.deps)).toEqual({ ok: false, problem: { reason: 'altered', number: 6 } })
  })

  test('[L2] anything, when the file beside the key is no checkpoint', async () => {
    await append(2)
    await signed()
    const file = join(world.deps.config.dataFolder, 'keys', 'checkpoint.txt')
    expect(parseCheckpoint(readFileSync(file, 'utf8'))?.size).toBe(2)
    writeFileSync(file, 'something else')
    await append(1)
    expect(await signCheckpoint(world.deps)).toEqual({ ok: false, problem: { reason: 'file-unreadable' } })
    rmSync(file)
    expect((await signed()).size).toBe(3)
    expect(existsSync(file)).toBe(true)
  })
})

describe('the tree in storage', () => {
  test('[L2] of a record that an earlier release wrote is grown at the start, and again after a start broken off', async () => {
    await append(2_500)
    const whole = await world.deps.read.select().from(recordNodesTable)
    await tamper(tx => tx.delete(recordNodesTable).where(gt(recordNodesTable.position, 1_234)))
    await growOlderRecord(world.deps)
    expect(await world.deps.read.select().from(recordNodesTable)).toEqual(whole)
    await tamper(tx => tx.delete(recordNodesTable))
    await growOlderRecord(world.deps)
    expect(await world.deps.read.select().from(recordNodesTable)).toEqual(whole)
    await append(1)
    expect(await checkRecord(world.deps, [])).toMatchObject({ ok: true, entries: 2_501 })
  })

  test('[L2] altered in any place is found at the entry that completed the subtree', async () => {
    await append(8)
    for (const [position, number] of [
      [0, 1],
      [2, 2],
      [6, 4],
      [14, 8],
    ] as const) {
      const [row] = await world.deps.read.select().from(recordNodesTable).where(eq(recordNodesTable.position, position))
      const put = (digest: string) =>
        tamper(tx => tx.update(recordNodesTable).set({ digest }).where(eq(recordNodesTable.position, position)))
      await put('0'.repeat(64))
      expect(await checkRecord(world.deps, [])).toMatchObject({ ok: false, number, fault: 'tree-altered' })
      await put(row?.digest ?? '')
    }
    expect(await checkRecord(world.deps, [])).toMatchObject({ ok: true })
  })

  test('[L2] a checkpoint altered in storage is found at its size', async () => {
    await append(3)
    const { note } = await signed()
    await tamper(tx => tx.update(checkpointsTable).set({ note: note.replace(/.=\n$/, 'A=\n') }))
    expect(await checkRecord(world.deps, [])).toMatchObject({ ok: false, number: 3, fault: 'checkpoint-altered' })
  })
})

describe('signing while the server runs', () => {
  const sizes = async () => (await world.deps.read.select().from(checkpointsTable)).map(({ size }) => size)
  const commit = async (count = 1) => {
    await append(count)
    world.deps.bus.publish({ type: 'committed' })
  }
  /** Only the checkpointer's own timers stand still: the database takes its turns as ever. */
  const pass = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms)
    for (let turn = 0; turn < 50; turn++) await new Promise(resolve => setImmediate(resolve))
  }
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => void vi.useRealTimers())

  test('[L2] is done at once when idle, then at most once a second for all that came meanwhile', async () => {
    const checkpointer = startCheckpointer(world.deps)
    await pass(1_000)
    await commit()
    await pass(1)
    expect(await sizes()).toEqual([1])
    await commit()
    await commit(3)
    await pass(500)
    expect(await sizes()).toEqual([1])
    await pass(600)
    expect(await sizes()).toEqual([1, 5])
    await pass(5_000)
    expect(await sizes()).toEqual([1, 5])
    await checkpointer.stop()
    await commit()
    await pass(5_000)
    expect(await sizes()).toEqual([1, 5])
  })

  test('[L2] tells why it refuses, and goes on when it can', async () => {
    await append(3)
    const checkpointer = startCheckpointer(world.deps)
    await pass(1_000)
    expect(await sizes()).toEqual([3])
    await append(2)
    const [row] = await world.deps.read.select().from(recordTable).where(eq(recordTable.number, 5))
    await tamper(tx => tx.update(recordTable).set({ entry: '{}' }).where(eq(recordTable.number, 5)))
    await commit()
    await pass(1_500)
    expect(checkpointer.refusal()).toEqual({ reason: 'altered', number: 5 })
    await tamper(tx =>
      tx
        .update(recordTable)
        .set({ entry: row?.entry ?? '' })
        .where(eq(recordTable.number, 5)),
    )
    await commit()
    await pass(1_500)
    expect(checkpointer.refusal()).toBe(null)
    expect(await sizes()).toEqual([3, 7])
    await checkpointer.stop()
  })
})
