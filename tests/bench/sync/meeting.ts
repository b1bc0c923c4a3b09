/**
 * A meeting that three hundred follow: how long it takes from a request that changes the current item or the agenda until
 * all of them have been shown it, while twenty people write the minutes. Beside it the bare broadcast of the same bytes.
 */
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { demoPersons } from '../../../server/demo/people.ts'
import { ofRounds, ratios, type Measurement } from '../measurement.ts'
import { Followers } from './followers.ts'
import { demoPassword } from './meeting-facts.ts'
import { writeMinutes } from './minute-writers.ts'
import { broadcast, meeting, withServer, type RunningServer } from './server-process.ts'
import { Samples } from './samples.ts'

interface Facts {
  readonly followers: number
  readonly writers: number
  readonly keysPerSecond: number
  /** Pairs of changes: each second the current item, and half a second later the agenda. */
  readonly seconds: number
}

interface Result {
  /** ms until all had it */
  readonly current: number
  readonly agenda: number
  /** ms until each had it, both kinds of change together */
  readonly each: number
  readonly lost: number
  readonly floorBytes: number
  /** Letters typed in a second. */
  readonly keys: number
  /** How busy this process was, 0 to 1: near 1 it measures itself. */
  readonly driver: number
  /** What was pushed last. */
  readonly floor: Buffer
}

const goalMs = 300

export const measureMeeting: Measurement = {
  name: 'meeting',
  about: '300 follow one meeting while 20 write its minutes: from a change until all have been shown it',
  async run({ rounds, small, progress }) {
    const facts: Facts = {
      followers: small ? 30 : 300,
      writers: small ? 5 : 20,
      keysPerSecond: 5,
      seconds: small ? 3 : 30,
    }
    const pushed: Result[] = []
    const bare: number[] = []
    for (let round = 0; round < rounds; round++) {
      progress(`round ${round + 1}, Plenary`)
      const result = await withServer(meeting, server => measurePush(server, facts))
      pushed.push(result)
      progress(`round ${round + 1}, bare broadcast`)
      bare.push(await withServer(broadcast, server => measureBroadcast(server, facts, result.floor)))
    }
    const of = (number: (result: Result) => number): readonly number[] => pushed.map(number)
    const about = `${facts.followers} follow, ${facts.writers} write`
    return [
      ofRounds(
        `${about}: current item to all, p95`,
        of(result => result.current),
        'ms',
        { atMost: goalMs },
      ),
      ofRounds(
        `${about}: agenda to all, p95`,
        of(result => result.agenda),
        'ms',
        { atMost: goalMs },
      ),
      ofRounds(
        `${about}: either to each, p95`,
        of(result => result.each),
        'ms',
      ),
      ofRounds(
        `${about}: floors that never came`,
        of(result => result.lost),
        '',
        { atMost: 0 },
      ),
      ofRounds('bare broadcast of the same bytes to all, p95', bare, 'ms'),
      ofRounds(
        'current item to all, of the bare broadcast',
        ratios(
          of(result => result.current),
          bare,
        ),
        '×',
      ),
      ofRounds(
        'a floor weighs',
        of(result => result.floorBytes / 1000),
        'kB',
      ),
      ofRounds(
        'letters of minutes typed',
        of(result => result.keys),
        '/s',
      ),
      ofRounds(
        'driver busy',
        of(result => result.driver * 100),
        '%',
      ),
    ]
  },
}

