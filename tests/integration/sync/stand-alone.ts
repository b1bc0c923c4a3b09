/**
 * A sync server in a process of its own, to be killed or attacked: `stand-alone.ts FOLDER [OPTIONS]` prints its address
 * once it serves. Started with a channel it answers what `remote.ts` asks.
 */
import { documentClientsTable, documentUpdatesTable } from '#server/db'
import Sqlite from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { decodeContributions } from '../../../server/sync/contributions.ts'
import { asId, type PersonId } from '#shared/core'
import { cookieOf, openHost, personOf, type HostOptions } from './host.ts'
import type { Answers, Question, Standing } from './remote.ts'

const [folder, options = '{}'] = process.argv.slice(2)
if (!folder) throw new Error('needs a folder')
const host = await openHost({ folder, ...(JSON.parse(options) as Omit<HostOptions, 'folder'>) })

/** The longest between two ticks of a clock: in time, and in work, which is the same on a busy machine. */
let stall = { ms: 0, busyMs: 0 }
let lastTick = { at: performance.now(), cpu: process.cpuUsage() }
setInterval(() => {
  const worked = process.cpuUsage(lastTick.cpu)
  const busyMs = (worked.user + worked.system) / 1_000
  const ms = performance.now() - lastTick.at
  stall = { ms: Math.max(stall.ms, ms), busyMs: Math.max(stall.busyMs, Math.min(busyMs, ms)) }
  lastTick = { at: performance.now(), cpu: process.cpuUsage() }
}, 5)

const answers: { readonly [K in keyof Answers]: (...given: Parameters<Answers[K]>) => unknown } = {
  state: documentId => host.sync.readDocument(documentId),
  async authors(documentId) {
    const rows = await host.database.read
      .select()
      .from(documentUpdatesTable)
      .where(eq(documentUpdatesTable.documentId, documentId))
    const bound = await host.database.read
      .select()
      .from(documentClientsTable)
      .where(eq(documentClientsTable.documentId, documentId))
    const contributors = rows.flatMap(({ contributions }) =>
      contributions ? decodeContributions(contributions, asId<PersonId>).map(({ personId }) => personId) : [],
    )
    return [...new Set([...rows.map(row => row.personId), ...bound.map(row => row.personId), ...contributors])]
  },
  seed: (documentId, update) => host.seed(documentId, update),
  right(person, right) {
    host.rights.set(person, right)
    host.bus.publish({ type: 'accessChanged', persons: [personOf(person).personId] })
  },
  freeze(documentId) {
    host.frozen.add(documentId)
    host.bus.publish({ type: 'accessChanged', persons: 'everyone' })
  },
  endSession(person) {
    host.sessions.delete(cookieOf(person))
    host.bus.publish({ type: 'sessionsEnded', sessionHashes: [personOf(person).sessionHash] })
  },
  beginSession(person) {
    host.sessions.set(cookieOf(person), personOf(person))
  },
  standing(): Standing {
    globalThis.gc?.()
    const timers = process.getActiveResourcesInfo().filter(name => name === 'Timeout' || name === 'TCPSocketWrap')
    return {
      ...host.sync.counts(),
      timers: timers.filter(name => name === 'Timeout').length,
      sockets: timers.filter(name => name === 'TCPSocketWrap').length,
      heapBytes: process.memoryUsage().heapUsed,
      memoryBytes: process.memoryUsage().rss,
    }
  },
  fillDisk() {
    const filler = openSync(join(folder, 'filler'), 'a')
    try {
      for (let bytes = 65_536; bytes >= 1; bytes = bytes >> 1) fill(filler, Buffer.alloc(bytes))
    } finally {
      closeSync(filler)
    }
  },
  async integrity() {
    // Through a connection of its own, as a person with a shell would.
    const database = new Sqlite(join(folder, 'plenary.db'))
    const answer = database.pragma('integrity_check', { simple: true })
    database.close()
    return answer
  },
  emptyDisk: () => rmSync(join(folder, 'filler')),
  longestStall() {
    const longest = stall
    stall = { ms: 0, busyMs: 0 }
    return longest
  },
}

/** Until there is no room for so much. */
function fill(file: number, bytes: Buffer): void {
  try {
    while (writeSync(file, bytes) > 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}

process.on('message', ({ id, name, given }: Question) => {
  const answer = answers[name] as (...given: readonly unknown[]) => unknown
  Promise.resolve()
    .then(() => answer(...given))
    .then(
      value => process.send?.({ id, value }),
      (error: unknown) => process.send?.({ id, error: String(error) }),
    )
})
// Whoever started it has gone.
process.on('disconnect', () => process.exit())
process.stdout.write(`${host.origin}\n`)
