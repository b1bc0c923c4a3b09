import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sha256Hex } from '#shared/core'
import { receivingLimits } from './upload.ts'
import { receiveFile, type ReceivingLimits } from './receive.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenary-receive-'))
})
afterEach(() => rm(folder, { recursive: true }))

const limits = { bytes: 1000, idleMs: 60_000, graceMs: 60_000, leastRate: 100 }
const receive = (body: ReadableStream<Uint8Array>, more: Partial<ReceivingLimits> = {}, now = () => 0) =>
  receiveFile(body, join(folder, 'x.part'), { ...limits, ...more }, now)

function pieces(...parts: readonly (string | Error)[]): ReadableStream<Uint8Array> {
  const rest = [...parts]
  return new ReadableStream({
    pull(controller) {
      const next = rest.shift()
      if (next === undefined) controller.close()
      else if (next instanceof Error) controller.error(next)
      else controller.enqueue(new TextEncoder().encode(next))
    },
  })
}

test('[M1] a file in pieces is written whole, and known by its digest', async () => {
  const received = await receive(pieces('a', '', 'bc'))
  expect(received).toEqual({ ok: true, value: { digest: sha256Hex('abc'), bytes: 3 } })
  expect(await readFile(join(folder, 'x.part'), 'utf8')).toBe('abc')
})

test('[M1] exactly the limit is taken', async () => {
  expect(await receive(pieces('x'.repeat(1000)))).toMatchObject({ ok: true })
})

test.each([
  ['more than the limit', pieces('x'.repeat(600), 'x'.repeat(401)), 'file-too-large'],
  ['nothing', pieces(), 'file-empty'],
  ['a connection that breaks off', pieces('abc', new Error('gone')), 'file-incomplete'],
])('[M1] of %s nothing is left', async (_what, body, type) => {
  expect(await receive(body)).toMatchObject({ ok: false, problem: { type } })
  expect(await readdir(folder)).toEqual([])
})

test('[M1] no more than the limit and a piece is read of a file without end', async () => {
  let given = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 100
      controller.enqueue(new Uint8Array(100))
    },
  })
  expect(await receive(endless)).toMatchObject({ problem: { type: 'file-too-large' } })
  expect(given).toBeLessThanOrEqual(1300)
})

test('[M1] a sender who stops sending is given up, and is told to stop', async () => {
  let stopped = false
  const stalled = new ReadableStream<Uint8Array>({
    start: controller => controller.enqueue(new Uint8Array(10)),
    cancel() {
      stopped = true
    },
  })
  expect(await receive(stalled, { idleMs: 20 })).toMatchObject({ problem: { type: 'file-incomplete' } })
  expect(stopped).toBe(true)
  expect(await readdir(folder)).toEqual([])
})

/** A piece of a hundred bytes every so often, by a clock of its own. */
function slowly(everyMs: number, many = 10) {
  let at = 0
  let given = 0
  let isStopped = false
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (given === many) return controller.close()
        at += everyMs
        given++
        controller.enqueue(new Uint8Array(100))
      },
      cancel() {
        isStopped = true
      },
    },
    { highWaterMark: 0 },
  )
  return { body, now: () => at, isStopped: () => isStopped, given: () => given }
}

test.each([
  ['at the least rate', 1_000, true],
  ['more slowly, and whole within the grace', 6_000, true],
  ['so slowly that it is still coming after that', 8_000, false],
])('[M1] a file that comes %s: a piece every %i ms, taken: %s', async (_what, everyMs, taken) => {
  const { body, now, isStopped } = slowly(everyMs)
  expect(await receive(body, {}, now)).toMatchObject(taken ? { ok: true } : { problem: { type: 'file-incomplete' } })
  expect(isStopped()).toBe(!taken)
  expect(await readdir(folder)).toHaveLength(taken ? 1 : 0)
})

test('[M1] a file that trickles without end is given up when its time is over', async () => {
  const { body, now, given } = slowly(50_000, Number.POSITIVE_INFINITY)
  expect(await receive(body, {}, now)).toMatchObject({ problem: { type: 'file-incomplete' } })
  expect(given()).toBe(2)
})

test('[M1] the largest file has its time before Node cuts off the request', () => {
  const { bytes, graceMs, leastRate } = receivingLimits
  expect(graceMs + (bytes / leastRate) * 1000).toBeLessThan(createServer().requestTimeout)
})
