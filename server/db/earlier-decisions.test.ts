import { expect, test } from 'vitest'
import { earlierRelease } from '../../tests/support/earlier-release.ts'
import { motionsTable } from './schema/index.ts'

/** Of a release before meetings: votes without numbers. */
interface Earlier {
  readonly id: string
  readonly group: string
  readonly decided: string | null
  readonly outcome: string | null
}

async function migrated(votes: readonly Earlier[]) {
  const release = await earlierRelease(3)
  release.write(driver => {
    const insert = driver.prepare(
      `insert into motions (id, group_id, subject_kind, subject_id, base_id, digest, title, state, snapshot, snapshot_digest,
        roster, opened_by, opened_at, closes_at, decided_at, outcome)
       values (@id, @group, 'sectionVersion', @id, @id, '', '', 'decided', '{}', '', '[]', 'p', 0, 0, @at, @outcome)`,
    )
    for (const { decided, ...vote } of votes) insert.run({ ...vote, at: decided === null ? null : Date.parse(decided) })
  })
  const database = release.upgraded()
  const rows = await database.read.select().from(motionsTable)
  await database.close()
  return Object.fromEntries(
    rows.map(row => [
      row.id,
      row.decisionYear === null ? null : `${row.groupId} ${row.decisionYear}/${row.decisionNumber}`,
    ]),
  )
}

test('[M6] decisions of earlier releases are numbered by group and year, in the order they were taken', async () => {
  expect(
    await migrated([
      { id: 'late', group: 'nwg', decided: '2026-03-02T10:00:00Z', outcome: 'NOT_ADOPTED' },
      { id: 'early', group: 'nwg', decided: '2026-03-01T10:00:00Z', outcome: 'ADOPTED' },
      { id: 'tie', group: 'nwg', decided: '2026-03-01T12:00:00Z', outcome: 'TIE' },
      { id: 'returned', group: 'nwg', decided: '2026-03-01T13:00:00Z', outcome: 'RETURNED' },
      { id: 'silent', group: 'nwg', decided: '2026-03-03T10:00:00Z', outcome: 'ADOPTED_NGO_SILENT' },
      { id: 'eve', group: 'nwg', decided: '2025-12-31T23:59:59Z', outcome: 'ADOPTED_OVER_NGO_OBJECTION' },
      { id: 'other', group: 'prevention', decided: '2026-03-05T10:00:00Z', outcome: 'ADOPTED' },
      { id: 'open', group: 'nwg', decided: null, outcome: null },
    ]),
  ).toEqual({
    eve: 'nwg 2025/1',
    early: 'nwg 2026/1',
    late: 'nwg 2026/2',
    silent: 'nwg 2026/3',
    other: 'prevention 2026/1',
    tie: null,
    returned: null,
    open: null,
  })
})

test('[M6] of two decisions of one moment the one that was written first has the lower number', async () => {
  const at = '2026-03-01T10:00:00Z'
  expect(
    await migrated([
      { id: 'first', group: 'nwg', decided: at, outcome: 'ADOPTED' },
      { id: 'second', group: 'nwg', decided: at, outcome: 'ADOPTED' },
    ]),
  ).toEqual({ first: 'nwg 2026/1', second: 'nwg 2026/2' })
})
