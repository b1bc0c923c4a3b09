/** Twenty rounds of `npm run bench -- kill`, over one data folder. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { removeBundles } from '../bench/sync/bundle.ts'
import { KillSeries } from '../bench/sync/kill-series.ts'

const rounds = 20

test(
  'nothing acknowledged or seen is lost, and nothing is half there, however often the server is killed',
  {
    timeout: 120_000,
  },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'plenary-kill-rounds-'))
    try {
      const series = new KillSeries(folder, Date.now())
      let acknowledged = 0
      let seen = 0
      for (let round = 0; round < rounds; round++) {
        const result = await series.round()
        acknowledged += result.acknowledged
        seen += result.seen
      }
      await series.finish()
      expect(series.problems).toEqual([])
      expect(acknowledged).toBeGreaterThan(rounds)
      expect(seen).toBeGreaterThan(rounds)
    } finally {
      await rm(folder, { recursive: true })
      removeBundles()
    }
  },
)
