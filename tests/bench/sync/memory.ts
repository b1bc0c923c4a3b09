/** Five hundred sections that two people each have open: what each weighs, and whether it is given back when they leave. */
import { setTimeout } from 'node:timers/promises'
import { ofRounds, ratios, type Goal, type Measurement } from '../measurement.ts'
import { joinAll, leaveAll, type LightClient } from './light-client.ts'
import { seedText } from './room.ts'
import { each, takeTurns } from './rounds.ts'
import { buildSection } from './section.ts'
import {
  floor,
  plenary,
  untilEmpty,
  withServer,
  yWebsocket,
  type RunningServer,
  type ServerKind,
  type Weight,
} from './server-process.ts'

const readersPerText = 2
const warmingTexts = 50
/** The floor holds no text: what it weighs is the connections. */
const kinds = [plenary, yWebsocket, floor]

/** How long a server may keep a text that nobody has open. */
const puttingAwayMs = 15_000
/** For the system and the collector to take back what was let go. */
const restMs = 5000

interface Result {
  readonly idle: Weight
  readonly open: Weight
  readonly left: Weight
}

export const measureMemory: Measurement = {
  name: 'memory',
  about: '500 sections open for two each: memory of one, and what is left of it when all have gone',
  async run({ rounds, small, progress }) {
    const texts = small ? 50 : 500
    const results = await takeTurns(kinds, rounds, (kind, round) => {
      progress(`round ${round + 1}, ${kind.name}`)
      return withServer(kind, server => measure(server, texts))
    })
    const perText = (kind: ServerKind, part: (weight: Weight) => number): readonly number[] =>
      each(results, kind, ({ idle, open }) => (part(open) - part(idle)) / texts / 1024)
    const remaining = (kind: ServerKind): readonly number[] =>
      each(results, kind, ({ idle, open, left }) => (100 * (heap(left) - heap(idle))) / (heap(open) - heap(idle)))
    const half: Goal = { atMost: 0.5 }
    return [
      ...kinds.flatMap(kind => [
        ofRounds(`${kind.name}: heap and buffers per text`, perText(kind, heap), 'KiB'),
        ofRounds(`${kind.name}: of physical memory per text`, perText(kind, pss), 'KiB'),
      ]),
      ofRounds(`${yWebsocket.name}: heap not given back`, remaining(yWebsocket), '%'),
      ofRounds(`${plenary.name}: heap not given back`, remaining(plenary), '%', { atMost: 10 }),
      ofRounds(
        "Plenary's heap per text, of y-websocket's",
        ratios(perText(plenary, heap), perText(yWebsocket, heap)),
        '×',
        half,
      ),
      ofRounds(
        "Plenary's memory per text, of y-websocket's",
        ratios(perText(plenary, pss), perText(yWebsocket, pss)),
        '×',
        half,
      ),
    ]
  },
}

const heap = (weight: Weight): number => weight.heap + weight.external
const pss = (weight: Weight): number => weight.pss

async function measure(server: RunningServer, texts: number): Promise<Result> {
  const section = buildSection().update
  // Once through everything, so that code and caches are no part of the difference.
  await leaveAll(await open(server, 'warm', warmingTexts, section))
  await untilEmpty(server, puttingAwayMs)
  const idle = await server.weight()
  const clients = await open(server, 'text', texts, section)
  await setTimeout(restMs)
  const opened = await server.weight()
  await leaveAll(clients)
  // Some never put a text away: then that is the result.
  await untilEmpty(server, puttingAwayMs)
  await setTimeout(restMs)
  return { idle, open: opened, left: await server.weight() }
}

async function open(
  server: RunningServer,
  name: string,
  texts: number,
  section: Uint8Array,
): Promise<readonly LightClient[]> {
  for (let text = 0; text < texts; text++) await seedText(server, `${name}-${text}`, section)
  return joinAll(texts * readersPerText, index => ({
    server,
    documentId: `${name}-${index % texts}`,
    person: index % 500,
  }))
}
