/**
 * A roll call at once: three hundred pages follow a vote, and two hundred seats cast within a second. What is asked: is
 * each ballot acknowledged and none lost, how soon does everybody see the count, how long does closing take.
 */
import Sqlite from 'better-sqlite3'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { ofRounds, type Measurement } from '../measurement.ts'
import { Followers } from './followers.ts'
import { Samples } from './samples.ts'
import { broadcast, temporaryFolder, vote, withServer, type RunningServer } from './server-process.ts'
import type { VoteFacts } from './vote-facts.ts'
import { ask, Viewer, yesIn } from './voters.ts'

interface Load {
  readonly pages: number
  readonly seats: number
}

interface Result {
  /** ms from sending a ballot to its acknowledgement */
  readonly acknowledged: number
  /** ms from the acknowledgement until each page showed it, and until all did after the last one */
  readonly seen: number
  readonly allSeen: number
  readonly lost: number
  readonly closing: number
  /** Fetches of the vote by all pages. */
  readonly fetched: number
  readonly cpu: number
  readonly driver: number
}

const patienceMs = 20_000
/** As pages in the room do: client/meeting/room/vote.ts. */
const paceMs = () => 3_000 + Math.random() * 2_000

export const measureVotes: Measurement = {
  name: 'votes',
  about: '300 pages follow a vote in which 200 seats cast within a second; then it is closed',
  async run({ rounds, small, progress }) {
    const load: Load = small ? { pages: 30, seats: 20 } : { pages: 300, seats: 200 }
    const results: Result[] = []
    const [bare, commits]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      progress(`round ${round + 1}`)
      results.push(await withServer(vote, server => castAll(server, load), { seats: load.seats }))
      bare.push(await withServer(broadcast, server => bareBroadcast(server, load)))
      commits.push(bareCommits(load))
    }
    const of = (number: (result: Result) => number): readonly number[] => results.map(number)
    const about = `${load.pages} pages, ${load.seats} ballots in 1 s`
    return [
      ofRounds(
        `${about}: acknowledged, p95`,
        of(result => result.acknowledged),
        'ms',
        { atMost: 150 },
      ),
      ofRounds(
        `${about}: ballots lost`,
        of(result => result.lost),
        '',
        { atMost: 0 },
      ),
      ofRounds(
        `${about}: a ballot in the count of each, p95`,
        of(result => result.seen),
        'ms',
        { atMost: 300 },
      ),
      ofRounds(
        `${about}: the last one in the count of all`,
        of(result => result.allSeen),
        'ms',
        { atMost: 300 },
      ),
      ofRounds(
        'closing, with the decision',
        of(result => result.closing),
        'ms',
        { atMost: 1_000 },
      ),
      ofRounds(
        'the vote fetched, by all pages',
        of(result => result.fetched),
        '',
      ),
      ofRounds(
        'server busy, from the first ballot until all have seen the last',
        of(result => result.cpu),
        'ms',
      ),
      ofRounds(
        'driver busy',
        of(result => result.driver * 100),
        '%',
      ),
      ofRounds('floor: as many durable commits, one after the other, p95', commits, 'ms'),
      ofRounds('floor: bare broadcast of 1 kB to all pages, p95', bare, 'ms'),
    ]
  },
}

async function castAll(server: RunningServer, load: Load): Promise<Result> {
  const facts = JSON.parse(readFileSync(join(server.folder, 'vote.json'), 'utf8')) as VoteFacts
  const { port } = server
  const { voters, motionId, digest, chair } = facts
  const pages: Viewer[] = []
  for (let page = 0; page < load.pages; page++) {
    pages.push(await Viewer.open(port, voters[page % voters.length]?.cookie ?? chair, facts, paceMs()))
  }
  const cpu = server.cpuMs()
  const busy = performance.eventLoopUtilization()
  const acknowledged = new Samples()
  const acknowledgedAt: number[] = []
  const began = performance.now()
  const answers = voters.map(async ({ cookie, seatId }, index) => {
    await setTimeout((index * 1_000) / voters.length - (performance.now() - began))
    const sent = performance.now()
    const body = { seatId, digest, choice: 'YES', reason: null }
    const { status } = await ask(port, cookie, 'POST', `/api/motions/${motionId}/ballots`, body)
    acknowledged.add(performance.now() - sent)
    if (status === 204) acknowledgedAt.push(performance.now())
    return status === 204
  })
  const cast = (await Promise.all(answers)).filter(Boolean).length
  const last = performance.now()
  const isAllSeen = () => pages.every(({ shown }) => shown.length > cast)
  while (!isAllSeen() && performance.now() - last < patienceMs) await setTimeout(5)
  const cpuMs = server.cpuMs() - cpu
  const driver = performance.eventLoopUtilization(busy).utilization
  const seen = new Samples()
  for (const { shown } of pages) {
    acknowledgedAt.forEach((at, index) => seen.add(Math.max(0, (shown[index + 1] ?? Infinity) - at)))
  }
  const allSeen = Math.max(...pages.map(({ shown }) => (shown[cast] ?? Infinity) - last))
  const fetched = pages.reduce((sum, page) => sum + page.fetched, 0)
  for (const page of pages) page.close()

  const kept = yesIn((await ask(port, chair, 'GET', `/api/motions/${motionId}`)).body, '"tally":{') ?? 0
  const closingFrom = performance.now()
  const closed = await ask(port, chair, 'POST', `/api/motions/${motionId}/close`)
  const closing = performance.now() - closingFrom
  if (closed.status !== 204) throw new Error(`closing was answered with ${closed.status}: ${closed.body.toString()}`)
  return {
    acknowledged: acknowledged.percentile(0.95),
    seen: seen.percentile(0.95),
    allSeen: Math.max(0, allSeen),
    lost: voters.length - kept,
    closing,
    fetched,
    cpu: cpuMs,
    driver,
  }
}

/** @returns p95 of ms until all had it */
async function bareBroadcast(server: RunningServer, { pages }: Load): Promise<number> {
  const url = `http://127.0.0.1:${server.port}`
  const followers = await Followers.open(server.port, pages, () => ({}), null)
  const samples = new Samples()
  for (let change = 0; change < 40; change++) {
    const mark = `"change":${change},`
    const body = `{"topic":"floor",${mark}"filling":"${'x'.repeat(1_000)}"}`
    samples.add(Math.max(...(await followers.after(mark, () => fetch(url, { method: 'POST', body })))))
  }
  followers.close()
  return samples.percentile(0.95)
}

/** @returns p95 of ms of one */
function bareCommits({ seats }: Load): number {
  const folder = temporaryFolder()
  const sqlite = new Sqlite(join(folder, 'floor.db'))
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.exec('CREATE TABLE ballots (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL)')
  const insert = sqlite.prepare<[Buffer]>('INSERT INTO ballots (bytes) VALUES (?)')
  const times = new Samples()
  for (let ballot = 0; ballot < seats; ballot++) {
    const started = performance.now()
    insert.run(Buffer.alloc(300))
    times.add(performance.now() - started)
  }
  sqlite.close()
  rmSync(folder, { recursive: true })
  return times.percentile(0.95)
}
