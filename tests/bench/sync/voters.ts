/** Pages that follow a vote from the room: told by hints, they fetch again at a pace, and are pushed the floor. */
import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'
import { framed, LightSocket, opcodes } from './light-socket.ts'
import { floorStart } from './meeting-facts.ts'

export interface Answer {
  readonly status: number
  readonly body: Buffer
}

const agent = new Agent({ keepAlive: true, maxSockets: 400 })

export function ask(port: number, cookie: string, method: string, path: string, json?: unknown): Promise<Answer> {
  const body = json === undefined ? undefined : JSON.stringify(json)
  const headers = {
    cookie,
    origin: `http://127.0.0.1:${port}`,
    ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
  }
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers, agent }, answer => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts) }))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

/** The number of ballots for, as an answer or a floor says it; null where it does not. */
export function yesIn(said: Buffer, start: string): number | null {
  const at = said.indexOf(start)
  if (at === -1) return null
  // The rest is long, and there are hundreds of pages in this one process.
  const [, yes] = /"tally":\{"seats":\d+,"yes":(\d+)/.exec(said.toString('latin1', at, at + 2_000)) ?? []
  return yes === undefined ? null : Number(yes)
}

export class Viewer {
  /** When this page first showed so many ballots or more, by number. */
  readonly shown: number[] = []
  fetched = 0
  readonly #socket: LightSocket
  #waiting: NodeJS.Timeout | null = null
  #closed = false

  /** @param paceMs hints within this time are one fetch; null: counts on what is pushed alone */
  static open(
    port: number,
    cookie: string,
    vote: { readonly motionId: string; readonly meetingId: string },
    paceMs: number | null,
  ): Promise<Viewer> {
    return new Promise((resolve, reject) => {
      const viewer: Viewer = new Viewer(port, cookie, vote, paceMs, () => resolve(viewer), reject)
    })
  }

  private constructor(
    port: number,
    cookie: string,
    vote: { readonly motionId: string; readonly meetingId: string },
    paceMs: number | null,
    ready: () => void,
    failed: (error: Error) => void,
  ) {
    const own = `"id":"${vote.motionId}"`
    const hint = Buffer.from(`{"topic":"ballot",${own}`)
    const fetchNow = async () => {
      this.#waiting = null
      this.fetched++
      try {
        const { body } = await ask(port, cookie, 'GET', `/api/motions/${vote.motionId}`)
        this.#show(yesIn(body, '"tally":{'))
      } catch (error) {
        if (!this.#closed) failed(error instanceof Error ? error : new Error(String(error)))
      }
    }
    this.#socket = new LightSocket(
      port,
      '/live',
      { cookie, origin: `http://127.0.0.1:${port}` },
      {
        open: () => this.#socket.send(framed([Buffer.from(JSON.stringify({ follow: vote.meetingId }))], opcodes.text)),
        frame: payload => {
          if (payload.subarray(0, floorStart.length).equals(floorStart)) {
            this.#show(yesIn(payload, `{${own}`))
            ready()
          } else if (paceMs !== null && payload.subarray(0, hint.length).equals(hint)) {
            this.#waiting ??= setTimeout(() => void fetchNow(), paceMs)
          }
        },
        closed: code => failed(new Error(`a page was closed with ${code}`)),
      },
    )
  }

  #show(yes: number | null): void {
    const at = performance.now()
    for (let ballots = this.shown.length; yes !== null && ballots <= yes; ballots++) this.shown.push(at)
  }

  close(): void {
    this.#closed = true
    if (this.#waiting) clearTimeout(this.#waiting)
    this.#socket.close()
  }
}
