/** A thousand times: the server is killed while people write, and nothing that was promised is lost. */
import { rmSync } from 'node:fs'
import { ofRounds, type Measurement } from '../measurement.ts'
import { KillSeries, type RoundResult } from './kill-series.ts'
import { temporaryFolder } from './server-process.ts'

const seed = 1905

export const measureKill: Measurement = {
  name: 'kill',
  about: 'a server killed in a thousand rounds of writing: what was acknowledged or seen and is lost (15 minutes)',
  async run({ small, progress }) {
    const folder = temporaryFolder()
    try {
      const series = new KillSeries(folder, seed)
      const results: RoundResult[] = []
      for (let round = 0; round < (small ? 10 : 1000); round++) {
        results.push(await series.round())
        if (round % 10 === 9) progress(`${round + 1} rounds, ${series.problems.length} problems`)
      }
      await series.finish()
      series.problems.forEach(problem => console.error(`  ${problem}`))
      const sum = (number: (result: RoundResult) => number): number =>
        results.reduce((all, result) => all + number(result), 0)
      return [
        { what: 'rounds', value: results.length, unit: '' },
        { what: 'of them with everybody gone', value: results.filter(result => result.deserted).length, unit: '' },
        { what: 'updates sent', value: sum(result => result.written), unit: '' },
        { what: 'acknowledged', value: sum(result => result.acknowledged), unit: '' },
        { what: 'times that one was seen by another', value: sum(result => result.seen), unit: '' },
        ofRounds('lost, half there, or a database not sound', [series.problems.length], '', { atMost: 0 }),
      ]
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}
