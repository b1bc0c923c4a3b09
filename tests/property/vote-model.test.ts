/**
 * The services of a vote against a table with slips of paper: whatever is tried, by whom and when, both allow the same,
 * stand the same, and come to the same outcome; and the record of it holds.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayMs, hourMs, minuteMs, sha256Hex, type MotionId } from '#shared/core'
import { choices, type Choice } from '#shared/motion'
import { closeDueMotions, closeMotion, extendMotion, motionChecks } from '#server/motion'
import { endAccreditation } from '#server/group'
import { checkRecord } from '#server/record'
import { cast, inFreshWorkspace, open, seatNames, text, view, workspace } from '../support/vote-workspace.ts'
import {
  close,
  haveAllCast,
  isRunning,
  laidTable,
  lay,
  mayCast,
  mayOpen,
  runsMs,
  type SeatName,
  type Table,
} from './vote-model.ts'

interface Real {
  motionId: MotionId | null
}
type Command = fc.AsyncCommand<Table, Real>

/** After each step the vote stands as the table says. */
async function same({ vote }: Table, { motionId }: Real): Promise<void> {
  if (vote === null || motionId === null) return
  const seen = await view(motionId)
  const state = vote.outcome === 'OPEN' ? 'open' : vote.outcome === 'HELD_NGO_SILENT' ? 'held' : null
  expect(seen.state).toBe(state ?? (vote.outcome === 'RETURNED' ? 'returned' : 'decided'))
  expect(seen.outcome).toBe(vote.outcome === 'OPEN' ? null : vote.outcome)
  expect(seen.dueAt).toBe(isRunning(vote) ? vote.closesAt : null)
  const count = (choice: Choice) => [...vote.slips.values()].filter(slip => slip.choice === choice).length
  expect(seen.tally).toMatchObject({
    yes: count('YES'),
    no: count('NO'),
    abstain: count('ABSTAIN'),
    presentNotVoting: count('PRESENT_NOT_VOTING'),
    recused: count('RECUSED'),
  })
}

const command = (title: string, run: (table: Table, real: Real) => Promise<void>): Command => ({
  check: () => true,
  toString: () => title,
  async run(table, real) {
    await run(table, real)
    await same(table, real)
  },
})

const openIt = command('open', async (table, real) => {
  const present = seatNames.filter(name => [...table.accredited.values()].includes(name))
  const opened = await open({ present, forMs: runsMs })
  expect(opened.ok).toBe(mayOpen(table))
  if (!opened.ok) return
  real.motionId = opened.value
  const electorate = new Map(table.accredited)
  table.vote = {
    electorate,
    closesAt: table.now + runsMs,
    extended: false,
    slips: new Map(),
    hold: null,
    outcome: 'OPEN',
  }
})

const castIt = (person: string, seat: SeatName, choice: Choice, old: boolean) =>
  command(`${person} casts ${choice} for ${seat}${old ? ' on the old text' : ''}`, async ({ vote }, { motionId }) => {
    if (vote === null || motionId === null) return
    const result = await cast(motionId, person, choice, { seat, digest: sha256Hex(old ? 'an older text' : text) })
    expect(result.ok).toBe(!old && mayCast(vote, person, seat))
    if (result.ok) lay(vote, person, seat, choice)
  })

/** All of them, as in most meetings, one after the other. */
const castAllOf = (chosen: readonly Choice[]) =>
  command(`all cast ${chosen.join(' ')}`, async (table, real) => {
    for (const [index, seat] of seatNames.entries()) {
      const choice = chosen[index]
      if (choice !== undefined) await castIt(`${seat}.head`, seat, choice, false).run(table, real)
    }
  })

/** Opposed by the NGO seats or tied, a text comes back: so the second round is reached, and the second tie. */
const wholeVote = (chosen: readonly Choice[], restMs: number) =>
  command(`a vote ${chosen.join(' ')}`, async (table, real) => {
    await openIt.run(table, real)
    await castAllOf(chosen).run(table, real)
    await passTime(2 * hourMs).run(table, real)
    await passTime(restMs).run(table, real)
  })

const passTime = (ms: number) =>
  command(`${ms / minuteMs} minutes pass`, async table => {
    table.now += ms
    workspace.advance(ms)
    const due = isRunning(table.vote) && table.now >= table.vote.closesAt
    expect(await closeDueMotions(workspace.deps, workspace.subjects)).toBe(due ? 1 : 0)
    if (table.vote && due) close(table, table.vote)
  })

