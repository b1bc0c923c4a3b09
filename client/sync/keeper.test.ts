import { asId, type PersonId } from '#shared/core'
import { beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { Keeper } from './keeper.ts'
import { makeMemoryWords, type MemoryWords } from './testing/memory-words.ts'

let device: MemoryWords
let doc: Y.Doc
const onKept = vi.fn<(edits: number) => void>()
let keeper: Keeper

beforeEach(() => {
  onKept.mockClear()
  device = makeMemoryWords()
  keeper = new Keeper({
    store: device,
    personId: asId<PersonId>('ana'),
    documentId: 'd1',
    writer: 7,
    now: () => 1_000,
    onKept,
  })
  doc = new Y.Doc()
  doc.on('update', update => keeper.keep(update, 3))
})

const type = (words: string): void => doc.getText('t').insert(doc.getText('t').length, words)
const onDevice = (): string => {
  const copy = new Y.Doc()
  for (const { update } of device.all()) Y.applyUpdate(copy, update)
  return copy.getText('t').toJSON()
}
const until = (condition: () => void): Promise<void> => vi.waitFor(condition, { interval: 1 })

test('an edit is kept with its person, text and epoch, and told when the device has it', async () => {
  device.hold(true)
  type('a')
  expect(onKept).not.toHaveBeenCalled()
  device.hold(false)
  await until(() => expect(onKept.mock.calls).toEqual([[1]]))
  expect(device.all()).toMatchObject([{ personId: 'ana', documentId: 'd1', epoch: 3, at: 1_000, returned: null }])
})

test('what is typed while the device writes is written together, and told together', async () => {
  device.hold(true)
  for (const letter of 'abcd') type(letter)
  device.hold(false)
  await until(() => expect(onKept.mock.calls).toEqual([[1], [4]]))
  expect([device.all().length, onDevice()]).toEqual([2, 'abcd'])
})

test('a device that is full has nothing told of it, and no gap when it has room again', async () => {
  device.fill(true)
  type('a')
  type('b')
  await until(() => expect(device.all()).toEqual([]))
  device.fill(false)
  type('c')
  await until(() => expect(onKept.mock.calls).toEqual([[3]]))
  expect(onDevice()).toBe('abc')
})

test('what is stored leaves nothing behind, also what was still on its way to the device', async () => {
  type('a')
  await until(() => expect(onKept).toHaveBeenCalledWith(1))
  device.hold(true)
  type('b')
  keeper.forget(keeper.giveUp())
  type('c')
  device.hold(false)
  await until(() => expect(onKept).toHaveBeenLastCalledWith(3))
  await until(() => expect(device.all()).toHaveLength(1))
  keeper.forget(keeper.giveUp())
  await until(() => expect(device.all()).toEqual([]))
})

test('what is given up is all that is not stored, in order, kept or not', async () => {
  type('a')
  await until(() => expect(onKept).toHaveBeenCalledWith(1))
  device.fill(true)
  type('b')
  type('c')
  await until(() => expect(onDevice()).toBe('a'))
  const copy = new Y.Doc()
  for (const { update } of keeper.giveUp()) Y.applyUpdate(copy, update)
  expect(copy.getText('t').toJSON()).toBe('abc')
  expect(keeper.giveUp()).toEqual([])
})
