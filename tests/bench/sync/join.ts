/** A meeting begins: 500 open the same long text within one second. */
import { setTimeout } from 'node:timers/promises'
import * as Y from 'yjs'
import { ofRounds, type Measurement } from '../measurement.ts'
import { join, leaveAll, LightClient } from './light-client.ts'
import { chosenTrace } from './replay.ts'
import { seedText } from './room.ts'
import { each, takeTurns } from './rounds.ts'
import { Samples } from './samples.ts'
import { hocuspocus, plenary, withServer, yWebsocket, type RunningServer, type ServerKind } from './server-process.ts'
import { Replay } from './trace.ts'

const documentId = 'paper'
const kinds = [plenary, hocuspocus, yWebsocket]
const withinMs = 1000

export const measureJoin: Measurement = {
  name: 'join',
  about: '500 clients opening one long text within a second: how long each waits for it',
  async run(options) {
    const trace = chosenTrace(options)
    const replay = new Replay(1)
    for (const patch of trace.patches) replay.edit(patch)
    const whole = Y.encodeStateAsUpdate(replay.doc)
    const count = options.small ? 50 : 500
    const results = await takeTurns(kinds, options.rounds, (kind, round) => {
      options.progress(`round ${round + 1}, ${kind.name}`)
      return withServer(kind, server => rush(server, whole, count))
    })
    const p99 = (kind: ServerKind): readonly number[] => each(results, kind, waits => waits.percentile(0.99))
    const better = p99(hocuspocus).map((ms, round) => Math.min(ms, p99(yWebsocket)[round] ?? ms))
    return [
      { what: `${trace.name}: whole text, encoded`, value: whole.length / 1000, unit: 'kB' },
      ...kinds.flatMap(kind => [
        ofRounds(
          `${kind.name}: p50`,
          each(results, kind, waits => waits.percentile(0.5)),
          'ms',
        ),
        ofRounds(`${kind.name}: p99`, p99(kind), 'ms'),
      ]),
      ofRounds(
        "Plenary's p99, of the better of the others'",
        p99(plenary).map((ms, round) => ms / (better[round] ?? Number.NaN)),
        '×',
        { atMost: 0.1 },
      ),
    ]
  },
}

/** @returns from connecting to having the text, of each, in ms */
async function rush(server: RunningServer, whole: Uint8Array, count: number): Promise<Samples> {
  await seedText(server, documentId, whole)
  // Somebody has it open already.
  const first = await join({ server, documentId, person: 0 })
  const waits = new Samples()
  const clients: LightClient[] = []
  const started = performance.now()
  const arrivals = Array.from({ length: count }, async (_, index) => {
    await setTimeout(started + (withinMs * index) / count - performance.now())
    const connected = performance.now()
    const client = new LightClient({ server, documentId, person: index, keepsAnswer: false })
    clients.push(client)
    waits.add((await client.synced) - connected)
    if (client.answerLength < whole.length * 0.9) throw new Error(`${server.kind.name} gave less than the text`)
  })
  await Promise.all(arrivals)
  await leaveAll([first, ...clients])
  return waits
}