const extend = (ms: number) =>
  command(`put ${ms / minuteMs} minutes later`, async ({ vote }, { motionId }) => {
    if (vote === null || motionId === null) return
    const chair = await workspace.actor('nationalCoordinator')
    const { ok } = await extendMotion(workspace.deps, chair, motionId, vote.closesAt + ms)
    expect(ok).toBe(vote.outcome === 'OPEN' && !vote.extended)
    if (!ok) return
    vote.extended = true
    vote.closesAt += ms
  })

const closeEarly = command('close', async (table, { motionId }) => {
  const { vote } = table
  if (vote === null || motionId === null) return
  const { deps, subjects, actor } = workspace
  const { ok } = await closeMotion(deps, subjects, await actor('nationalCoordinator'), motionId)
  expect(ok).toBe(vote.outcome === 'OPEN' && haveAllCast(vote))
  if (ok) close(table, vote)
})

const revoke = (person: string) =>
  command(`${person} speaks for the seat no longer`, async ({ accredited }) => {
    const accreditationId = workspace.accreditations[person]
    if (!accredited.delete(person) || accreditationId === undefined) return
    const { deps } = workspace
    const ended = await deps.transaction(tx => endAccreditation(tx, deps, accreditationId, null))
    expect(ended.ok).toBe(true)
  })

const persons = [
  ...seatNames.map(name => `${name}.head`),
  's1.alternate',
  'stranger',
  'secretariat',
  'nationalCoordinator',
]
const likelyChoice = fc.oneof({ weight: 3, arbitrary: fc.constant<Choice>('YES') }, fc.constantFrom(...choices))
const ownSeat = fc.constantFrom(...persons.slice(0, 8)).map(person => {
  const seat = seatNames.find(name => person.startsWith(name)) ?? 's1'
  return { person, seat }
})
const anySeat = fc.record({ person: fc.constantFrom(...persons), seat: fc.constantFrom(...seatNames) })

const contested: readonly (readonly Choice[])[] = [
  ['YES', 'YES', 'YES', 'YES', 'NO', 'NO', 'YES'],
  ['YES', 'YES', 'YES', 'ABSTAIN', 'NO', 'NO', 'ABSTAIN'],
  ['YES', 'YES', 'NO', 'NO', 'YES', 'NO', 'ABSTAIN'],
  ['YES', 'YES', 'YES', 'NO', 'ABSTAIN', 'ABSTAIN', 'YES'],
]

const commands = fc.commands<Table, Real, false>(
  [
    fc.constant(openIt),
    fc.constant(openIt),
    fc
      .tuple(fc.oneof({ weight: 4, arbitrary: ownSeat }, anySeat), likelyChoice, fc.integer({ min: 0, max: 9 }))
      .map(([{ person, seat }, choice, luck]) => castIt(person, seat, choice, luck === 0)),
    fc.array(likelyChoice, { minLength: 3, maxLength: 7 }).map(castAllOf),
    fc
      .tuple(fc.constantFrom<Choice>('YES', 'ABSTAIN', 'NO'), fc.constantFrom<Choice>('YES', 'NO'))
      .map(([ngo, state]) => castAllOf([state, 'YES', 'YES', 'NO', ngo, ngo, 'YES'])),
    fc
      .tuple(fc.constantFrom(...contested), fc.constantFrom(dayMs, 7 * dayMs, 14 * dayMs))
      .map(([chosen, restMs]) => wholeVote(chosen, restMs)),
    fc.constantFrom(minuteMs, hourMs, dayMs, 7 * dayMs, 14 * dayMs).map(passTime),
    fc.constantFrom(10 * minuteMs, hourMs).map(extend),
    fc.constant(closeEarly),
    fc.constantFrom(...persons.slice(0, 8)).map(revoke),
  ],
  { maxCommands: 60, size: 'max' },
)

const isBrief = process.env['PROPERTY_MS'] !== undefined

test('[V1–V9] whatever is tried, a vote stands as the slips on the table do, and its record holds', async () => {
  await fc.assert(
    fc.asyncProperty(commands, steps =>
      inFreshWorkspace(async () => {
        await fc.asyncModelRun(() => ({ model: laidTable(workspace.deps.now()), real: { motionId: null } }), steps)
        expect(await checkRecord(workspace.deps, motionChecks)).toMatchObject({ ok: true })
      }),
    ),
    { numRuns: isBrief ? 8 : 40, interruptAfterTimeLimit: 20_000 },
  )
})
