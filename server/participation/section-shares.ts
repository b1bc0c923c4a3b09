import type { GroupId, PersonId, SectionId, SectionVersionId } from '#shared/core'
import { addShares, noText, type Held, type TextShare } from '#shared/participation'
import type { GroupParticipation } from '#shared/participation/schema'
import { sectionCodes } from '#shared/plan'
import type { Queries } from '#server/db'
import { adoptions, listPlans, listSections } from '#server/plan'
import { lastEntries } from '#server/sync'
import type { LookedAt, ParticipationDeps } from './figures.ts'
import { everyAccreditation, everyOffice } from './store.ts'

/** A section of a group with who wrote its texts; a share is null where it could not be counted. */
export interface SectionShares {
  readonly id: SectionId
  readonly groupId: GroupId
  readonly code: string
  readonly title: string
  /** The version that stood adopted at the end of the time. */
  readonly adopted: {
    readonly versionId: SectionVersionId
    readonly number: number
    readonly share: TextShare | null
  } | null
  readonly working: TextShare | null
}

/** Sections of these groups in the order of the plans, without the waived ones. [A5] */
export async function sectionShares(
  { read, texts }: Pick<ParticipationDeps, 'read' | 'texts'>,
  groups: readonly GroupId[],
  at: LookedAt,
): Promise<readonly SectionShares[]> {
  const adopted = (await adoptions(read)).filter(version => version.at < at.whole.until)
  const last = await lastEntries(read)
  const holdings = await readHoldings(read)
  const isPast = at.until < at.now
  const found: SectionShares[] = []
  for (const plan of await listPlans(read)) {
    const sections = await listSections(read, plan.id)
    const codes = sectionCodes(plan.kind, sections)
    for (const { id, groupId, title, waived } of sections) {
      if (!groups.includes(groupId) || (waived !== null && waived.at < at.whole.until)) continue
      const held = holdings(groupId)
      const version = adopted.findLast(one => one.sectionId === id)
      const mark = isPast ? `before ${at.until}` : `up to ${last.get(id) ?? 0}`
      found.push({
        ...{ id, groupId, title, code: codes.get(id) ?? '' },
        adopted: version
          ? { versionId: version.id, number: version.number, share: await texts.ofVersion(version.id, held) }
          : null,
        working: await texts.ofLiveText(id, isPast ? at.until : Infinity, mark, held),
      })
    }
  }
  return found
}

/** What anybody ever held, by the group whose texts are looked at. */
async function readHoldings(read: Queries): Promise<(groupId: GroupId) => (personId: PersonId) => readonly Held[]> {
  const seats = await everyAccreditation(read)
  const offices = await everyOffice(read)
  return groupId => personId => [
    ...seats.flatMap(({ personId: holder, groupId: ofGroup, constituency, from, until }): readonly Held[] =>
      holder === personId && constituency !== 'OBSERVER'
        ? [{ as: constituency, inGroup: ofGroup === groupId, from, until }]
        : [],
    ),
    ...offices.flatMap(({ personId: holder, from, until }): readonly Held[] =>
      holder === personId ? [{ as: 'OFFICE', inGroup: false, from, until }] : [],
    ),
  ]
}

export function textFigures(sections: readonly SectionShares[]): GroupParticipation['texts'] {
  return {
    sections: sections.length,
    adopted: sumOf(sections.flatMap(({ adopted }) => (adopted ? [adopted.share] : []))),
    working: sumOf(sections.map(({ working }) => working)),
  }
}

function sumOf(shares: readonly (TextShare | null)[]): GroupParticipation['texts']['adopted'] {
  const counted = shares.filter(share => share !== null)
  return {
    sections: shares.length,
    uncounted: shares.length - counted.length,
    letters: counted.reduce<TextShare>(addShares, noText),
  }
}
