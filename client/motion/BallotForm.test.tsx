// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { asId, type PersonId } from '#shared/core'
import type { MotionView, MySeatView } from '../api/motion.ts'
import { BallotForm } from './BallotForm.tsx'

const digest = 'ab'.repeat(32)
const tally = { seats: 1, yes: 0, no: 0, abstain: 0, presentNotVoting: 0, recused: 0, notCast: 1 }
const seat: MySeatView = {
  seatId: asId('seat-1'),
  label: 'Seat of the shelter',
  organisationName: 'Safe House',
  constituency: 'NGO',
  rank: 'head',
  ballot: null,
  refusal: null,
  textOpened: false,
  inBox: false,
}

function buildView(mine: MySeatView): MotionView {
  return {
    id: asId('motion-1'),
    group: { id: asId('group-1'), code: 'nwg', name: 'NWG', kind: 'nwg' },
    subject: { kind: 'sectionVersion', id: 'version-1', baseId: 'section-1', title: 'A text', name: null, digest },
    mode: 'meeting',
    method: 'BALLOT',
    round: 1,
    paused: false,
    state: 'open',
    openedAt: 0,
    closesAt: 1_000,
    dueAt: 1_000,
    decidedAt: null,
    meeting: null,
    numbered: null,
    seats: 1,
    cast: 0,
    outcome: null,
    grade: null,
    toCertify: false,
    tally,
    tallyByConstituency: { STATE: tally, NGO: tally, PARTNER: tally },
    mySeats: [mine],
    serverNow: 0,
    planKind: 'nap',
    rulesKind: 'section',
    comparedWith: null,
    snapshotDigest: digest,
    ruleSetDigest: digest,
    openedBy: 'The Chair',
    presiding: null,
    afterTie: false,
    majority: 'SIMPLE',
    ngoPolicy: 'SUSPENSIVE',
    extensionsLeft: 1,
    hold: null,
    visible: true,
    roster: [],
    quorum: { seats: 1, present: 0, needed: 1, ngoSeats: 1, ngoPresent: 0, ngoNeeded: 1 },
    reminders: null,
    refusedBallots: 0,
    may: { close: false, closeNow: false, extend: false },
    trace: null,
    candidates: [],
    election: null,
    silenceExtended: false,
    reconsiders: false,
  }
}

const sent: { readonly key: string | null; readonly body: unknown }[] = []
let answer: () => Response | Promise<Response>
beforeEach(() => {
  sent.length = 0
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    sent.push({ key: new Headers(init.headers).get('idempotency-key'), body: JSON.parse(String(init.body)) })
    return answer()
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const show = (mine: MySeatView = seat, onCast = vi.fn(async () => undefined), over: Partial<MotionView> = {}) => {
  render(() => <BallotForm motion={{ ...buildView(mine), ...over }} onCast={onCast} />)
  return onCast
}
const election = {
  method: 'SECRET',
  candidates: [{ personId: asId<PersonId>('p1'), name: 'Ada Brin' }],
} as const satisfies Partial<MotionView>
const choose = (name: RegExp) => fireEvent.click(screen.getByRole('radio', { name }))
const press = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }))

test('[V4] a ballot names the seat and the digest of the text that the page shows', async () => {
  answer = () => new Response(null, { status: 204 })
  const onCast = show()
  choose(/^Yes/)
  press(/Record: Yes/)
  await vi.waitFor(() => expect(onCast).toHaveBeenCalledOnce())
  expect(sent).toMatchObject([{ body: { seatId: 'seat-1', choice: 'YES', digest, reason: null } }])
})

test('a ballot that the server did not confirm is not called recorded, and is sent again as the same act', async () => {
  answer = () => Promise.reject(new TypeError('no network'))
  const onCast = show()
  choose(/^No/)
  press(/Record: No/)
  expect(await screen.findByText(/Not counted: the server did not confirm it/)).toBeTruthy()
  expect(screen.queryByText('Recorded')).toBeNull()
  answer = () => new Response(null, { status: 204 })
  press(/Record: No/)
  await vi.waitFor(() => expect(onCast).toHaveBeenCalledOnce())
  expect(sent).toHaveLength(2)
  expect(sent[1]?.key).toBe(sent[0]?.key)
})

test('[V3] a recusal without a reason is not sent', async () => {
  show()
  choose(/^Recused/)
  press(/Record: Recused/)
  expect(await screen.findByText('A recusal needs a reason.')).toBeTruthy()
  expect(sent).toEqual([])
})

test('[V3] [V12] in a secret ballot a recusal is sent by name, with its reason, and no paper', async () => {
  answer = () => new Response(null, { status: 204 })
  const onCast = show(seat, undefined, election)
  choose(/^Recused/)
  press(/Record: Recused/)
  expect(await screen.findByText('A recusal needs a reason.')).toBeTruthy()
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'A candidate works for us.' } })
  press(/Record: Recused/)
  await vi.waitFor(() => expect(onCast).toHaveBeenCalledOnce())
  const body = { seatId: 'seat-1', digest, choice: 'RECUSED', reason: 'A candidate works for us.' }
  expect(sent.map(one => one.body)).toEqual([body])
})

test('[V12] a paper names a candidate, and nothing is asked of a reason', async () => {
  answer = () => new Response(null, { status: 204 })
  const onCast = show(seat, undefined, election)
  choose(/^Ada Brin/)
  expect(screen.queryByRole('textbox')).toBeNull()
  press(/Put in: Ada Brin/)
  await vi.waitFor(() => expect(onCast).toHaveBeenCalledOnce())
  expect(sent).toEqual([{ key: null, body: { seatId: 'seat-1', digest, candidate: 'p1' } }])
})

test('the ballot on record says who cast it, and offers no second sending of the same', () => {
  const ballot = {
    choice: 'ABSTAIN',
    personId: asId<PersonId>('p'),
    personName: 'A. Person',
    rank: 'head',
    receivedAt: 0,
    reason: null,
  } as const
  show({ ...seat, ballot })
  expect(screen.getByText('Recorded')).toBeTruthy()
  expect(screen.getByText(/Cast by A. Person \(head\)/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^(Record|Change to)/ })).toBeNull()
  choose(/^Yes/)
  expect(screen.getByRole('button', { name: 'Change to: Yes' })).toBeTruthy()
})

test('[V3] whoever presides is told why there is nothing to cast', () => {
  show({ ...seat, refusal: 'presiding-casts-none' })
  expect(screen.getByText(/You preside over this vote/)).toBeTruthy()
  expect(screen.queryAllByRole('radio')).toEqual([])
})
