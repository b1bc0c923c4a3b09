/** Three hundred people on a bad network: they connect, write and drop, and nothing of it stays with the server. */
import { messageAck } from '#shared/wire'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { syncFrame } from './clients.ts'
import { cookieOf } from './host.ts'
import { startRemote, type Remote, type Standing } from './remote.ts'
import { until } from './setup.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const people = 300
const visits = 4
const texts = 10

let folder = ''
let server: Remote

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plenary-flapping-'))
  server = await startRemote({ folder, guests: people, limits: { roomGraceMs: 20 }, node: ['--expose-gc'] })
})

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

/** The same numbers each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return sides => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const isAcknowledgement = ([number]: Buffer): boolean => number === messageAck
const isAnswer = ([number, step]: Buffer): boolean => number === 0 && step === 1

/** @returns letters that were acknowledged */
async function visit(person: number, roll: (sides: number) => number): Promise<number> {
  const path = `${server.origin.replace('http', 'ws')}/sync/flap-${roll(texts)}?ack=1`
  const socket = new WebSocket(path, { headers: { cookie: cookieOf(`guest-${person}`) } })
  socket.on('error', () => undefined)
  const heard: Buffer[] = []
  socket.on('message', (frame: Buffer) => heard.push(frame))
  const gone = new Promise(resolve => socket.once('close', resolve))
  const hears = async (what: (frame: Buffer) => boolean): Promise<void> => {
    while (!heard.some(what) && socket.readyState === WebSocket.OPEN)
      await Promise.race([once(socket, 'message'), gone])
  }
  const stages = [
    () => Promise.resolve(),
    () => once(socket, 'open'),
    async () => {
      for (const step of [0, 1] as const) socket.send(syncFrame(step, new Uint8Array(step === 0 ? [0] : [0, 0])))
      await hears(isAnswer)
    },
    () => {
      const doc = new Y.Doc()
      doc.getText('t').insert(0, 'x')
      socket.send(syncFrame(2, Y.encodeStateAsUpdate(doc)))
      return Promise.resolve()
    },
    () => hears(frame => isAcknowledgement(frame) && frame.at(-1) === 2),
  ]
  const last = roll(stages.length)
  for (const stage of stages.slice(0, last + 1)) await stage()
  if (roll(2) === 0) socket.terminate()
  else socket.close()
  await gone
  return last === stages.length - 1 ? 1 : 0
}

async function round(seed: number): Promise<number> {
  const letters = await Promise.all(
    Array.from({ length: people }, async (_, person) => {
      const roll = dice(seed * people + person)
      let acknowledged = 0
      for (let count = 0; count < visits; count++) acknowledged += await visit(person, roll)
      return acknowledged
    }),
  )
  return letters.reduce((sum, count) => sum + count, 0)
}

async function atRest(): Promise<Standing> {
  await until(async () => expect(await server.ask.standing()).toMatchObject({ rooms: 0, connections: 0 }))
  return server.ask.standing()
}

test('sockets, timers and memory are as before, and every letter that was acknowledged is there', async () => {
  let acknowledged = await round(1)
  acknowledged += await round(2)
  const before = await atRest()
  for (const seed of [3, 4]) acknowledged += await round(seed)
  await until(async () => {
    const after = await atRest()
    expect(after.sockets).toBeLessThanOrEqual(before.sockets)
    expect(after.timers).toBeLessThanOrEqual(before.timers)
    expect(after.heapBytes).toBeLessThan(before.heapBytes * 1.05)
  })
  let letters = 0
  for (let text = 0; text < texts; text++) {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, await server.ask.state(`flap-${text}`))
    letters += doc.getText('t').length
  }
  expect(acknowledged).toBeGreaterThan(people)
  expect(letters).toBeGreaterThanOrEqual(acknowledged)
}, 180_000)
