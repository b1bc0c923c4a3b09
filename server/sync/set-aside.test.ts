import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { documentSnapshotsTable, documentUpdatesTable } from '#server/db'
import { asId, type PersonId } from '#shared/core'
import { openTempDeps, type TempDeps } from '../../tests/support/temp-deps.ts'
import { damagedSince, readDamagedTexts, resumeText, storeText } from './documents.ts'
import { openText } from './open-text.ts'
import { readSetAside } from './set-aside.ts'

const ana = asId<PersonId>('ana')
const ben = asId<PersonId>('ben')

let temp: TempDeps
let doc: Y.Doc

beforeEach(() => {
  temp = openTempDeps()
  doc = new Y.Doc()
})
afterEach(() => temp.close())

describe('what cannot be applied of a stored text', () => {
  test('is set aside with what builds on it: whose it was, and the words that can be read', async () => {
    await write(ana, () => paragraph('Kept.'))
    const damaged = await write(ana, () => paragraph('Lost for reading.'))
    const after = await write(ben, () => {
      const text = paragraph('Names of ')
      text.insert(9, 'all', { strong: {} })
      text.insert(12, ' offices.', { strong: null })
    })
    await spoil(damaged)
    const { damagedAt, text } = await open()
    expect(textIn(text.whole())).toBe('<paragraph>Kept.</paragraph>')
    expect(damagedAt).toBe(temp.deps.now())
    expect(await damagedSince(temp.deps.read, 'd1')).toBe(damagedAt)
    expect(await readDamagedTexts(temp.deps.read)).toEqual(new Map([['d1', damagedAt]]))
    expect(await readSetAside(temp.deps.read, 'd1')).toMatchObject([
      { seq: damaged, persons: [ana], words: null, setAsideAt: damagedAt },
      { seq: after, persons: [ben], words: 'Names of all offices.', setAsideAt: damagedAt },
    ])
  })

  test('is set aside once when two open the text at once', async () => {
    await write(ana, () => paragraph('Kept.'))
    await spoil(await write(ana, () => paragraph('Lost.')))
    await Promise.all([open(), open()])
    expect(await readSetAside(temp.deps.read, 'd1')).toHaveLength(1)
  })

  test('stands still since it was first found, and anew once it has been resumed', async () => {
    const first = await write(ana, () => paragraph('Kept.'))
    const second = await write(ana, () => paragraph('Lost.'))
    await spoil(second)
    const { damagedAt, epoch } = await open()
    temp.advance(1_000)
    await spoil(first)
    expect(await open()).toMatchObject({ damagedAt, epoch })
    expect((await readSetAside(temp.deps.read, 'd1')).map(change => change.seq)).toEqual([first, second])

    expect(await temp.deps.transaction(tx => resumeText(tx, 'd1'))).toBe(true)
    expect(await open()).toMatchObject({ damagedAt: null, epoch: epoch + 1 })
    doc = new Y.Doc()
    await spoil(await write(ben, () => paragraph('Lost too.')))
    expect(await open()).toMatchObject({ damagedAt: temp.deps.now(), epoch: epoch + 1 })
  })
})

/** @returns the number of the entry */
async function write(personId: PersonId, change: () => void): Promise<number> {
  const { deps } = temp
  const known = Y.encodeStateVector(doc)
  doc.clientID = personId === ana ? 1 : 2
  doc.transact(change)
  const bytes = Y.encodeStateAsUpdate(doc, known)
  await deps.transaction(tx => storeText(tx, { documentId: 'd1', personId, at: deps.now(), bytes }))
  const rows = await deps.read.select({ seq: documentUpdatesTable.seq }).from(documentUpdatesTable)
  return Math.max(...rows.map(row => row.seq))
}

function paragraph(sentence: string): Y.XmlText {
  const element = new Y.XmlElement('paragraph')
  const text = new Y.XmlText(sentence)
  element.insert(0, [text])
  doc.getXmlFragment('narrative').push([element])
  return text
}

async function spoil(seq: number): Promise<void> {
  await temp.deps.transaction(async tx => {
    await tx
      .update(documentUpdatesTable)
      .set({ bytes: Buffer.from('spoilt') })
      .where(eq(documentUpdatesTable.seq, seq))
    await tx.delete(documentSnapshotsTable)
  })
}

const open = () => openText(temp.deps, 'd1')

function textIn(update: Uint8Array): string {
  const stored = new Y.Doc()
  Y.applyUpdate(stored, update)
  return stored.getXmlFragment('narrative').toString()
}
