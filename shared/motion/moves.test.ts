import { expect, test } from 'vitest'
import { mayMove, motionMoves, type MotionMove, type MotionState, type Mover } from './moves.ts'

const everyone: readonly Mover[] = ['chair', 'secretariat', 'ngoHead', 'system']
const subsets = (movers: readonly Mover[]): readonly (readonly Mover[])[] =>
  movers.reduce<readonly (readonly Mover[])[]>((sets, mover) => [...sets, ...sets.map(set => [...set, mover])], [[]])

/** The least sets of movers, written out once more from the rules of procedure rather than read from the table. */
test.each<{ from: MotionState; move: MotionMove; meeting: readonly string[]; correspondence: readonly string[] }>([
  { from: 'prepared', move: 'open', meeting: ['chair'], correspondence: ['chair', 'secretariat'] },
  { from: 'open', move: 'pause', meeting: ['chair+secretariat'], correspondence: ['chair+secretariat'] },
  { from: 'paused', move: 'resume', meeting: ['chair+secretariat'], correspondence: ['chair+secretariat'] },
  { from: 'open', move: 'close', meeting: ['chair', 'system'], correspondence: ['chair', 'system'] },
  { from: 'closed', move: 'decide', meeting: ['system'], correspondence: ['system'] },
  { from: 'held', move: 'endHold', meeting: ['system'], correspondence: ['system'] },
  { from: 'returned', move: 'prepareSecondRound', meeting: ['chair+ngoHead'], correspondence: ['chair+ngoHead'] },
  { from: 'decided', move: 'certify', meeting: ['chair+secretariat'], correspondence: ['chair+secretariat'] },
  ...(['open', 'paused', 'held', 'returned', 'decided'] as const).map(from => ({
    from,
    move: 'void' as const,
    meeting: ['chair+secretariat'],
    correspondence: ['chair+secretariat'],
  })),
  { from: 'certified', move: 'publish', meeting: ['secretariat'], correspondence: ['secretariat'] },
])('who may $move a motion that is $from, and nobody else', ({ from, move, ...modes }) => {
  for (const mode of ['meeting', 'correspondence'] as const) {
    for (const movers of subsets(everyone)) {
      const expected = modes[mode].some(least => least.split('+').every(mover => movers.some(one => one === mover)))
      expect([mode, movers, mayMove(from, move, movers, mode)]).toEqual([mode, movers, expected])
    }
  }
})

test('[V13] a voided motion stays voided, and what is certified is not voided any more', () => {
  expect(motionMoves.voided).toEqual({})
  expect(mayMove('certified', 'void', everyone, 'meeting')).toBe(false)
})

test('nobody moves a published motion, decides an open one or opens a closed one again', () => {
  expect(motionMoves.published).toEqual({})
  expect(mayMove('open', 'decide', everyone, 'meeting')).toBe(false)
  expect(mayMove('closed', 'open', everyone, 'meeting')).toBe(false)
})
