import { describe, expect, test } from 'vitest'
import { asId, type VoteStatementId } from '#shared/core'
import { readEntry } from '#shared/record'
import { checkSigned, makeSigner } from '../../tests/support/signer.ts'
import { buildVote } from '../motion/build-motion.ts'
import { buildBundle } from './build-bundle.ts'
import { bundleText, type BundleStatement, type UnsealedBundle } from './bundle.ts'
import { readBundle } from './read-bundle.ts'
import { verifyBundle } from './verify-bundle.ts'

const signer = makeSigner()
const section = { electorate: 'S4 N2 P1', groupKind: 'twg', ballots: 'S 4Y, N 2Y' } as const
const opposed = {
  ...section,
  electorate: 'S4 N1 P1',
  ballots: 'S 4Y, N 1N, P 1Y',
  round: { number: 2, returnedAt: 0, reconciledAt: null },
} as const
const votes = [
  buildVote(opposed),
  buildVote(section),
  buildVote({ electorate: 'S6 N2 P2', kind: 'plan', ballots: 'S 6Y, N 2Y, P 2A' }),
] as const
const dissent = { vote: 0, seat: 'n1', kind: 'dissent', text: 'Victims are not heard first.' } as const
const said = [
  { vote: 0, seat: 'n1', kind: 'waiver', text: '' },
  dissent,
  { vote: 0, seat: 'n1', kind: 'explanation', text: 'We were not heard.', late: true },
  { vote: 2, seat: 's1', kind: 'correction', text: 'We meant to abstain.' },
] as const
const certified = [0]

const verdictOn = (forge?: (bundle: UnsealedBundle) => UnsealedBundle) =>
  verifyBundle(buildBundle({ signer, votes, said, certified, ...(forge && { forge }) }), checkSigned)

/** What a forger who holds the workspace's key would be told. */
function forged(change: (statements: readonly BundleStatement[]) => readonly BundleStatement[]) {
  const verdict = verdictOn(bundle => ({ ...bundle, statements: change(bundle.statements ?? []) }))
  return verdict.ok ? [] : verdict.faults.map(({ place, fault }) => `${place} ${fault}`)
}

