import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#shared/access'
import { asId, hourMs, sha256Hex, type Json, type PersonId } from '#shared/core'
import { recordTable } from '#server/db'
import type { RecordAct } from '#shared/record'
import { openTempDeps, type TempDeps } from '../../tests/support/temp-deps.ts'
import { appendRecord } from './append.ts'
import { checkRecord, makeRecordCheck, type RecordCheck } from './check.ts'
import { listRecord } from './list.ts'

let world: TempDeps
beforeEach(() => {
  world = openTempDeps()
})
afterEach(() => world.close())

const reader: Actor = {
  personId: asId<PersonId>('reader'),
  offices: ['rapporteur'],
  seats: [],
  chairs: [],
  confidential: true,
}

/** Stored texts by the subject of the entry that vouches for them, as a slice would keep them in its table. */
function buildTexts(texts: Record<string, { text: string; digest: string | null }>) {
  const check: RecordCheck = {
    act: 'version.submitted',
    fact: 'digest',
    load: async (_queries, entry) => texts[entry.subject ?? ''] ?? null,
  }
  return { texts, check }
}

const append = (act: RecordAct, subject: string | null = null, facts: { [key: string]: Json } = {}) =>
  world.deps.transaction(tx => appendRecord(tx, world.deps, { act, actor: null, subject, facts }))

const alterEntry = (number: number, change: Partial<typeof recordTable.$inferInsert>) =>
  world.deps.transaction(async tx => {
    await tx.update(recordTable).set(change).where(eq(recordTable.number, number))
  })

describe('the check of the record', () => {
  test('[L1] an empty record holds', async () => {
    expect(await checkRecord(world.deps, [])).toMatchObject({ ok: true, entries: 0 })
  })

  test('[L1] a record longer than one portion holds, and its head is the digest of the last entry', async () => {
    await world.deps.transaction(async tx => {
      for (let count = 0; count < 1_201; count++) {
        await appendRecord(tx, world.deps, { act: 'seat.created', actor: null })
      }
    })
    const [last] = await world.deps.read.select().from(recordTable).where(eq(recordTable.number, 1_201))
    expect(await checkRecord(world.deps, [])).toEqual({
      ok: true,
      entries: 1_201,
      texts: 0,
      checkpoints: 0,
      head: last?.digest,
    })
  })

  test.each([
    { title: 'its text', change: { entry: '{}' } },
    { title: 'its digest', change: { digest: '0'.repeat(64) } },
    { title: 'the act it is found by', change: { act: 'group.renamed' } },
    { title: 'the subject it is found by', change: { subjectId: 'another' } },
    { title: 'the time beside it', change: { at: 1 } },
  ])('[L1] an entry is named when $title was altered in storage', async ({ change }) => {
    for (let count = 0; count < 4; count++) await append('group.created', 'group')
    await alterEntry(3, change)
    expect(await checkRecord(world.deps, [])).toMatchObject({ ok: false, number: 3, fault: 'altered' })
  })

  test('[L1] an entry that was deleted is named', async () => {
    for (let count = 0; count < 4; count++) await append('group.created')
    await world.deps.transaction(async tx => {
      await tx.delete(recordTable).where(eq(recordTable.number, 2))
    })
    expect(await checkRecord(world.deps, [])).toMatchObject({ ok: false, number: 2, fault: 'missing', act: null })
  })

  test('[L1] [E1] one altered byte of a submitted version is found at the entry of its submission', async () => {
    const text = '{"title":"Prevention"}'
    const { texts, check } = buildTexts({ v1: { text, digest: sha256Hex(text) } })
    await append('group.created')
    await append('version.submitted', 'v1', { digest: sha256Hex(text) })
    expect(await checkRecord(world.deps, [check])).toMatchObject({ ok: true, texts: 1 })
    texts['v1'] = { text: '{"title":"Provention"}', digest: sha256Hex(text) }
    expect(await checkRecord(world.deps, [check])).toEqual({
      ok: false,
      number: 2,
      fault: 'content-altered',
      act: 'version.submitted',
      subject: 'v1',
      name: null,
      expected: sha256Hex(text),
      found: sha256Hex('{"title":"Provention"}'),
    })
  })

  test('[L1] [E1] a text altered together with the digest beside it is found all the same', async () => {
    const { check } = buildTexts({ v1: { text: 'forged', digest: sha256Hex('forged') } })
    await append('version.submitted', 'v1', { digest: sha256Hex('true') })
    expect(await checkRecord(world.deps, [check])).toMatchObject({ ok: false, number: 1, fault: 'content-altered' })
  })

  test('[L1] a digest altered beside an untouched text is found', async () => {
    const { check } = buildTexts({ v1: { text: 'true', digest: sha256Hex('forged') } })
    await append('version.submitted', 'v1', { digest: sha256Hex('true') })
    expect(await checkRecord(world.deps, [check])).toMatchObject({ ok: false, number: 1, fault: 'digest-altered' })
  })

  test('[L1] a text that is gone is found', async () => {
    const { check } = buildTexts({})
    await append('version.submitted', 'v1', { digest: sha256Hex('true') })
    expect(await checkRecord(world.deps, [check])).toMatchObject({ ok: false, number: 1, fault: 'content-missing' })
  })

  test('[L1] those who ask while a check runs get its answer', async () => {
    await append('group.created')
    const check = makeRecordCheck(world.deps, [])
    const [first, second] = [check.run(), check.run()]
    expect(second).toBe(first)
    await first
    const third = check.run()
    expect(third).not.toBe(first)
    await third
  })
})

