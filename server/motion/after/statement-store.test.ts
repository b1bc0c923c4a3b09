import { expect, test } from 'vitest'
import { asId, hourMs, type PersonId, type VoteStatementId } from '#shared/core'
import { whatStands } from '#shared/motion'
import { insertStatement, statementVersions } from './statement-store.ts'
import { closeDueMotions } from '../index.ts'
import { allYes, castAll, inVoteWorkspace, openOrThrow, workspace } from '../../../tests/support/vote-workspace.ts'

inVoteWorkspace()

test.each([
  ['at the same millisecond', 0],
  ['while the clock was put back', -hourMs],
])('[V13] of words handed in %s the later ones stand, as in the record', async (_when, passed) => {
  const { deps, subjects, seats } = workspace
  const motionId = await openOrThrow()
  await castAll(motionId, allYes)
  workspace.advance(hourMs)
  await closeDueMotions(deps, subjects)
  const seatId = seats['n1'] ?? asId('none')
  const said = (id: string, number: number, kind: 'dissent' | 'waiver', after: number) => ({
    ...{ id: asId<VoteStatementId>(id), motionId, seatId, kind, number, personId: asId<PersonId>('n1.head') },
    ...({ rank: 'head', at: deps.now() + after, text: id } as const),
  })
  await deps.transaction(async tx => {
    await insertStatement(tx, said('z', 1, 'dissent', 0))
    await insertStatement(tx, said('a', 1, 'waiver', passed))
  })
  const versions = await statementVersions(deps.read, [motionId])
  expect(versions.map(({ id }) => id)).toEqual(['z', 'a'])
  const inPlaceOf = whatStands(versions, null)
  expect(versions.map(version => inPlaceOf(version).id)).toEqual(['a', 'a'])
})