async function measurePush(server: RunningServer, facts: Facts): Promise<Result> {
  const url = `http://127.0.0.1:${server.port}`
  const cookies = await signIn(url)
  const [chair, secretariat] = [cookies.get('coordinator'), cookies.get('secretariat')]
  if (!chair || !secretariat) throw new Error('the demonstration lacks its offices')
  const { id, itemIds, writers } = await lookUp(url, secretariat, cookies)
  const all = [...cookies.values()]
  const headersOf = (index: number) => ({ cookie: all[index % all.length] ?? '', origin: url })
  const followers = await Followers.open(server.port, facts.followers, headersOf, JSON.stringify({ follow: id }))
  const minutes = await writeMinutes(url, writers.slice(0, facts.writers), itemIds.slice(0, 4), facts.keysPerSecond)
  const [current, agenda, each] = [new Samples(), new Samples(), new Samples()]
  let lost = 0
  const note = (times: readonly number[], samples: Samples): void => {
    samples.add(Math.max(...times))
    for (const time of times) each.add(time)
    lost += times.filter(time => time === Infinity).length
  }
  const began = performance.now()
  const busy = performance.eventLoopUtilization()
  const [keys, due] = [minutes.keys(), pace(500)]
  for (let second = 0; second < facts.seconds; second++) {
    // The last one stays on the agenda only, where it may be edited.
    const itemId = itemIds[second % (itemIds.length - 1)] ?? ''
    await due()
    const turn = () => act(url, chair, 'POST', `/api/meetings/${id}/current`, { itemId })
    note(await followers.after(`"currentItemId":"${itemId}"`, turn), current)
    await due()
    const title = `Edited ${second}`
    const edit = () => act(url, secretariat, 'PATCH', `/api/items/${itemIds.at(-1) ?? ''}`, { title })
    note(await followers.after(`"${title}"`, edit), agenda)
  }
  const seconds = (performance.now() - began) / 1000
  const driver = performance.eventLoopUtilization(busy).utilization
  const typed = (minutes.keys() - keys) / seconds
  minutes.stop()
  const floor = followers.last
  followers.close()
  return {
    current: current.percentile(0.95),
    agenda: agenda.percentile(0.95),
    each: each.percentile(0.95),
    lost,
    floorBytes: floor.length,
    keys: typed,
    driver,
    floor,
  }
}

/** @returns p95 of ms until all had it */
async function measureBroadcast(server: RunningServer, facts: Facts, floor: Buffer): Promise<number> {
  const url = `http://127.0.0.1:${server.port}`
  const followers = await Followers.open(server.port, facts.followers, () => ({}), null)
  const [samples, due] = [new Samples(), pace(500)]
  for (let change = 0; change < facts.seconds * 2; change++) {
    await due()
    const mark = `"change":${change},`
    const body = Buffer.concat([floor.subarray(0, -1), Buffer.from(`,${mark}"end":0}`)])
    samples.add(Math.max(...(await followers.after(mark, () => fetch(url, { method: 'POST', body })))))
  }
  followers.close()
  return samples.percentile(0.95)
}

/** @returns what waits until the next moment of a steady pace */
function pace(everyMs: number): () => Promise<void> {
  let next = performance.now()
  return async () => {
    next = Math.max(next + everyMs, performance.now())
    await setTimeout(next - performance.now())
  }
}

async function signIn(url: string): Promise<ReadonlyMap<string, string>> {
  const cookies = new Map<string, string>()
  for (const { role } of demoPersons) {
    const body = JSON.stringify({ email: `${role}@demo.example`, password: demoPassword })
    const headers = { 'content-type': 'application/json', origin: url }
    const answer = await fetch(`${url}/api/session`, { method: 'POST', headers, body })
    const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0]
    if (cookie) cookies.set(role, cookie)
  }
  return cookies
}

interface Found {
  readonly id: string
  readonly itemIds: readonly string[]
  /** Cookies of those who may write the minutes. */
  readonly writers: readonly string[]
}

async function lookUp(url: string, cookie: string, cookies: ReadonlyMap<string, string>): Promise<Found> {
  // The demonstration has others, ahead and past.
  const { meetings } = await read(url, cookie, '/api/meetings')
  const id: string = meetings.find((one: { readonly state: string }) => one.state === 'inSession').id
  const { floor } = await read(url, cookie, `/api/meetings/${id}`)
  const writers: string[] = []
  for (const own of cookies.values()) {
    const answer = await fetch(`${url}/api/meetings/${id}`, { headers: { cookie: own } })
    if (answer.ok && (await answer.json()).mine.mayWriteMinutes) writers.push(own)
  }
  return { id, itemIds: floor.items.map((item: { readonly id: string }) => item.id), writers }
}

async function read(url: string, cookie: string, path: string) {
  const answer = await fetch(`${url}${path}`, { headers: { cookie } })
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`)
  return answer.json()
}

async function act(url: string, cookie: string, method: string, path: string, body: unknown): Promise<void> {
  const headers = { cookie, 'content-type': 'application/json', origin: url }
  const answer = await fetch(`${url}${path}`, { method, headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`)
}
