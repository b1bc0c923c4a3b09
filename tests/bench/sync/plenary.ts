/** One section that 50, 200, 500 people have open, ten of whom type: the delay of a key, and what it costs the server. */
import { ofRounds, ratios, type Figure, type Measurement } from '../measurement.ts'
import { each, takeTurns } from './rounds.ts'
import { durableFloor, floor, hocuspocus, plenary, withServer, yWebsocket } from './server-process.ts'
import { measureTyping, type TypingFacts } from './typing.ts'

const kinds = [plenary, hocuspocus, yWebsocket, floor, durableFloor]

/** Of Hocuspocus's p99, by number of clients. */
const slowestShare: Readonly<Record<number, number>> = { 50: 1.5, 200: 1, 500: 1 }
/** Of Hocuspocus's processor time for a delivery, with 500 clients. */
const cpuShare = 0.5

/** People type about five keys a second. */
export const typing: Omit<TypingFacts, 'clients'> = {
  typists: 10,
  keysPerSecond: 5,
  cursorsPerSecond: 0,
  seconds: 12,
}

export const measurePlenary: Measurement = {
  name: 'plenary',
  about: 'one section, 50, 200, 500 clients, ten of them typing: delay and processor time of a key',
  async run({ rounds, small, progress }) {
    const figures: Figure[] = []
    for (const clients of small ? [50] : [50, 200, 500]) {
      const facts = { ...typing, clients, seconds: small ? 3 : typing.seconds }
      const results = await takeTurns(kinds, rounds, (kind, round) => {
        progress(`${clients} clients, round ${round + 1}, ${kind.name}`)
        return withServer(kind, server => measureTyping(server, facts))
      })
      for (const kind of kinds) {
        const about = `${clients} clients, ${kind.name}`
        figures.push(
          ofRounds(
            `${about}: p50`,
            each(results, kind, result => result.p50),
            'ms',
          ),
          ofRounds(
            `${about}: p99`,
            each(results, kind, result => result.p99),
            'ms',
          ),
          ofRounds(
            `${about}: server time per delivery`,
            each(results, kind, result => result.cpuPerDelivery),
            'µs',
          ),
          ofRounds(
            `${about}: driver busy`,
            each(results, kind, result => result.driver * 100),
            '%',
          ),
        )
      }
      const p99 = (kind: typeof plenary): readonly number[] => each(results, kind, result => result.p99)
      const cpu = (kind: typeof plenary): readonly number[] => each(results, kind, result => result.cpuPerDelivery)
      const wrong = each(results, plenary, result => result.missing + (result.converged ? 0 : 1))
      const share = slowestShare[clients] ?? 1
      figures.push(
        ofRounds(`${clients} clients: p99, of Hocuspocus's`, ratios(p99(plenary), p99(hocuspocus)), '×', {
          atMost: share,
        }),
        ofRounds(
          `${clients} clients: server time per delivery, of Hocuspocus's`,
          ratios(cpu(plenary), cpu(hocuspocus)),
          '×',
          clients === 500 ? { atMost: cpuShare } : undefined,
        ),
        ofRounds(`${clients} clients: keys lost or texts apart, Plenary`, wrong, '', { atMost: 0 }),
      )
    }
    return figures
  },
}
