/** What it takes to say who wrote a text with a long log, and how long it holds up the server meanwhile. [A5] */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import * as Y from 'yjs'
import { asId, dayMs, type PersonId } from '#shared/core'
import { seedNarrative } from '#shared/narrative'
import { createParticipationThreads } from '#server/participation'
import { createTextShares } from '../../server/participation/texts.ts'
import { defaultSyncLimits, storeText } from '#server/sync'
import { packHistory } from '../../server/sync/history.ts'
import { openTempDeps, type TempDeps } from '../support/temp-deps.ts'
import type { Measurement } from './measurement.ts'

const facts = { edits: 100_000, small: 2_000, writers: 5, atOnce: 500 }
const documentId = 'section'

export const measureParticipation: Measurement = {
  name: 'participation',
  about: 'who wrote a text that 100,000 edits made',
  async run({ small, progress }) {
    const temp = openTempDeps()
    const threads = createParticipationThreads()
    try {
      const edits = small ? facts.small : facts.edits
      await write(temp, edits, progress)
      const shares = createTextShares(temp.deps, threads)
      const count = (mark: string) => shares.ofLiveText(documentId, Infinity, mark, () => [])
      // The first one starts the thread.
      await count('first')
      const stalls = monitorEventLoopDelay({ resolution: 1 })
      stalls.enable()
      const started = performance.now()
      const share = await count('second')
      const took = performance.now() - started
      stalls.disable()
      const again = performance.now()
      await count('second')
      const kept = performance.now() - again
      if (!share || share.UNKNOWN === 0) throw new Error('the letters were not counted')
      const about = `${edits.toLocaleString('en')} edits of ${facts.writers}`
      return [
        { what: `${about}: counted`, value: took, unit: 'ms' },
        { what: `${about}: longest the server was held up`, value: stalls.max / 1e6, unit: 'ms', goal: { atMost: 50 } },
        { what: `${about}: asked again`, value: kept, unit: 'ms' },
      ]
    } finally {
      threads.close()
      await temp.close()
    }
  },
}

/** Five write a text in turn, a letter at a time here and there, an entry each; most of it is packed, as in a year of use. */
async function write({ deps }: TempDeps, edits: number, progress: (text: string) => void): Promise<void> {
  const doc = new Y.Doc()
  let entries: { readonly at: number; readonly bytes: Uint8Array; readonly personId: PersonId }[] = []
  let random = 1
  const next = (below: number): number => (random = (random * 48_271) % 2_147_483_647) % Math.max(1, below)
  const writers = Array.from({ length: facts.writers }, (_, index) => asId<PersonId>(`writer-${index}`))
  seedNarrative(doc.getXmlFragment('narrative'), [{ type: 'paragraph', text: 'A text.' }])
  const [text] = [...doc.getXmlFragment('narrative').createTreeWalker(node => node instanceof Y.XmlText)]
  if (!(text instanceof Y.XmlText)) throw new Error('the narrative has a text')
  let bytes = Y.encodeStateAsUpdate(doc)
  doc.on('update', update => (bytes = update))
  let place = 0
  for (let edit = 0; edit < edits; edit++) {
    const writer = Math.floor(edit / 40) % facts.writers
    if (edit % 40 === 0) place = next(text.length)
    if (edit > 0) {
      doc.clientID = writer + 1
      if (edit % 9 === 0 && place > 0) text.delete(--place, 1)
      else text.insert(place++, String.fromCharCode(97 + next(26)))
    }
    entries.push({ at: deps.now() - 30 * dayMs + edit, bytes, personId: writers[writer] ?? asId<PersonId>('writer-0') })
    if (entries.length < facts.atOnce && edit < edits - 1) continue
    const stored = entries
    entries = []
    await deps.transaction(async tx => {
      for (const entry of stored) await storeText(tx, { documentId, ...entry })
    })
    if (edit % 10_000 < facts.atOnce) progress(`participation: ${edit} edits written`)
  }
  await packHistory(deps, documentId, Number.MAX_SAFE_INTEGER, defaultSyncLimits.entriesPerPack)
}
