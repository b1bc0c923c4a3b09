/** Edits of one writer, each an update of its own, as fast as the server takes them. */
import { join, type LightClient } from './light-client.ts'
import type { RunningServer } from './server-process.ts'

/** Updates on their way. More makes nothing faster; a bound keeps memory and what a socket holds small. */
const window = 2000
/** Sent as one write. */
const together = 50
/** So long without a confirmation, and the server has given up. */
const patienceMs = 20_000

export interface Ingested {
  readonly edits: number
  /** From the first sent to the last confirmed. */
  readonly ms: number
  readonly cpuMs: number
}

export async function ingest(
  server: RunningServer,
  documentId: string,
  updates: Iterable<Uint8Array>,
): Promise<Ingested> {
  const client = await join({ server, documentId, person: 0 })
  await confirmed(client, 0)
  const started = performance.now()
  const cpu = server.cpuMs()
  let edits = 0
  let frames: Buffer[] = []
  for (const update of updates) {
    edits++
    frames.push(client.updateFrame(update))
    if (frames.length < together) continue
    client.send(Buffer.concat(frames), frames.length)
    frames = []
    await confirmed(client, window)
  }
  client.send(Buffer.concat(frames), frames.length)
  await confirmed(client, 0)
  const ms = performance.now() - started
  const cpuMs = server.cpuMs() - cpu
  await client.leave()
  return { edits, ms, cpuMs }
}

/** Resolves when no more than so many are unconfirmed; rejects when the server confirms nothing more. */
async function confirmed(client: LightClient, atMost: number): Promise<void> {
  if (client.unconfirmed <= atMost) return
  let heard = performance.now()
  await new Promise<void>((resolve, reject) => {
    const watch = setInterval(() => {
      if (performance.now() - heard < patienceMs) return
      clearInterval(watch)
      reject(new Error(`${client.unconfirmed} updates stay unconfirmed`))
    }, 1000)
    client.onConfirmed = () => {
      heard = performance.now()
      if (client.unconfirmed > atMost) return
      client.onConfirmed = null
      clearInterval(watch)
      resolve()
    }
  })
}
