/** Pages that follow one meeting, and when each of them was shown a change. */
import { performance } from 'node:perf_hooks'
import { floorStart } from './meeting-facts.ts'
import { framed, LightSocket, opcodes } from './light-socket.ts'

/** How long a floor may take before it counts as never come. */
const patienceMs = 10_000

interface Wait {
  /** What only a floor with the change says. */
  readonly mark: Buffer
  readonly seen: Set<number>
  readonly times: number[]
  done(): void
}

export class Followers {
  /** The whole of what was pushed last. */
  last: Buffer = Buffer.alloc(0)
  readonly #sockets: LightSocket[] = []
  readonly #count: number
  #wait: Wait | null = null

  private constructor(count: number) {
    this.#count = count
  }

  /** @param follow what each says once it is connected; resolves when it has been answered with a floor */
  static async open(
    port: number,
    count: number,
    headersOf: (index: number) => Readonly<Record<string, string>>,
    follow: string | null,
  ): Promise<Followers> {
    const followers = new Followers(count)
    const atOnce = 25
    for (let start = 0; start < count; start += atOnce) {
      const group = Array.from({ length: Math.min(atOnce, count - start) }, (_, index) =>
        followers.#connect(port, start + index, headersOf(start + index), follow),
      )
      await Promise.all(group)
    }
    return followers
  }

  #connect(
    port: number,
    index: number,
    headers: Readonly<Record<string, string>>,
    follow: string | null,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = new LightSocket(port, '/live', headers, {
        open() {
          if (follow === null) resolve()
          else socket.send(framed([Buffer.from(follow)], opcodes.text))
        },
        frame: payload => {
          if (!payload.subarray(0, floorStart.length).equals(floorStart)) return
          resolve()
          this.#take(index, payload)
        },
        closed: code => reject(new Error(`a follower was closed with ${code}`)),
      })
      this.#sockets.push(socket)
    })
  }

  #take(index: number, payload: Buffer): void {
    const at = performance.now()
    if (index === 0) this.last = Buffer.from(payload)
    const wait = this.#wait
    if (!wait || wait.seen.has(index) || !payload.includes(wait.mark)) return
    wait.seen.add(index)
    wait.times.push(at)
    if (wait.seen.size === this.#count) wait.done()
  }

  /**
   * @param mark what a floor with this change says, and no floor before it
   * @returns ms from the sending of the request until each had it, the last one last; infinite where it never came
   */
  async after(mark: string, act: () => Promise<unknown>): Promise<readonly number[]> {
    const times: number[] = []
    const all = new Promise<void>(done => {
      this.#wait = { mark: Buffer.from(mark), seen: new Set(), times, done }
      setTimeout(done, patienceMs).unref()
    })
    const sent = performance.now()
    await act()
    await all
    this.#wait = null
    const missing = Array.from({ length: this.#count - times.length }, () => Infinity)
    return [...times.map(at => at - sent), ...missing]
  }

  close(): void {
    for (const socket of this.#sockets) socket.close()
  }
}
