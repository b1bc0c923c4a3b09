/** People who type in one section at the pace of people, and how long each key takes to reach the others. */
import { performance, type EventLoopUtilization } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { Room } from './room.ts'
import type { RunningServer } from './server-process.ts'

export interface TypingFacts {
  readonly clients: number
  readonly typists: number
  readonly keysPerSecond: number
  /** Moves of the cursor of each who does not type; a typist's moves with each key. */
  readonly cursorsPerSecond: number
  readonly seconds: number
}

export interface TypingResult {
  /** ms from a key to the others' sight of it */
  readonly p50: number
  readonly p99: number
  readonly deliveries: number
  /** Server's processor time for each, in µs. */
  readonly cpuPerDelivery: number
  readonly missing: number
  readonly converged: boolean
  /** How busy this process was, 0 to 1: near 1 it measures itself. */
  readonly driver: number
}

const warmUpSeconds = 3

export async function measureTyping(server: RunningServer, facts: TypingFacts): Promise<TypingResult> {
  const room = await Room.open(server, { documentId: 'section', clients: facts.clients, writers: facts.typists })
  const stop = act(room, facts)
  await setTimeout(warmUpSeconds * 1000)
  const from = performance.now()
  room.log.count(from, from + facts.seconds * 1000)
  const cpu = server.cpuMs()
  const busy: EventLoopUtilization = performance.eventLoopUtilization()
  await setTimeout(facts.seconds * 1000)
  const cpuMs = server.cpuMs() - cpu
  const driver = performance.eventLoopUtilization(busy).utilization
  stop()
  const missing = await room.settle(5000)
  const converged = await room.converged()
  await room.close()
  const { latencies, edits } = room.log
  const deliveries = edits * (facts.clients - 1)
  return {
    p50: latencies.percentile(0.5),
    p99: latencies.percentile(0.99),
    deliveries,
    cpuPerDelivery: (cpuMs * 1000) / deliveries,
    missing,
    converged,
    driver,
  }
}

/** Everybody at a pace of their own, spread evenly from the start. @returns what ends it */
function act(room: Room, { clients, typists, keysPerSecond, cursorsPerSecond }: TypingFacts): () => void {
  const movers = cursorsPerSecond > 0 ? clients : typists
  const everyMs = (index: number): number => 1000 / (index < typists ? keysPerSecond : cursorsPerSecond)
  const started = performance.now()
  const due = Array.from({ length: movers }, (_, index) => started + everyMs(index) * ((index * 0.618) % 1))
  const timer = setInterval(() => {
    const now = performance.now()
    for (let index = 0; index < movers; index++) {
      if ((due[index] ?? 0) > now) continue
      due[index] = (due[index] ?? now) + everyMs(index)
      if (index < typists) room.type(index, 1)
      room.moveCursor(index)
    }
  }, 1)
  return () => clearInterval(timer)
}
