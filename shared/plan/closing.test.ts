import { describe, expect, test } from 'vitest'
import { asId, type GroupId, type PersonId, type PlanId, type SectionId, type SectionVersionId } from '#shared/core'
import { closedUntil, closeText, reopenText } from './closing.ts'
import type { Section, TextClosing } from './plan.ts'

const version = asId<SectionVersionId>('version-1')
const byHand: TextClosing = { at: 1, by: asId<PersonId>('chair'), reason: 'For the session.', untilVersion: null }
const untilVote: TextClosing = { ...byHand, reason: null, untilVersion: version }

function buildSection(part: Partial<Section>): Section {
  const ids = { id: asId<SectionId>('section'), planId: asId<PlanId>('plan'), groupId: asId<GroupId>('group') }
  return { ...ids, kind: 'issue', component: 1, position: 0, title: 'Title', waived: null, frozen: null, ...part }
}

describe('closing a text for writing', () => {
  test('[G8] an open text is closed, with who, when and why', () => {
    expect(closeText(buildSection({}), byHand)).toMatchObject({ ok: true, value: { frozen: byHand } })
  })

  test.each([
    {
      section: 'a text closed by hand',
      given: { frozen: byHand },
      problem: { type: 'text-closed', since: 1 },
    },
    {
      section: 'a text closed until a vote is over',
      given: { frozen: untilVote },
      problem: { type: 'text-closed', since: 1 },
    },
    {
      section: 'a waived section',
      given: { waived: { reason: 'Not here', at: 0 } },
      problem: { type: 'section-waived' },
    },
  ])('[G8] $section is not closed again: $problem.type', ({ given, problem }) => {
    expect(closeText(buildSection(given), { ...byHand, at: 2 })).toEqual({ ok: false, problem })
  })

  test('[G8] only a closed text is opened, however it was closed', () => {
    expect(reopenText(buildSection({ frozen: byHand }))).toEqual({ ok: true, value: byHand })
    expect(reopenText(buildSection({ frozen: untilVote }))).toEqual({ ok: true, value: untilVote })
    expect(reopenText(buildSection({}))).toEqual({ ok: false, problem: { type: 'text-open' } })
  })

  test.each([
    { closed: 'until the vote on it', frozen: untilVote, over: untilVote },
    {
      closed: 'until the vote on another version',
      frozen: { ...untilVote, untilVersion: asId<SectionVersionId>('version-2') },
      over: null,
    },
    { closed: 'by hand', frozen: byHand, over: null },
    { closed: 'not at all', frozen: null, over: null },
  ])('[E1] closed $closed: what the outcome of a version ends', ({ frozen, over }) => {
    expect(closedUntil({ frozen }, version)).toEqual(over)
  })
})
