/**
 * What the second form of the file adds: that each entry of the excerpt stands in the record that the workspace signed
 * and witnesses co-signed, and that the minutes of the meetings in which the texts were adopted stand in their group's
 * chain. [L2, M5, E6]
 */
import { minutesChainStart, verifyMinutesChain } from '#shared/minutes'
import {
  cosigned,
  keyIdOf,
  leafDigest,
  originOf,
  parseCheckpoint,
  parseVerifierKey,
  readEntry,
  verifyInclusion,
  workspaceNoteKey,
  workspaceSigned,
  type Ed25519Signed,
  type NoteKey,
  type ReadCheckpoint,
  type RecordEntry,
} from '#shared/record'
import type { Bundle, BundleFault, BundleMinutes, BundleProof } from './bundle.ts'
import { isRecorded } from './verify-record.ts'
import type { VerifySignature } from './verify-signature.ts'

/** What the proofs show, for a summary; null for a file of the first form, which has none. */
export interface ProvenFacts {
  /** Entries of the record that the checkpoint covers. */
  readonly size: number
  /** Names of the keys that co-signed it. */
  readonly witnesses: readonly string[]
  /** Sealed minutes in the chains that the file shows. */
  readonly minutes: number
}

export function verifyProofs(
  bundle: Bundle,
  faults: BundleFault[],
  verifySignature: VerifySignature,
): ProvenFacts | null {
  const { checkpoint: note, proofs, minutes } = bundle
  if (note === undefined || proofs === undefined || minutes === undefined) return null
  const entries = bundle.record.flatMap(({ text }) => readEntry(text) ?? [])
  const checkpoint = parseCheckpoint(note)
  if (!checkpoint) {
    faults.push({ place: 'checkpoint', fault: 'unreadable' })
    return null
  }
  const holds = (signed: Ed25519Signed) => verifySignature({ kind: 'workspaceKey', ...signed })
  const witnesses = signaturesOf(checkpoint, bundle.workspace.publicKey, entries, holds, faults)
  faults.push(...inclusionFaults(bundle, checkpoint, proofs))
  const meetings = minutes.flatMap(one => one.meetings)
  for (const { act, subject, facts } of entries) {
    const meeting = facts['meeting']
    if (act !== 'motion.opened' || typeof meeting !== 'string') continue
    const told = meetings.some(({ motionId, meetingId }) => motionId === subject && meetingId === meeting)
    if (!told) faults.push({ place: 'minutes', fault: 'missing', expected: meeting })
  }
  for (const one of minutes) faults.push(...minutesFaults(one, entries))
  return { size: checkpoint.size, witnesses, minutes: minutes.reduce((sum, { links }) => sum + links.length, 0) }
}

/** The workspace signed it, and nobody unknown did. @returns the names of the witnesses that co-signed */
function signaturesOf(
  checkpoint: ReadCheckpoint,
  publicKey: string,
  entries: readonly RecordEntry[],
  holds: (signed: Ed25519Signed) => boolean,
  faults: BundleFault[],
): readonly string[] {
  const place = 'checkpoint'
  const key = workspaceNoteKey(publicKey)
  const own = workspaceSigned(checkpoint, key)
  if (checkpoint.origin !== originOf(publicKey)) faults.push({ place, fault: 'otherText', found: checkpoint.origin })
  if (own.length === 0 || !own.every(holds)) faults.push({ place, fault: 'signatureDiffers' })
  const witnesses = witnessKeys(entries)
  const known = new Set([key, ...witnesses].map(one => `${one.name} ${keyIdOf(one)}`))
  for (const { name, keyId } of checkpoint.note.signatures) {
    if (!known.has(`${name} ${keyId}`)) faults.push({ place, fault: 'unexpected', found: name })
  }
  return witnesses.flatMap(witness => {
    const signed = cosigned(checkpoint, witness)
    if (!signed.every(holds)) faults.push({ place, fault: 'signatureDiffers', found: witness.name })
    return signed.length > 0 ? [witness.name] : []
  })
}

/** The keys of witnesses, as the record has them. */
function witnessKeys(entries: readonly RecordEntry[]): readonly NoteKey[] {
  return entries.flatMap(({ act, facts }) => {
    const stated = facts['verifierKey']
    const key = act === 'witness.keySet' && typeof stated === 'string' ? parseVerifierKey(stated) : null
    return key ? [key] : []
  })
}

function inclusionFaults(
  bundle: Bundle,
  { size, root }: ReadCheckpoint,
  proofs: readonly BundleProof[],
): readonly BundleFault[] {
  const paths = new Map(proofs.map(({ number, path }) => [number, path]))
  const faults: BundleFault[] = []
  for (const { number, text } of bundle.record) {
    const path = paths.get(number)
    const inclusion = { leaf: leafDigest(text), index: number - 1, size, root, path: path ?? [] }
    if (!path || !verifyInclusion(inclusion)) faults.push({ place: `record/${number}`, fault: 'notIncluded' })
  }
  if (proofs.length !== bundle.record.length) faults.push({ place: 'proofs', fault: 'unexpected' })
  return faults
}

/** The chain holds from its beginning, each link was sealed as it says, and each meeting's minutes are in it. */
function minutesFaults(
  { group, meetings, links }: BundleMinutes,
  entries: readonly RecordEntry[],
): readonly BundleFault[] {
  const faults: BundleFault[] = []
  const chain = links.map(({ number, digest, approval, seal }) => ({ chainNumber: number, digest, approval, seal }))
  const broken = verifyMinutesChain(chain)
  if (broken !== null) faults.push({ place: `minutes/${group.name}/${broken}`, fault: 'chainBroken' })
  let previous = minutesChainStart
  for (const { number, minutesId, meetingId, digest, seal } of links) {
    const facts = { number, meeting: meetingId, digest, seal, previous }
    if (!isRecorded(entries, 'minutes.sealed', minutesId, facts)) {
      faults.push({ place: `minutes/${group.name}/${number}`, fault: 'notRecorded' })
    }
    previous = seal
  }
  for (const { meetingId, minutesId } of meetings) {
    if (minutesId === null) continue
    if (!links.some(link => link.minutesId === minutesId && link.meetingId === meetingId)) {
      faults.push({ place: `minutes/${group.name}`, fault: 'missing' })
    }
  }
  return faults
}
