import { asc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { earlierRelease } from '../../tests/support/earlier-release.ts'
import { voteStatementsTable } from './index.ts'

/** The migrations before statements had their place in the order of the record. */
const beforePositions = 18

test('[V13] statements of earlier releases stand in the order in which they were handed in', async () => {
  const release = await earlierRelease(beforePositions)
  release.write(driver => {
    const insert = driver.prepare(
      `insert into vote_statements (id, motion_id, seat_id, kind, number, person_id, at, text) values (?, ?, 's', ?, 1, 'p', 0, '')`,
    )
    insert.run('z', 'm1', 'dissent')
    insert.run('y', 'm2', 'dissent')
    insert.run('a', 'm1', 'waiver')
  })
  const database = release.upgraded()
  const { id, motionId, position } = voteStatementsTable
  const rows = await database.read
    .select({ id, position })
    .from(voteStatementsTable)
    .orderBy(asc(motionId), asc(position))
  await database.close()
  expect(rows).toEqual([
    { id: 'z', position: 1 },
    { id: 'a', position: 2 },
    { id: 'y', position: 1 },
  ])
})