describe('what seats said to the votes', () => {
  test('[E6] stands in the file as it stood, and the file verifies', () => {
    expect(verdictOn()).toMatchObject({ ok: true, facts: { statements: 3 } })
  })

  test('[V9] the dissent takes the place of the waiver, and what is said after certification stands beside it', () => {
    const { statements } = buildBundle({ signer, votes, said, certified })
    expect(statements?.map(({ kind }) => kind)).toEqual(['dissent', 'explanation', 'correction'])
  })

  test('[V3] an alternate’s waiver neither takes the place of the head’s dissent nor can be printed for it', () => {
    const waiver = { vote: 0, seat: 'n1', kind: 'waiver', text: '', rank: 'alternate' } as const
    const heard = [dissent, waiver]
    const { statements } = buildBundle({ signer, votes, said: heard, certified })
    expect(statements?.map(({ kind }) => kind)).toEqual(['dissent'])
    const swapped = (bundle: UnsealedBundle) => ({
      ...bundle,
      statements: bundle.statements?.map(one => ({ ...one, id: asId<VoteStatementId>('said-1'), ...waiver })) ?? [],
    })
    const verdict = verifyBundle(buildBundle({ signer, votes, said: heard, certified, forge: swapped }), checkSigned)
    expect(verdict.ok ? [] : verdict.faults.map(({ place, fault }) => `${place} ${fault}`)).toEqual([
      'statements/C.3.1/1 notRecorded',
      'statements/C.3.1 missing',
    ])
  })

  test('[V3] with the entry of the head’s words left out, the gap in what the record numbers is told', () => {
    const words = { vote: 0, seat: 'n1', kind: 'explanation' } as const
    const heard = [
      { ...words, text: 'We said so before.' },
      { ...words, text: 'It is well.', rank: 'alternate', number: 2 },
    ] as const
    const withoutHead = (bundle: UnsealedBundle): UnsealedBundle => {
      const [head, alternate] = bundle.record.filter(({ text }) => text.includes('motion.statementFiled'))
      if (!head || !alternate) throw new Error('an entry for each')
      const { at } = readEntry(alternate.text) ?? {}
      const printed = { id: asId<VoteStatementId>('said-1'), number: 2, text: 'It is well.' }
      return {
        ...bundle,
        statements: bundle.statements?.map(one => ({ ...one, ...printed, at: at ?? one.at })) ?? [],
        record: bundle.record.filter(({ number }) => number !== head.number),
        proofs: bundle.proofs?.filter(({ number }) => number !== head.number) ?? [],
      }
    }
    const adopted = [votes[1], votes[1], votes[2]] as const
    const build = (forge?: typeof withoutHead) =>
      verifyBundle(buildBundle({ signer, votes: adopted, said: heard, ...(forge && { forge }) }), checkSigned)
    expect(build()).toMatchObject({ ok: true, facts: { statements: 1 } })
    const { seatId } = buildBundle({ signer, votes: adopted, said: heard }).statements?.[0] ?? {}
    expect(build(withoutHead)).toMatchObject({
      ok: false,
      faults: [{ place: 'statements/C.3.1', fault: 'notRecorded', expected: `${seatId}/explanation/1` }],
    })
  })

  test('[E6] of a release whose record does not tell the rank, the last one stands as it did', () => {
    const waiver = { vote: 0, seat: 'n1', kind: 'waiver', text: '', rank: null } as const
    const heard = [{ ...dissent, rank: null }, waiver]
    const bundle = buildBundle({ signer, votes, said: heard, certified })
    expect(bundle.statements?.map(({ kind }) => kind)).toEqual(['waiver'])
    expect(verifyBundle(bundle, checkSigned)).toMatchObject({ ok: true })
  })

  test('[E6] with one letter altered the statement is named', () => {
    const text = bundleText(buildBundle({ signer, votes, said, certified })).replace(
      'not heard first',
      'now heard first',
    )
    const reading = readBundle(new TextEncoder().encode(text))
    const verdict = reading.kind === 'bundle' ? verifyBundle(reading.bundle, checkSigned) : null
    expect(verdict?.ok === false && verdict.faults.map(({ place, fault }) => `${place} ${fault}`)).toEqual([
      'statements/C.3.1/1 digestDiffers',
    ])
  })

  test.each<{
    what: string
    change: (statements: readonly BundleStatement[]) => readonly BundleStatement[]
    faults: readonly string[]
  }>([
    {
      what: 'words put in a seat’s mouth',
      change: all => all.map((one, index) => (index === 0 ? { ...one, text: 'We agree after all.' } : one)),
      faults: ['statements/C.3.1/1 digestDiffers'],
    },
    {
      what: 'another seat',
      change: all => all.map((one, index) => (index === 0 ? { ...one, seatId: 's1' as never } : one)),
      faults: ['statements/C.3.1/1 otherText'],
    },
    {
      what: 'a dissent told as an explanation',
      change: all => all.map((one, index) => (index === 0 ? { ...one, kind: 'explanation' } : one)),
      faults: ['statements/C.3.1/1 otherText'],
    },
    { what: 'a dissent left out', change: all => all.slice(1), faults: ['statements/C.3.1 missing'] },
    {
      what: 'one that was replaced',
      change: all => all.map((one, index) => (index === 0 ? { ...one, id: 'said-0' as never, text: '' } : one)),
      faults: ['statements/C.3.1/1 notRecorded', 'statements/C.3.1 missing'],
    },
    {
      what: 'one printed twice',
      change: all => [...all, ...all.slice(2)],
      faults: ['statements/plan/2 unexpected'],
    },
    {
      what: 'one to a vote that is not of the plan',
      change: all => [...all, ...all.slice(2).map(one => ({ ...one, motionId: 'other' as never }))],
      faults: ['statements/plan/2 unexpected'],
    },
  ])('[V13] $what is told, even with the workspace’s own key', ({ change, faults }) => {
    expect(forged(change)).toEqual(faults)
  })

  test('[V9] what was adopted over objection does not verify without its certification', () => {
    expect(verifyBundle(buildBundle({ signer, votes, said: [dissent] }), checkSigned)).toMatchObject({
      ok: false,
      faults: [{ place: 'votes/C.3.1', fault: 'notCertified' }],
    })
  })

  test('[E6] a file whose votes nobody spoke to has no such member, and reads back as written', () => {
    const quiet = buildBundle({ signer, votes, certified })
    const text = bundleText(quiet)
    expect(text).not.toContain('"statements"')
    for (const bundle of [quiet, buildBundle({ signer, votes, said, certified })]) {
      expect(readBundle(new TextEncoder().encode(bundleText(bundle)))).toEqual({ kind: 'bundle', bundle })
    }
  })
})
