import { expect, test } from 'vitest'
import { earlierRelease } from '../../tests/support/earlier-release.ts'
import { motionsTable } from './schema/index.ts'

/** Before votes said what the workspace calls their text. */
const migrations = 16

test('votes of earlier releases on plans and on terms of reference say what the workspace calls their text', async () => {
  const { write, upgraded } = await earlierRelease(migrations)
  write(driver => {
    driver.exec(`
      insert into plans (id, kind, title, owner_group_id, created_at) values ('p', 'nap', 'National Action Plan', 'g', 0);
      insert into plan_versions (id, plan_id, number, root, manifest, state, assembled_by, assembled_at)
        values ('pv', 'p', 2, '', '{}', 'adopted', 'x', 0);
      insert into terms_versions (id, terms_id, number, digest, content, state, submitted_by, submitted_at)
        values ('tv', 't', 1, '', '{"body":{"kind":"secretariat","name":"National Secretariat"}}', 'adopted', 'x', 0);`)
    const insert = driver.prepare(
      `insert into motions (id, group_id, subject_kind, subject_id, base_id, digest, title, state, snapshot,
        snapshot_digest, roster, opened_by, opened_at, closes_at)
       values (@of, 'g', @kind, @of, @of, '', 'A title', 'open', '{}', '', '[]', 'x', 0, 0)`,
    )
    const texts = { pv: 'planVersion', tv: 'termsVersion', sv: 'sectionVersion' }
    for (const [of, kind] of Object.entries(texts)) insert.run({ of, kind })
  })
  const database = upgraded()
  const rows = await database.read.select().from(motionsTable)
  await database.close()
  expect(Object.fromEntries(rows.map(({ id, name }) => [id, name === null ? null : JSON.parse(name)]))).toEqual({
    pv: { kind: 'planVersion', plan: 'nap', number: 2 },
    tv: { kind: 'termsVersion', office: 'secretariat', group: 'National Secretariat' },
    sv: null,
  })
})
