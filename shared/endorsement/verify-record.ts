import { canonicalJson, isCanonicalJson, sha256Hex, type Json } from '#shared/core'
import { parseEntry, type RecordEntry } from '#shared/record'
import type { Bundle, BundleFault } from './bundle.ts'
import type { AdoptedEntry } from './manifest.ts'
import type { VerifiedVote } from './verify-vote.ts'

/**
 * The excerpt of the record: each entry is whole, neighbours are chained, and what the other parts of the file claim was
 * recorded when it happened: every adoption, every vote from opening to close, the endorsement. [L1]
 *
 * Entries between those of the excerpt are not in the file, so it shows no unbroken chain from the first entry on; that
 * each stands in the signed record is what the proofs are for (`verify-proofs.ts`).
 */
export function verifyChainLinks(
  bundle: Bundle,
  adopted: readonly AdoptedEntry[],
  votes: ReadonlyMap<string, VerifiedVote>,
): readonly BundleFault[] {
  const faults: BundleFault[] = []
  const entries: RecordEntry[] = []
  let before: { readonly number: number; readonly digest: string } | null = null
  for (const stored of bundle.record) {
    const place = `record/${stored.number}`
    const found = sha256Hex(stored.text)
    if (found !== stored.digest) faults.push({ place, fault: 'digestDiffers', expected: stored.digest, found })
    if (!isCanonicalJson(stored.text)) faults.push({ place, fault: 'notCanonical' })
    const entry = parseEntry(stored.text)
    if (entry.number !== stored.number) faults.push({ place, fault: 'chainBroken' })
    if (before && stored.number <= before.number) faults.push({ place, fault: 'chainBroken' })
    if (before && stored.number === before.number + 1 && entry.previous !== before.digest) {
      faults.push({ place, fault: 'chainBroken', expected: before.digest, found: entry.previous })
    }
    before = stored
    entries.push(entry)
  }

  const expectEntry = (place: string, recorded: boolean) => {
    if (!recorded) faults.push({ place, fault: 'notRecorded' })
  }
  for (const { code, versionId, digest } of adopted) {
    expectEntry(`sections/${code}`, isRecorded(entries, 'version.adopted', versionId, { digest }))
  }
  for (const vote of bundle.votes) {
    const verified = votes.get(vote.motionId)
    if (!verified) continue
    const code = adopted.find(entry => entry.motionId === vote.motionId)?.code ?? 'plan'
    const { decision, snapshot, snapshotDigest, logDigest } = verified
    const opened = { snapshotDigest, digest: snapshot.subjectDigest, subject: vote.subjectId }
    expectEntry(`votes/${code}`, isRecorded(entries, 'motion.opened', vote.motionId, opened))
    const closed = { eventsDigest: logDigest, outcome: decision.outcome, grade: decision.grade, tally: decision.tally }
    expectEntry(`votes/${code}`, isRecorded(entries, 'motion.closed', vote.motionId, closed))
  }
  const { at, statement, signature } = bundle.endorsement
  const act = {
    at,
    root: bundle.version.root,
    statement: sha256Hex(statement),
    signature: sha256Hex(canonicalJson(signature)),
  }
  expectEntry('endorsement', isRecorded(entries, 'endorsement.given', bundle.version.id, act))
  expectEntry('version', isRecorded(entries, 'planVersion.adopted', bundle.version.id, { root: bundle.version.root }))
  return faults
}

/** Whether an entry tells of this act on this subject, with these facts among others. */
export function isRecorded(
  entries: readonly RecordEntry[],
  act: string,
  subject: string,
  facts: { readonly [name: string]: Json },
): boolean {
  return entries.some(
    entry =>
      entry.act === act &&
      entry.subject === subject &&
      Object.entries(facts).every(([name, fact]) => canonicalJson(entry.facts[name] ?? null) === canonicalJson(fact)),
  )
}
