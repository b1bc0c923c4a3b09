import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#shared/core'
import { chainStart, entryDigest, verifyChain, walkChain, type StoredEntry } from './entry.ts'

/** A record of `facts.length` entries that holds. */
function buildRecord(facts: readonly string[]): StoredEntry[] {
  const entries: StoredEntry[] = []
  let previous = chainStart
  for (const [index, fact] of facts.entries()) {
    const number = index + 1
    const text = canonicalJson({
      number,
      at: index,
      act: 'group.created',
      actor: null,
      seat: null,
      subject: null,
      facts: { fact },
      previous,
    })
    previous = entryDigest(text)
    entries.push({ number, text, digest: previous })
  }
  return entries
}

const factsOf = (minLength: number) =>
  fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength, maxLength: 30 })

/** A record and one place in it. */
const recordAndPlace = (minLength: number) =>
  factsOf(minLength).chain(facts =>
    fc.record({ record: fc.constant(buildRecord(facts)), place: fc.nat(facts.length - 1) }),
  )

/** What stands at the place after its text was altered and, as a careful forger would, its digest with it. */
function forge(record: readonly StoredEntry[], place: number, text: string): StoredEntry[] {
  return record.map((entry, index) => (index === place ? { ...entry, text, digest: entryDigest(text) } : entry))
}

describe('an untouched record', () => {
  test('[L1] holds, whatever its entries say', () => {
    fc.assert(fc.property(factsOf(0), facts => verifyChain(buildRecord(facts)) === null))
  })

  test('[L1] is told from one cut off at the end by its head', () => {
    const whole = walkChain()
    const cut = walkChain()
    const record = buildRecord(['a', 'b', 'c'])
    record.forEach(entry => whole.step(entry))
    record.slice(0, 2).forEach(entry => cut.step(entry))
    expect([whole.length, cut.length]).toEqual([3, 2])
    expect(whole.head).not.toBe(cut.head)
  })

  test('[L1] begins with 64 zeros', () => {
    expect(chainStart).toBe('0'.repeat(64))
    expect(walkChain().head).toBe(chainStart)
  })
})

describe('a record that was touched', () => {
  test('[L1] names an entry of which one character differs', () => {
    fc.assert(
      fc.property(recordAndPlace(1), fc.nat(), ({ record, place }, at) => {
        const text = record[place]?.text ?? ''
        const position = at % text.length
        const altered = `${text.slice(0, position)}${text[position] === '#' ? '*' : '#'}${text.slice(position + 1)}`
        const touched = record.map((entry, index) => (index === place ? { ...entry, text: altered } : entry))
        expect(verifyChain(touched)).toEqual({ number: place + 1, fault: 'altered' })
      }),
    )
  })

  test('[L1] names the entry after one that was altered together with its digest', () => {
    fc.assert(
      fc.property(recordAndPlace(2), ({ record, place }) => {
        const before = record[place]
        if (!before || place === record.length - 1) return
        const touched = forge(record, place, before.text.replace('"fact":"', '"fact":"!'))
        expect(verifyChain(touched)).toEqual({ number: place + 2, fault: 'out-of-chain' })
      }),
    )
  })

  test('[L1] names the place of an entry that was dropped before the end', () => {
    fc.assert(
      fc.property(recordAndPlace(2), ({ record, place }) => {
        if (place === record.length - 1) return
        expect(verifyChain(record.filter((_, index) => index !== place))).toEqual({
          number: place + 1,
          fault: 'missing',
        })
      }),
    )
  })

  test('[L1] names the place of an entry that was slipped in, even with numbers and digests made to fit', () => {
    fc.assert(
      fc.property(recordAndPlace(1), ({ record, place }) => {
        const copy = record[place]
        if (!copy) return
        const later = record.slice(place).map(entry => {
          const text = entry.text.replace(`"number":${entry.number}`, `"number":${entry.number + 1}`)
          return { number: entry.number + 1, text, digest: entryDigest(text) }
        })
        const fault = verifyChain([...record.slice(0, place), copy, ...later])
        expect(fault).toEqual({ number: place + 2, fault: 'out-of-chain' })
      }),
    )
  })

  test('[L1] names the first of two entries that changed places, with or without their numbers', () => {
    fc.assert(
      fc.property(recordAndPlace(2), ({ record, place }) => {
        const [first, second] = [record[place], record[place + 1]]
        if (!first || !second) return
        const swapped = [...record.slice(0, place), second, first, ...record.slice(place + 2)]
        expect(verifyChain(swapped)).toEqual({ number: place + 1, fault: 'missing' })
        const renumbered = swapped.map((entry, index) => ({ ...entry, number: index + 1 }))
        expect(verifyChain(renumbered)).toEqual({ number: place + 1, fault: 'out-of-chain' })
      }),
    )
  })

  test.each([
    { title: 'no JSON at all', text: 'not an entry' },
    { title: 'JSON that is no entry', text: '[1]' },
  ])('[L1] names an entry that is $title', ({ text }) => {
    expect(verifyChain(forge(buildRecord(['a', 'b']), 1, text))).toEqual({ number: 2, fault: 'unreadable' })
  })
})
