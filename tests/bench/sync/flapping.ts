/** Ten minutes of three hundred connections that come and go: afterwards the server holds what it held before. */
import { setTimeout } from 'node:timers/promises'
import * as Y from 'yjs'
import { ofRounds, type Measurement } from '../measurement.ts'
import { LightClient } from './light-client.ts'
import { seeded } from './random.ts'
import { seedText } from './room.ts'
import { buildSection, movedCursor, typedKey, writerId } from './section.ts'
import { plenary, untilEmpty, withServer, type RunningServer, type Weight } from './server-process.ts'
import type { Resources } from './servers/control.ts'

const clients = 300
const texts = 20
const longestStayMs = 2000
const longestAwayMs = 500
const keysPerVisit = 3
const tolerance = 5
/** Until the last room is put away. */
const puttingAwayMs = 30_000
const seed = 42

const section = buildSection()

export const measureFlapping: Measurement = {
  name: 'flapping',
  about: '300 clients coming and going for ten minutes: sockets, timers, listeners and heap as before (11 minutes)',
  async run({ small, progress }) {
    const seconds = small ? 10 : 600
    return withServer(plenary, async server => {
      for (let text = 0; text < texts; text++) await seedText(server, `text-${text}`, section.update)
      // A first time for everything: code that is compiled late is no leak.
      await flap(server, small ? 2 : 20)
      const before = await look(server)
      const visits = await flap(server, seconds, progress)
      const after = await look(server)
      const change = (part: (state: Look) => number): number => {
        const was = part(before)
        return was === 0 ? part(after) * 100 : ((part(after) - was) / was) * 100
      }
      const within = (what: string, part: (state: Look) => number) =>
        ofRounds(`${what}, more than before`, [change(part)], '%', { atMost: tolerance })
      return [
        { what: 'visits', value: visits, unit: '' },
        { what: 'heap and buffers before', value: heap(before.weight) / 2 ** 20, unit: 'MiB' },
        within('heap and buffers', state => heap(state.weight)),
        within('handles', state => state.resources.handles),
        within('timers', state => state.resources.timers),
        within('listeners', state => state.resources.listeners),
      ]
    })
  },
}

interface Look {
  readonly weight: Weight
  readonly resources: Resources
}

const heap = (weight: Weight): number => weight.heap + weight.external

async function look(server: RunningServer): Promise<Look> {
  await untilEmpty(server, puttingAwayMs)
  await setTimeout(1000)
  const weight = await server.weight()
  return { weight, resources: await server.resources() }
}

/** @returns how many times somebody came */
async function flap(server: RunningServer, seconds: number, tell?: (line: string) => void): Promise<number> {
  const random = seeded(seed)
  const until = performance.now() + seconds * 1000
  let visits = 0
  const report = setInterval(() => tell?.(`${visits} visits`), 10_000)
  await Promise.all(
    Array.from({ length: clients }, async (_, person) => {
      await setTimeout(random() * longestAwayMs)
      while (performance.now() < until) {
        visits++
        await visit(server, person, random)
        await setTimeout(random() * longestAwayMs)
      }
    }),
  )
  clearInterval(report)
  return visits
}

async function visit(server: RunningServer, person: number, random: () => number): Promise<void> {
  const client = new LightClient({ server, documentId: `text-${Math.floor(random() * texts)}`, person })
  // Every fifth does not wait for the text, every third of the others types.
  if (random() < 0.2) await setTimeout(random() * 20)
  else {
    await client.synced
    if (random() < 0.33) type(client, person)
  }
  await setTimeout(random() * longestStayMs)
  await (random() < 0.5 ? client.leave() : client.terminate())
}

/** Goes on from what the server has of this person: words may have been lost with a connection. */
function type(client: LightClient, person: number): void {
  const clock = Y.parseUpdateMeta(client.answer).to.get(writerId(person)) ?? 0
  for (let key = 0; key < keysPerVisit; key++) {
    client.send(client.updateFrame(typedKey(section, person, clock + key)), 1)
  }
  client.send(client.presenceFrame(movedCursor(person, clock + 1)), 0)
}
