import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createWriterQueue, type Transactions, type WriterOptions } from './writers.ts'

const own = { commit: 'own' } as const satisfies WriterOptions
const shared = { commit: 'shared' } as const satisfies WriterOptions

/** A database that is a list, and says what it was asked. */
class List implements Transactions {
  readonly asked: string[] = []
  onDisk: readonly string[] = []
  #written: string[] | null = null
  #saved: readonly string[] = []
  failsToCommit = false
  failsToRollBack = false

  write(word: string): void {
    if (this.#written === null) throw new Error('written outside a transaction')
    this.#written.push(word)
  }
  giveUp(): void {
    this.#written = null
  }
  begin(): Promise<void> {
    this.asked.push('begin')
    this.#written = [...this.onDisk]
    return Promise.resolve()
  }
  commit(): void {
    this.asked.push('commit')
    if (this.failsToCommit) throw new Error('disk full')
    this.onDisk = this.#written ?? []
    this.#written = null
  }
  rollback(): void {
    this.asked.push('rollback')
    if (this.failsToRollBack) throw new Error('disk gone')
    this.#written = null
  }
  savepoint(): void {
    this.#saved = [...(this.#written ?? [])]
  }
  release(): void {}
  rollbackToSavepoint(): void {
    this.#written = [...this.#saved]
  }
  isOpen(): boolean {
    return this.#written !== null
  }
}

function begin() {
  const list = new List()
  const queue = createWriterQueue(list)
  const add = (word: string, options: WriterOptions) =>
    queue.add(async () => {
      await Promise.resolve()
      list.write(word)
      return word
    }, options)
  const addFailing = (word: string, options: WriterOptions) =>
    queue.add(async () => {
      list.write(word)
      await Promise.resolve()
      throw new Error(word)
    }, options)
  return { list, queue, add, addFailing }
}

describe('writers', () => {
  test('that share a commit wait for one, in their order; the others have one each', async () => {
    const { list, add } = begin()
    const words = await Promise.all([
      add('a', own),
      add('b', shared),
      add('c', shared),
      add('d', own),
      add('e', shared),
    ])
    expect(words).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(list.onDisk).toEqual(words)
    expect(list.asked.filter(asked => asked === 'commit')).toHaveLength(4)
  })

  test('that share and come in the same turn share from the first on', async () => {
    const { list, add } = begin()
    await Promise.all([add('a', shared), add('b', shared)])
    expect(list.asked).toEqual(['begin', 'commit'])
  })

  test('one that fails takes back its own work, and nobody else’s', async () => {
    const { list, add, addFailing } = begin()
    const outcomes = await Promise.allSettled([
      add('before', own),
      add('a', shared),
      addFailing('b', shared),
      add('c', shared),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect(list.onDisk).toEqual(['before', 'a', 'c'])
    expect(list.asked.filter(asked => asked === 'commit')).toHaveLength(2)
  })

  test('a commit that fails is everybody’s failure, and the next writers go on', async () => {
    const { list, add } = begin()
    list.failsToCommit = true
    const outcomes = await Promise.allSettled([add('before', own), add('a', shared), add('b', shared)])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(list.asked).toEqual(['begin', 'commit', 'rollback', 'begin', 'commit', 'rollback'])
    expect(list.onDisk).toEqual([])
    list.failsToCommit = false
    await add('c', shared)
    expect(list.onDisk).toEqual(['c'])
  })

  test('what cannot be rolled back either is told to each of its writers, and the next have their turn', async () => {
    const { list, add } = begin()
    list.failsToCommit = true
    list.failsToRollBack = true
    const outcomes = await Promise.allSettled([add('before', own), add('a', shared), add('b', shared)])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    list.failsToCommit = false
    list.failsToRollBack = false
    await add('c', shared)
    expect(list.onDisk).toEqual(['c'])
  })

  test('of an ended queue have had their turn, whoever came meanwhile; who comes later has none', async () => {
    const { list, queue, add } = begin()
    let late: Promise<string> = Promise.resolve('')
    void add('a', own).then(() => (late = add('b', shared)))
    await queue.end()
    const after = add('c', own)
    expect(list.isOpen()).toBe(false)
    expect(await late).toBe('b')
    await expect(after).rejects.toThrow('closed')
    expect(list.onDisk).toEqual(['a', 'b'])
  })

  test('when the database itself gave up, all of the commit fail', async () => {
    const { list, queue, add } = begin()
    const outcomes = await Promise.allSettled([
      add('before', own),
      add('a', shared),
      queue.add(async () => {
        await Promise.resolve()
        list.giveUp()
        throw new Error('disk full')
      }, shared),
      add('c', shared),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected'])
    await add('d', own)
    expect(list.onDisk).toEqual(['before', 'd'])
  })

  test.each([own, shared])('one that does not hear it gives up with all of its commit ($commit)', async options => {
    const { list, queue, add } = begin()
    await add('before', own)
    const outcomes = await Promise.allSettled([
      queue.add(async () => {
        await Promise.resolve()
        list.giveUp()
      }, options),
      add('a', options),
    ])
    const isShared = options.commit === 'shared'
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', isShared ? 'rejected' : 'fulfilled'])
    expect(list.onDisk).toEqual(isShared ? ['before'] : ['before', 'a'])
  })

  test('what a writer announces is heard before one with a commit of its own begins', async () => {
    const { list, queue, add } = begin()
    let heard = false
    const hear = async (): Promise<void> => {
      await add('a', shared)
      heard = true
    }
    const first = hear()
    const second = queue.add(async () => {
      await Promise.resolve()
      return heard
    }, own)
    await first
    expect(await second).toBe(true)
    expect(list.asked).toEqual(['begin', 'commit', 'begin', 'commit'])
  })

  test('whatever they do, what was promised is on disk in the order asked, and nothing else', async () => {
    const writer = fc.record({ shares: fc.boolean(), fails: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(writer, { maxLength: 80 }), async writers => {
        const { list, queue, add, addFailing } = begin()
        const kept: string[] = []
        const all = writers.map(async ({ shares, fails }, number) => {
          const options = shares ? shared : own
          if (fails) return expect(addFailing(`${number}`, options)).rejects.toThrow(`${number}`)
          kept.push(`${number}`)
          const word = await add(`${number}`, options)
          expect(list.onDisk).toContain(word)
        })
        await Promise.all(all)
        await queue.end()
        expect(list.onDisk).toEqual(kept)
      }),
    )
  })
})
