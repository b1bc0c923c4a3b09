/** A paper as it was written: taken in edit by edit, then opened after a restart by somebody who has nothing. */
import { rmSync } from 'node:fs'
import * as Y from 'yjs'
import { ofRounds, ratios, type BenchOptions, type Figure, type Measurement } from '../measurement.ts'
import { ingest } from './ingest.ts'
import { openText } from './open.ts'
import { each, takeTurns } from './rounds.ts'
import { hocuspocus, plenary, startServer, temporaryFolder, untilEmpty, yWebsocket } from './server-process.ts'
import type { ServerKind } from './server-process.ts'
import { generateTrace, readTrace, Replay, traceRoot, type Trace } from './trace.ts'

const documentId = 'paper'
const kinds = [plenary, hocuspocus, yWebsocket]

interface Result {
  readonly editsPerSecond: number
  readonly cpuPerEdit: number
  /** NaN for a server that keeps nothing. */
  readonly receivedMs: number
  readonly appliedMs: number
}

export function chosenTrace({ trace, small }: Pick<BenchOptions, 'trace' | 'small'>): Trace {
  return trace === null ? generateTrace(small ? 0.02 : 1) : readTrace(trace)
}

export const measureTrace: Measurement = {
  name: 'trace',
  about: "a paper's 259,778 edits taken in one by one, and the paper opened after a restart",
  async run(options) {
    const trace = chosenTrace(options)
    const replay = new Replay(1)
    const updates = trace.patches.map(patch => replay.edit(patch)).filter(update => update !== null)
    const whole = Y.encodeStateAsUpdate(replay.doc)
    // Once before anything is timed: the first to be measured would otherwise teach this process how.
    for (let times = 0; times < 3; times++) Y.applyUpdate(new Y.Doc(), whole)
    const results = await takeTurns(kinds, options.rounds, async (kind, round) => {
      options.progress(`round ${round + 1}, ${kind.name}`)
      return measure(kind, updates, replay.words)
    })
    return [
      { what: `${trace.name}: edits`, value: updates.length, unit: '' },
      { what: `${trace.name}: whole text with its history, encoded`, value: whole.length / 1000, unit: 'kB' },
      ...kinds.flatMap((kind): Figure[] => [
        ofRounds(
          `${kind.name}: taken in`,
          each(results, kind, result => result.editsPerSecond),
          'edits/s',
        ),
        ofRounds(
          `${kind.name}: server time per edit`,
          each(results, kind, result => result.cpuPerEdit),
          'µs',
        ),
        ...(kind === yWebsocket
          ? []
          : [
              ofRounds(
                `${kind.name}: opened cold, received`,
                each(results, kind, result => result.receivedMs),
                'ms',
              ),
              ofRounds(
                `${kind.name}: opened cold, applied`,
                each(results, kind, result => result.appliedMs),
                'ms',
              ),
            ]),
      ]),
      compared("Plenary takes in, of Hocuspocus's edits/s", result => result.editsPerSecond, { atLeast: 4 }),
      compared("Plenary opens cold, received, of Hocuspocus's ms", result => result.receivedMs),
      compared("Plenary opens cold, applied, of Hocuspocus's ms", result => result.appliedMs, { atMost: 0.3 }),
    ]

    function compared(what: string, number: (result: Result) => number, goal?: Figure['goal']): Figure {
      return ofRounds(what, ratios(each(results, plenary, number), each(results, hocuspocus, number)), '×', goal)
    }
  },
}

async function measure(kind: ServerKind, updates: readonly Uint8Array[], words: string): Promise<Result> {
  const folder = temporaryFolder()
  try {
    const server = await startServer(kind, folder)
    const { edits, ms, cpuMs } = await ingest(server, documentId, updates)
    const taken = { editsPerSecond: (edits * 1000) / ms, cpuPerEdit: (cpuMs * 1000) / edits }
    if (kind === yWebsocket) {
      await server.stop()
      return { ...taken, receivedMs: Number.NaN, appliedMs: Number.NaN }
    }
    // A server that stores when the last has left is given the time for it.
    await untilEmpty(server, 30_000)
    await server.stop()
    const again = await startServer(kind, folder)
    const { receivedMs, appliedMs, doc } = await openText(again, documentId)
    await again.stop()
    if (doc.getText(traceRoot).toJSON() !== words) throw new Error(`${kind.name} gave back another text`)
    return { ...taken, receivedMs, appliedMs }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
