import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readFrame, signOfLife, writeAck, writeAnswer, writeEdit, writeRest, writeStanding } from './frames.ts'

/** Reads a whole WebSocket frame as RFC 6455 has it. */
function parse(frame: Buffer): { first: number; headerLength: number; body: Buffer } {
  const short = frame[1] ?? 0
  const headerLength = short < 126 ? 2 : short === 126 ? 4 : 10
  const length =
    headerLength === 2 ? short : headerLength === 4 ? frame.readUInt16BE(2) : Number(frame.readBigUInt64BE(2))
  expect(frame.length).toBe(headerLength + length)
  return { first: frame[0] ?? 0, headerLength, body: frame.subarray(headerLength) }
}

describe('the header of a frame', () => {
  /** Two numbers, and the length of what follows: as many bytes as that takes. */
  const overhead = (length: number): number => (length < 128 ? 3 : length < 16_384 ? 4 : 5)

  test.each([
    [0, 2],
    [125, 2],
    [126, 4],
    [127, 4],
    [65_535, 4],
    [65_536, 10],
    [1_000_000, 10],
  ])('of a body of %i bytes takes %i', (length, headerLength) => {
    const payload = length === 0 ? null : new Uint8Array(length - overhead(length)).fill(7)
    const frame = payload ? writeEdit(payload) : writeEdit(new Uint8Array())
    const parsed = parse(frame)
    expect([parsed.first, parsed.headerLength]).toEqual([0x82, headerLength])
    if (!payload) return
    expect(parsed.body.length).toBe(length)
    expect(parsed.body.subarray(-payload.length).equals(Buffer.from(payload))).toBe(true)
  })

  test('is never masked, and the update is the end of its frame', () => {
    const update = Y.encodeStateAsUpdate(new Y.Doc())
    for (const frame of [writeEdit(update), writeAnswer(update), writeAck(1, 2), writeRest(1, 'ab'), signOfLife]) {
      expect((frame[1] ?? 0) & 0x80).toBe(0)
      parse(frame)
    }
    expect([...writeAnswer(update).subarray(-update.length)]).toEqual([...update])
  })
})

describe('what the server says beside the text', () => {
  test.each<[string, Buffer, number[]]>([
    ['what is stored', writeAck(300, 2), [80, 0xac, 2, 2]],
    ['how the text stands', writeStanding(2, 5, 200), [81, 2, 5, 0xc8, 1]],
    ['what it holds at rest', writeRest(7, 'ab'), [82, 7, 2, 97, 98]],
  ])('%s', (_name, frame, body) => {
    expect([...parse(frame).body]).toEqual(body)
  })
})

describe('what a client says of a text at rest', () => {
  const says = (...parts: readonly (number | string)[]): Uint8Array => {
    const encoder = encoding.createEncoder()
    for (const part of parts) {
      if (typeof part === 'number') encoding.writeVarUint(encoder, part)
      else encoding.writeVarString(encoder, part)
    }
    return encoding.toUint8Array(encoder)
  }

  test('is read with the number it answers', () => {
    expect(readFrame(says(82, 7, 'abc'))).toEqual({ kind: 'differs', seq: 7, hash: 'abc' })
  })

  test.each([
    ['without a hash', says(82, 7)],
    ['with more after it', says(82, 7, 'abc', 1)],
    ['with a hash cut short', new Uint8Array([82, 7, 9, 97])],
  ])('%s is malformed', (_name, frame) => {
    expect(readFrame(frame)).toEqual({ kind: 'malformed' })
  })
})
