/**
 * Runs of a workspace at random: people type, go, come back with older pages; rights come and go; the disk fails; the
 * server stops and is killed. The laws of sync-laws.ts hold at each moment, and after all have come back, all agree.
 *
 * A failure prints its seed and path: `SYNC_SEED=seed` runs the same again, `SYNC_SEED=seed,path` the one run.
 * `SYNC_RUNS=5000` looks longer.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, afterEach, beforeAll, test } from 'vitest'
import { openDatabase, type Database } from '#server/db'
import { readHistory } from '#server/sync'
import { restHash } from '#shared/wire'
import * as Y from 'yjs'
import { readClients } from '../../server/sync/store.ts'
import { perform, actions, type Action } from './sync-actions.ts'
import { same } from './sync-laws.ts'
import { persons, World, type Client } from './sync-world.ts'
import { letTimeGo, pass, passUntil, stopTime } from '../support/virtual-time.ts'

const [seed, path] = (process.env['SYNC_SEED'] ?? '').split(',')
const asked = process.env['SYNC_RUNS']
const runs = Number(asked ?? 200)
/** A slow machine looks at fewer runs, and at a few only when properties shall be brief, unless it was asked for so many. */
const budgetMs = asked !== undefined ? 3_600_000 : process.env['PROPERTY_MS'] === undefined ? 18_000 : 3_000

let folder = ''
let database: Database

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plenary-model-'))
  database = openDatabase({ file: join(folder, 'plenary.sqlite'), migrationsFolder: 'drizzle' })
})

afterEach(letTimeGo)

afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

let deadline = 0

test(
  '[A5, G8] whatever happens, what is shown and acknowledged is in the log, and all come to agree',
  async () => {
    deadline = performance.now() + budgetMs
    await fc.assert(
      fc.asyncProperty(actions, async actions => {
        // A run under way is never left: its time would go on in the next.
        if (performance.now() < deadline) await run(actions)
      }),
      {
        numRuns: runs,
        ...(seed ? { seed: Number(seed) } : {}),
        ...(path ? { path } : {}),
      },
    )
  },
  budgetMs + 120_000,
)

async function run(actions: readonly Action[]): Promise<void> {
  stopTime()
  const world = new World(database)
  try {
    await world.seed(firstText())
    for (const [at, person] of persons.entries()) world.open(person, null, { acknowledges: true, latencyMs: at % 3 })
    await pass(20)
    for (const action of actions) await perform(world, action)
    await allComeBack(world)
    await agreesWithDisk(world)
    await world.end()
  } finally {
    world.abandon()
    // The database outlives this run: nobody may be left waiting for a turn in a time that has ended.
    await passUntil(database.transaction(async () => undefined))
    await pass(1)
    letTimeGo()
  }
}

function firstText(): Uint8Array {
  const doc = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  doc.getXmlFragment('narrative').insert(0, [paragraph])
  paragraph.insert(0, [new Y.XmlText('words')])
  return Y.encodeStateAsUpdate(doc)
}

/** Everybody with a right returns, and has what the log has, with every word of those who may write. */
async function allComeBack(world: World): Promise<void> {
  world.commitsToFail = 0
  world.diskMs = 0
  world.accessMs = 0
  const { truth } = world.laws
  const back = world.clients.filter(client => hasCleanHands(world, client))
  for (const client of world.clients) client.provider.disconnect()
  await pass(50)
  for (const client of back) world.comeBack(client)
  await pass(3_000)
  same('errors of the server', world.errors, [])
  for (const client of back) {
    same(`${client.name} is synced`, [client.provider.synced, client.refusedWith], [true, null])
    const own = [client.doc.clientID]
    same(
      `words of ${client.name}`,
      own.map(id => Y.getState(truth.store, id)),
      own.map(id => Y.getState(client.doc.store, id)),
    )
    if (client.acknowledges) same(`${client.name} is told`, client.acknowledged, client.sent.length)
    if (world.mayWrite(client.person)) same(`text of ${client.name}`, restHash(client.doc), restHash(truth))
  }
}

/** Who may not write and has words of their own is refused with them, and stays away. */
function hasCleanHands(world: World, { person, doc }: Client): boolean {
  if (world.mayWrite(person)) return true
  if (world.rightOf(person) === null) return false
  return holdsNothingOfItsOwn(world.laws.truth, doc)
}

function holdsNothingOfItsOwn(truth: Y.Doc, doc: Y.Doc): boolean {
  const { structs, ds } = Y.decodeUpdate(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(truth)))
  if (structs.length > 0) return false
  const known = Y.createDeleteSetFromStructStore(truth.store)
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      for (let at = clock; at < clock + len; at++) if (!Y.isDeleted(known, Y.createID(client, at))) return false
    }
  }
  return true
}

/** The log, replayed; the server's state, open and opened afresh; the history, packed or not; the bindings. */
async function agreesWithDisk(world: World): Promise<void> {
  const { laws, documentId } = world
  const held = async (): Promise<Y.Doc> => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, await world.readDocument())
    return doc
  }
  const expected = [restHash(laws.truth), clocksOf(laws.truth)]
  const open = await held()
  same('state of the server', [restHash(open), clocksOf(open)], expected)
  await world.restart()
  const opened = await held()
  same('state as it is opened', [restHash(opened), clocksOf(opened)], expected)
  const history: string[] = []
  for await (const { seq, bytes } of readHistory(database.read, documentId)) history.push(`${seq} ${hex(bytes)}`)
  same(
    'history',
    history,
    laws.entries.map(({ seq, bytes }) => `${seq} ${hex(bytes)}`),
  )
  const bound = await readClients(database.read, documentId)
  for (const client of laws.truth.store.clients.keys()) {
    same(`owner of ${client}`, bound.get(client), laws.ownerOf.get(client) ?? null)
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

function clocksOf({ store }: Y.Doc): string[] {
  return [...store.clients.keys()].map(client => `${client} ${Y.getState(store, client)}`).sort()
}
