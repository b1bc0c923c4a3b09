/**
 * The queue of writers: one at a time, in the order in which they asked.
 *
 * Writers that share a commit, and stand in the queue one after the other, run between one BEGIN and one COMMIT, each
 * behind a savepoint: the disk is waited for once. A writer that fails takes back its own work alone; a commit that fails,
 * everybody's, and so does a rollback by the database itself, heard by the writer or not. Nobody's promise resolves before
 * COMMIT has returned.
 */

/** What the queue asks of a database. */
export interface Transactions {
  begin(): Promise<void>
  commit(): void
  rollback(): void
  savepoint(): void
  release(): void
  rollbackToSavepoint(): void
  /** False when the database has rolled back by itself (disk full, for one). */
  isOpen(): boolean
}

export interface WriterOptions {
  /**
   * `shared`: may stand in one commit with the writers before it that say the same. Then what those announce is heard
   * after this one has run, which a writer must not say that relies on having heard it. `own` (default): the event loop
   * has turned since the last commit.
   */
  readonly commit?: 'own' | 'shared'
}

interface Writer {
  readonly shares: boolean
  /** Does its work and keeps the result. */
  run(): Promise<void>
  /** Its work is on disk. */
  settle(): void
  fail(error: unknown): void
}

/** So many share a commit: the first of them waits for the last. */
const mostTogether = 32

export interface WriterQueue {
  add<T>(work: () => Promise<T>, options?: WriterOptions): Promise<T>
  /** When everybody who waits, and who comes meanwhile, has had their turn. From then on nobody gets one. */
  end(): Promise<void>
}

export function createWriterQueue(db: Transactions): WriterQueue {
  const waiting: Writer[] = []
  let running: Promise<void> | null = null
  let ended = false

  async function runAll(): Promise<void> {
    while (waiting.length > 0) {
      await runTogether(nextWriters())
      await letSpeak()
    }
    running = null
  }

  function nextWriters(): readonly Writer[] {
    const firstAlone = waiting.findIndex(writer => !writer.shares)
    const sharing = firstAlone === -1 ? waiting.length : firstAlone
    return waiting.splice(0, Math.min(Math.max(sharing, 1), mostTogether))
  }

  async function runTogether(writers: readonly Writer[]): Promise<void> {
    const done: Writer[] = []
    try {
      await db.begin()
      const alone = writers.length === 1
      for (const writer of writers) {
        if (alone) await run(writer)
        if (alone || (await runBehindSavepoint(writer))) done.push(writer)
      }
      db.commit()
    } catch (error) {
      const failure = takeBack(error)
      // Also those whose turn did not come: they fail as they would have alone.
      for (const writer of writers) writer.fail(failure)
      return
    }
    for (const writer of done) writer.settle()
  }

  /** What cannot be taken back is told with why it should be; the next BEGIN fails on it, and it is tried again. */
  function takeBack(error: unknown): unknown {
    try {
      if (db.isOpen()) db.rollback()
      return error
    } catch (further) {
      return new AggregateError([error, further], 'A transaction failed and could not be rolled back.')
    }
  }

  /** A writer may not have heard that the database has rolled back by itself. */
  async function run(writer: Writer): Promise<void> {
    await writer.run()
    if (!db.isOpen()) throw new Error('The database has rolled the transaction back by itself.')
  }

  /** @returns whether its work is to be committed */
  async function runBehindSavepoint(writer: Writer): Promise<boolean> {
    db.savepoint()
    try {
      await run(writer)
    } catch (error) {
      if (!db.isOpen()) throw error
      db.rollbackToSavepoint()
      writer.fail(error)
      return false
    }
    db.release()
    return true
  }

  return {
    add(work, { commit = 'own' } = {}) {
      if (ended) return Promise.reject(new Error('The database is closed.'))
      return new Promise((resolve, reject) => {
        let settle = (): void => undefined
        const shares = commit === 'shared'
        waiting.push({
          shares,
          async run() {
            const value = await work()
            settle = () => resolve(value)
          },
          settle: () => settle(),
          fail: reject,
        })
        // Who shares waits for the others who have come in the same turn of the event loop.
        running ??= shares ? letSpeak().then(runAll) : runAll()
      })
    },
    async end() {
      while (running !== null) await running
      ended = true
    },
  }
}

/**
 * What a writer announces when its transaction is over is heard before the next one begins: text of somebody who has just
 * lost the right to write is not committed in between.
 */
function letSpeak(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}
