/** Twenty people in one section, all typing faster and faster: the highest rate at which 99 % of the keys still take at most 100 ms. */
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { ofRounds, ratios, type Measurement } from '../measurement.ts'
import { Room } from './room.ts'
import { each, takeTurns } from './rounds.ts'
import {
  durableFloor,
  floor,
  hocuspocus,
  plenary,
  startServer,
  temporaryFolder,
  yWebsocket,
  type RunningServer,
  type ServerKind,
} from './server-process.ts'
import { rmSync } from 'node:fs'

const clients = 20
const slowestMs = 100
const firstRate = 250
const coarseStep = 2
const fineStep = 1.25
const trialsOfARate = 3
const kinds = [plenary, hocuspocus, yWebsocket, floor, durableFloor]

export const measureSaturation: Measurement = {
  name: 'saturation',
  about: 'twenty clients typing in one section at a rising rate: keys a second within 100 ms',
  async run({ rounds, small, progress }) {
    const seconds = small ? 1 : 4
    const results = await takeTurns(kinds, small ? 1 : rounds, (kind, round) =>
      highestRate(kind, seconds, step => progress(`round ${round + 1}, ${kind.name}, ${step}`)),
    )
    const rates = (kind: ServerKind): readonly number[] => each(results, kind, rate => rate)
    return [
      ...kinds.map(kind => ofRounds(`${kind.name}: within ${slowestMs} ms`, rates(kind), 'keys/s')),
      ofRounds("Plenary, of Hocuspocus's rate", ratios(rates(plenary), rates(hocuspocus)), '×', { atLeast: 6 }),
      ofRounds("Plenary, of the durable floor's rate", ratios(rates(plenary), rates(durableFloor)), '×', {
        atLeast: 1,
      }),
    ]
  },
}

/** First in large steps until one is too much, then in small ones from the last that was not. */
async function highestRate(kind: ServerKind, seconds: number, tell: (step: string) => void): Promise<number> {
  let carried = 0
  let rate = firstRate
  for (const step of [coarseStep, fineStep]) {
    // Afresh: after too much a server may still be busy with it.
    const folder = temporaryFolder()
    const server = await startServer(kind, folder)
    try {
      if (step === fineStep) rate = Math.max(firstRate, carried) * fineStep
      while (await carriesOnce(server, rate, seconds, tell)) {
        carried = rate
        rate *= step
      }
    } finally {
      await server.kill()
      rmSync(folder, { recursive: true })
    }
  }
  return carried
}

/** A rate is carried when one of a few trials says so: the last word is not left to a hiccup of the machine. */
async function carriesOnce(...trial: Parameters<typeof carries>): Promise<boolean> {
  for (let left = trialsOfARate; left > 0; left--) {
    if (await carries(...trial)) return true
  }
  return false
}

/** Each trial has a text of its own. */
let trials = 0

async function carries(
  server: RunningServer,
  rate: number,
  seconds: number,
  tell: (step: string) => void,
): Promise<boolean> {
  const documentId = `trial-${++trials}`
  const room = await Room.open(server, { documentId, clients, writers: clients })
  // Warm, at this rate.
  const stop = typeAtRate(room, rate)
  await setTimeout(1000)
  const from = performance.now()
  room.log.count(from, from + seconds * 1000)
  const busy = performance.eventLoopUtilization()
  await setTimeout(seconds * 1000)
  const driver = performance.eventLoopUtilization(busy).utilization
  const hopeless = room.log.missing() > rate * (clients - 1)
  stop()
  const missing = hopeless ? room.log.missing() : await room.settle(2000)
  const reached = room.log.edits / seconds
  const p99 = room.log.latencies.percentile(0.99)
  const whole = missing === 0 && p99 <= slowestMs && (await room.converged())
  const told = `p99 ${p99.toFixed(1)} ms, ${missing} missing, driver busy ${(driver * 100).toFixed(0)} %`
  tell(`${rate.toFixed(0)} keys/s, sent ${reached.toFixed(0)}: ${told}`)
  if (hopeless) await Promise.all(room.clients.map(client => client.terminate()))
  else await room.close()
  // A driver that cannot send as fast has not shown that the server carries it.
  return whole && reached >= rate * 0.97
}

/** All in turn; what is due at a tick goes out together. @returns what ends it */
function typeAtRate(room: Room, rate: number): () => void {
  const started = performance.now()
  let typed = 0
  let turn = 0
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - started) / 1000) * rate) - typed
    typed += due
    const share = Math.ceil(due / clients)
    for (let left = due; left > 0; left -= share) room.type(turn++ % clients, Math.min(share, left))
  }, 1)
  return () => clearInterval(timer)
}
