/** Two hundred in one section: whether the cursors of all of them slow down the words of the ten who type. */
import { ofRounds, ratios, type Measurement } from '../measurement.ts'
import { typing } from './plenary.ts'
import { plenary, withServer } from './server-process.ts'
import { measureTyping, type TypingResult } from './typing.ts'

const clients = 200
/** Of each who reads: somebody who goes through a text with the arrow keys or selects words in it. */
const cursorsPerSecond = 2
const mayAdd = 1.2

export const measurePresence: Measurement = {
  name: 'presence',
  about: '200 clients all moving their cursors: what that adds to the delay of a key',
  async run({ rounds, small, progress }) {
    const facts = { ...typing, clients: small ? 50 : clients, seconds: small ? 3 : typing.seconds }
    const quiet: TypingResult[] = []
    const busy: TypingResult[] = []
    for (let round = 0; round < rounds; round++) {
      progress(`round ${round + 1}`)
      quiet.push(await withServer(plenary, server => measureTyping(server, facts)))
      busy.push(await withServer(plenary, server => measureTyping(server, { ...facts, cursorsPerSecond })))
    }
    const p99 = (results: readonly TypingResult[]): readonly number[] => results.map(result => result.p99)
    const driver = busy.map(result => result.driver * 100)
    return [
      ofRounds("only the typists' cursors: p99", p99(quiet), 'ms'),
      ofRounds("everybody's cursors: p99", p99(busy), 'ms'),
      ofRounds("everybody's cursors: driver busy", driver, '%'),
      ofRounds('p99 with all cursors, of that without', ratios(p99(busy), p99(quiet)), '×', { atMost: mayAdd }),
    ]
  },
}
