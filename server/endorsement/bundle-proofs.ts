/** What ties a bundle to the record and to the minutes: checkpoint, proofs of inclusion, chains of minutes. [E6, L2, M5] */
import { asId, err, ok, type GroupId, type MeetingId, type Result } from '#shared/core'
import type { BundleEntry, BundleMinutes, BundleProof } from '#shared/endorsement'
import {
  keyIdOf,
  originOf,
  parseCheckpoint,
  parseEntry,
  parseVerifierKey,
  writeNote,
  type ReadCheckpoint,
  type StoredEntry,
} from '#shared/record'
import type { Queries } from '#server/db'
import { loadChain } from '#server/minutes'
import type { MotionRecord } from '#server/motion'
import { entriesOfAct, proveInclusion, provingNote } from '#server/record'
import { entriesAbout } from './store.ts'

export interface BundleEvidence {
  readonly record: readonly BundleEntry[]
  readonly checkpoint: string
  readonly proofs: readonly BundleProof[]
  readonly minutes: readonly BundleMinutes[]
}

/**
 * @param cited entries about the texts, votes and the act
 * @returns `record-not-signed` where no checkpoint covers them
 */
export async function bundleEvidence(
  queries: Queries,
  publicKey: string,
  {
    votes,
    cited,
    groups,
  }: {
    readonly votes: readonly MotionRecord[]
    readonly cited: readonly StoredEntry[]
    readonly groups: ReadonlyMap<GroupId, string>
  },
): Promise<Result<BundleEvidence, { readonly type: 'record-not-signed' }>> {
  const minutes = await minutesOf(queries, votes, cited, groups)
  const sealed = await sealedEntries(queries, minutes)
  const needed = [...cited, ...sealed]
  const note = await provingNote(queries, Math.max(...needed.map(entry => entry.number)))
  const checkpoint = note === null ? null : parseCheckpoint(note)
  if (!checkpoint) return err({ type: 'record-not-signed' })
  const witnessed = await withKnownWitnesses(queries, checkpoint, originOf(publicKey))
  const record = inOrder([...needed, ...witnessed.entries])
  const proofs: BundleProof[] = []
  for (const { number } of record) {
    const proof = await proveInclusion(queries, { number, size: checkpoint.size })
    if (!proof.ok) return err({ type: 'record-not-signed' })
    proofs.push({ number, path: proof.value.path })
  }
  return ok({ record, checkpoint: witnessed.note, proofs, minutes })
}

/** The chains of the groups that voted in meetings, each up to the last minutes that these meetings need. */
async function minutesOf(
  queries: Queries,
  votes: readonly MotionRecord[],
  cited: readonly StoredEntry[],
  groups: ReadonlyMap<GroupId, string>,
): Promise<readonly BundleMinutes[]> {
  const meetingOf = new Map(
    cited
      .map(({ text }) => parseEntry(text))
      .flatMap(({ act, subject, facts: { meeting } }) =>
        act === 'motion.opened' && subject !== null && typeof meeting === 'string' ? [[subject, meeting] as const] : [],
      ),
  )
  const held = votes.flatMap(({ id: motionId, groupId }) => {
    const meeting = meetingOf.get(motionId)
    return meeting === undefined ? [] : [{ motionId, groupId, meetingId: asId<MeetingId>(meeting) }]
  })
  const minutes: BundleMinutes[] = []
  for (const id of new Set(held.map(({ groupId }) => groupId))) {
    const chain = await loadChain(queries, id)
    const meetings = held
      .filter(({ groupId }) => groupId === id)
      .map(({ motionId, meetingId }) => {
        const link = chain.find(one => one.minutes.meetingId === meetingId && one.minutes.kind === 'minutes')
        return { motionId, meetingId, minutesId: link?.minutes.id ?? null }
      })
    const last = chain.findLastIndex(link => meetings.some(({ minutesId }) => minutesId === link.minutes.id))
    const links = chain.slice(0, last + 1).map(({ minutes: { id: minutesId, meetingId }, ...link }) => {
      const { chainNumber: number, digest, approval, seal } = link
      return { number, minutesId, meetingId, digest, approval, seal }
    })
    minutes.push({ group: { id, name: groups.get(id) ?? '' }, meetings, links })
  }
  return minutes
}

async function sealedEntries(queries: Queries, minutes: readonly BundleMinutes[]): Promise<readonly StoredEntry[]> {
  const ids = minutes.flatMap(({ links }) => links.map(link => link.minutesId))
  if (ids.length === 0) return []
  return (await entriesAbout(queries, ids)).filter(({ text }) => parseEntry(text).act === 'minutes.sealed')
}

/** Co-signatures whose key the record had when the checkpoint was signed, with the entries that tell the keys. */
async function withKnownWitnesses(queries: Queries, { size, note }: ReadCheckpoint, origin: string) {
  const keys = (await entriesOfAct(queries, 'witness.keySet')).flatMap(entry => {
    const { verifierKey } = parseEntry(entry.text).facts
    const key = typeof verifierKey === 'string' ? parseVerifierKey(verifierKey) : null
    return key && entry.number <= size ? [{ entry, name: key.name, keyId: keyIdOf(key) }] : []
  })
  const keyFor = (name: string, keyId: string) => keys.find(key => key.name === name && key.keyId === keyId)
  const signatures = note.signatures.filter(({ name, keyId }) => name === origin || keyFor(name, keyId))
  const entries = signatures.flatMap(({ name, keyId }) => keyFor(name, keyId)?.entry ?? [])
  return { note: writeNote({ text: note.text, signatures }), entries }
}

function inOrder(entries: readonly StoredEntry[]): readonly BundleEntry[] {
  const byNumber = new Map(entries.map(({ number, text, digest }) => [number, { number, text, digest }]))
  return [...byNumber.values()].toSorted((a, b) => a.number - b.number)
}
