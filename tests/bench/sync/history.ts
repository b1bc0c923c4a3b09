/**
 * A section with a year of history behind it: what the server spends to open it for somebody who has nothing, against a
 * section that says the same and has no history.
 *
 * The history is ten times a paper's, each by another writer, who clears the text before beginning; it is written through
 * a socket, so that it lies in the database as any history does.
 */
import { rmSync } from 'node:fs'
import * as Y from 'yjs'
import { median, ofRounds, type BenchOptions, type Measurement } from '../measurement.ts'
import { ingest } from './ingest.ts'
import { openText } from './open.ts'
import { chosenTrace } from './replay.ts'
import { plenary, startServer, temporaryFolder, untilEmpty } from './server-process.ts'
import { Replay, traceRoot, type Trace } from './trace.ts'

const repeats = 10
const mostMs = 100
/** Ten times the history may cost no more than this many times one. Growing with it, it would cost ten times. */
const growth = 2
/** Each over a server just started. */
const openings = 5

const texts = ['none', 'one', 'ten'] as const

export const measureHistory: Measurement = {
  name: 'history',
  about: "a section with ten papers' history opened after a restart: processor time of the server",
  async run(options) {
    const folder = temporaryFolder()
    try {
      const written = await write(folder, options)
      const cpu: Record<(typeof texts)[number], number[]> = { none: [], one: [], ten: [] }
      const bytes = { none: 0, one: 0, ten: 0 }
      for (let opening = 0; opening < openings; opening++) {
        for (const text of texts) {
          options.progress(`opening ${opening + 1}, ${text}`)
          const server = await startServer(plenary, folder)
          const opened = await openText(server, text)
          await server.stop()
          if (opened.doc.getText(traceRoot).toJSON() !== written.words)
            throw new Error(`${text} gave back another text`)
          cpu[text].push(opened.cpuMs)
          bytes[text] = opened.bytes
        }
      }
      return [
        { what: 'edits in the history', value: written.edits, unit: '' },
        { what: 'sent to the newcomer, no history', value: bytes.none / 1000, unit: 'kB' },
        { what: `sent to the newcomer, ${repeats} papers`, value: bytes.ten / 1000, unit: 'kB' },
        ofRounds('server time to open, no history', cpu.none, 'ms'),
        ofRounds('server time to open, one paper', cpu.one, 'ms'),
        ofRounds(`server time to open, ${repeats} papers`, cpu.ten, 'ms', { atMost: mostMs }),
        {
          what: `${repeats} papers, of one`,
          value: median(cpu.ten) / median(cpu.one),
          unit: '×',
          goal: { atMost: growth },
        },
      ]
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

async function write(
  folder: string,
  options: BenchOptions,
): Promise<{ readonly edits: number; readonly words: string }> {
  const trace = chosenTrace(options)
  const server = await startServer(plenary, folder)
  options.progress('writing one')
  const one = new Replay(1)
  await ingest(server, 'one', editsOf(one, trace))
  const plain = new Y.Doc()
  plain.getText(traceRoot).insert(0, one.words)
  await ingest(server, 'none', [Y.encodeStateAsUpdate(plain)])
  const ten = new Replay(1)
  let edits = 0
  for (let repeat = 0; repeat < repeats; repeat++) {
    options.progress(`writing ${repeat + 1} of ${repeats}`)
    ten.doc.clientID = repeat + 1
    edits += (await ingest(server, 'ten', editsOf(ten, trace))).edits
  }
  await untilEmpty(server, 30_000)
  await server.stop()
  return { edits, words: one.words }
}

function* editsOf(replay: Replay, trace: Trace): Generator<Uint8Array> {
  const cleared = replay.length > 0 ? replay.edit([0, replay.length, '']) : null
  if (cleared) yield cleared
  for (const patch of trace.patches) {
    const update = replay.edit(patch)
    if (update) yield update
  }
}
