import { describe, expect, test } from 'vitest'
import { asId, type SeatId } from '#shared/core'
import type { RepresentativeRank } from '#shared/group'
import { whatStands, standingStatements, type StatementKind } from './statements.ts'

/** `n1 head dissent`, each filed a second after the one before. */
const filed = (...said: readonly string[]) =>
  said.map((words, index) => {
    const [seat = '', rank, kind] = words.split(' ')
    return {
      words: `${index} ${words}`,
      seatId: asId<SeatId>(seat),
      rank: rank as RepresentativeRank,
      kind: kind as StatementKind,
      at: index,
    }
  })

describe('whose words stand', () => {
  test.each<{ what: string; said: readonly string[]; certifiedAt?: number; stand: readonly number[] }>([
    {
      what: 'of the same rank the latest',
      said: ['n1 head explanation', 'n1 head explanation', 'n2 alternate dissent', 'n2 alternate dissent'],
      stand: [1, 3],
    },
    {
      what: 'a dissent and its waiver take each other’s place',
      said: ['n1 head waiver', 'n1 head dissent', 'n2 head dissent', 'n2 head waiver'],
      stand: [1, 3],
    },
    {
      what: 'an alternate’s waiver does not take the place of the head’s dissent',
      said: ['n1 head dissent', 'n1 alternate waiver'],
      stand: [0],
    },
    {
      what: 'the head’s dissent takes the place of an alternate’s waiver',
      said: ['n1 alternate waiver', 'n1 head dissent', 'n1 alternate waiver'],
      stand: [1],
    },
    {
      what: 'an alternate speaks for a head who has said nothing of the kind',
      said: ['n1 head dissent', 'n1 alternate explanation', 'n2 alternate waiver'],
      stand: [0, 1, 2],
    },
    {
      what: 'what an alternate said stands for good once it is certified, and the head’s beside it',
      said: ['n1 alternate explanation', 'n1 head explanation'],
      certifiedAt: 0,
      stand: [0, 1],
    },
    {
      what: 'an alternate does not speak after the certification against a head who spoke before',
      said: ['n1 head explanation', 'n1 alternate explanation'],
      certifiedAt: 0,
      stand: [0],
    },
    {
      what: 'nor against a head who spoke after it',
      said: ['n1 alternate explanation', 'n1 head explanation', 'n1 alternate explanation', 'n1 head explanation'],
      certifiedAt: 0,
      stand: [0, 3],
    },
  ])('[V3] [V13] $what', ({ said, certifiedAt = null, stand }) => {
    const versions = filed(...said)
    expect(standingStatements(versions, certifiedAt)).toEqual(stand.map(index => versions[index]))
  })

  test('[V13] of what does not stand it is known which words stand in its place', () => {
    const versions = filed('n1 alternate dissent', 'n1 head dissent', 'n1 alternate waiver', 'n2 alternate waiver')
    const standing = whatStands(versions, null)
    expect(versions.map(said => standing(said).words)).toEqual([
      '1 n1 head dissent',
      '1 n1 head dissent',
      '1 n1 head dissent',
      '3 n2 alternate waiver',
    ])
  })

  test('[V13] after the certification too', () => {
    const versions = filed('n1 head explanation', 'n1 alternate explanation', 'n1 alternate explanation')
    const standing = whatStands(versions, 0)
    expect(versions.map(said => standing(said).words)).toEqual(Array(3).fill('0 n1 head explanation'))
  })
})
