/** What it costs here to have something on disk: nothing that is durable is faster. */
import Sqlite from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Measurement } from '../measurement.ts'
import { Samples } from './samples.ts'
import { temporaryFolder } from './server-process.ts'

export const measureFsync: Measurement = {
  name: 'fsync',
  about: 'one durable commit of one small row: the floor of every write',
  async run({ small }) {
    const folder = temporaryFolder()
    try {
      const sqlite = new Sqlite(join(folder, 'floor.db'))
      sqlite.pragma('journal_mode = WAL')
      sqlite.pragma('synchronous = FULL')
      sqlite.exec('CREATE TABLE frames (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL)')
      const insert = sqlite.prepare<[Buffer]>('INSERT INTO frames (bytes) VALUES (?)')
      const bytes = Buffer.alloc(30)
      const times = new Samples()
      for (let commit = 0; commit < (small ? 200 : 3000); commit++) {
        const started = performance.now()
        insert.run(bytes)
        times.add(performance.now() - started)
      }
      sqlite.close()
      return [
        { what: 'a durable commit: median', value: times.percentile(0.5), unit: 'ms' },
        { what: 'a durable commit: p99', value: times.percentile(0.99), unit: 'ms' },
      ]
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}
