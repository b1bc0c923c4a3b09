import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sha256Hex } from '#shared/core'
import { receiveFile } from './receive.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenary-receive-'))
})
afterEach(() => rm(folder, { recursive: true }))

const limits = { bytes: 1000, idleMs: 60_000 }
const receive = (body: ReadableStream<Uint8Array>, idleMs = limits.idleMs) =>
  receiveFile(body, join(folder, 'x.part'), { ...limits, idleMs })

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
  expect(await receive(stalled, 20)).toMatchObject({ problem: { type: 'file-incomplete' } })
  expect(stopped).toBe(true)
  expect(await readdir(folder)).toEqual([])
})