describe('reading the record', () => {
  test('[L1] pages go from the latest entry to the first and miss none', async () => {
    for (let count = 0; count < 7; count++) await append('seat.created')
    const numbers: number[] = []
    let before: number | undefined
    do {
      const page = await listRecord(world.deps, reader, { limit: 3, ...(before !== undefined && { before }) })
      if (!page.ok) throw new Error(page.problem.type)
      numbers.push(...page.value.entries.map(entry => entry.number))
      before = page.value.next ?? undefined
    } while (before !== undefined)
    expect(numbers).toEqual([7, 6, 5, 4, 3, 2, 1])
  })

  test.each([
    { filter: { act: 'seat' }, numbers: [3, 2] },
    { filter: { act: 'seat.ended' }, numbers: [3] },
    { filter: { subject: 'g1' }, numbers: [1] },
    { filter: { act: 'ballot' }, numbers: [] },
    { filter: { actor: 'p1' }, numbers: [4] },
    { filter: { group: 'g1' }, numbers: [1] },
    { filter: { since: Date.UTC(2026, 10, 23, 10) }, numbers: [4] },
    { filter: { until: Date.UTC(2026, 10, 23, 10) }, numbers: [3, 2, 1] },
  ])('[L1] entries are found by $filter', async ({ filter, numbers }) => {
    await append('group.created', 'g1')
    await append('seat.created', 's1')
    await append('seat.ended', 's1')
    world.advance(hourMs)
    const by = { act: 'office.ended', actor: asId<PersonId>('p1') } as const
    await world.deps.transaction(tx => appendRecord(tx, world.deps, by))
    const page = await listRecord(world.deps, reader, { limit: 50, ...filter })
    expect(page.ok && page.value.entries.map(entry => entry.number)).toEqual(numbers)
  })

  test('[L1] an entry that was made unreadable hides none of the others', async () => {
    await append('group.created', 'g1')
    await append('seat.created', 's1')
    await alterEntry(1, { entry: '{"not":"an entry"}' })
    const page = await listRecord(world.deps, reader, { limit: 50 })
    expect(page.ok && page.value.entries.map(({ number, act }) => [number, act])).toEqual([
      [2, 'seat.created'],
      [1, 'group.created'],
    ])
  })

  test('[D3] nobody reads it before confirming confidentiality', async () => {
    const page = await listRecord(world.deps, { ...reader, confidential: false }, { limit: 50 })
    expect(page).toEqual({ ok: false, problem: { type: 'not-permitted' } })
  })
})
