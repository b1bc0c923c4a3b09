import type { Instant, MotionId, SectionVersionId } from '#shared/core'
import { canonicalSection, sectionDigest, versionAfter, type SectionContent } from '#shared/plan'
import type { Tx } from '#server/db'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { findSection, updateSection } from './store.ts'
import { insertVersion, nextVersionNumber, updateVersionState, type VersionRow } from './version-store.ts'

/**
 * Makes the version that an accepted amendment wants: submitted as the one before it, by the same sponsor, which it
 * supersedes. A text closed until the vote stays closed until the vote on the new one. [V4, E1]
 */
export async function amendVersion(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  base: VersionRow,
  content: SectionContent,
  { at, motionId }: { readonly at: Instant; readonly motionId: MotionId },
): Promise<SectionVersionId> {
  const superseded = versionAfter(base.state, 'amend')
  if (!superseded) throw new Error(`a section version cannot be amended when it is ${base.state}`)
  const id = deps.newId<SectionVersionId>()
  const digest = sectionDigest(content)
  const number = await nextVersionNumber(tx, base.sectionId)
  const seatId = base.seat?.id ?? null
  await insertVersion(tx, {
    id,
    sectionId: base.sectionId,
    number,
    digest,
    content: canonicalSection(content),
    submittedBy: base.submittedBy.id,
    seatId,
    submittedAt: at,
    amendsId: base.id,
  })
  await updateVersionState(tx, base.id, { state: superseded })
  const amended = { section: base.sectionId, digest: base.digest, by: id, motion: motionId }
  await appendRecord(tx, deps, { act: 'version.amended', actor: null, subject: base.id, facts: amended })
  const { code, title } = content.section
  const facts = { section: base.sectionId, code, title, number, digest, amends: base.id, motion: motionId }
  await appendRecord(tx, deps, { act: 'version.submitted', actor: null, seat: seatId, subject: id, facts })
  const section = await findSection(tx, base.sectionId)
  if (section?.frozen?.untilVersion === base.id) {
    await updateSection(tx, { ...section, frozen: { ...section.frozen, untilVersion: id } })
  }
  return id
}
