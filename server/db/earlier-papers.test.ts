import { expect, test } from 'vitest'
import { earlierRelease } from '../../tests/support/earlier-release.ts'
import { secretPapersTable } from './index.ts'

/** The migrations before papers were sealed. */
const beforeSealing = 13

test('[V12] a box with papers that are not sealed stops the upgrade and is left as it was', async () => {
  const release = await earlierRelease(beforeSealing)
  release.write(driver =>
    driver.exec(`insert into secret_papers (id, motion_id, constituency) values (1, 'election', 'STATE')`),
  )
  const why = expect.stringContaining('secret ballots under way are counted by the earlier release first')
  expect(() => release.upgraded()).toThrow(
    expect.objectContaining({ cause: expect.objectContaining({ message: why }) }),
  )
  release.write(driver =>
    expect(driver.prepare('select constituency from secret_papers').all()).toEqual([{ constituency: 'STATE' }]),
  )
})

test('[V12] an empty box is no hindrance', async () => {
  const database = (await earlierRelease(beforeSealing)).upgraded()
  expect(await database.read.select().from(secretPapersTable)).toEqual([])
  await database.close()
})
