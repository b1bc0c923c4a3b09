/**
 * `npm run verify -- FILE [--since CHECKPOINT]`: verifies an endorsed plan, or the whole record, from its file alone,
 * without network or database. With an earlier checkpoint, kept elsewhere: that the record continues it. [E6, L2]
 *
 * Exit 0 valid; 1 not valid, naming each place; 2 unreadable or no such file at all.
 */
import { readFileSync } from 'node:fs'
import { instantToText } from '#shared/core'
import { readBundle, verifyBundle, type BundleFacts, type BundleFault } from '#shared/endorsement'
import { entryProofFault, parseCheckpoint, readProofFile, type EntryProof } from '#shared/record'
import { looksLikeRecord, verifyRecord, type RecordFacts, type RecordFault } from '#shared/record/whole'
import { verifyEd25519 } from './ed25519.ts'
import { verifySignature } from './endorsement/node-signature.ts'

const usage = 'Usage: npm run verify -- FILE [--since CHECKPOINT]'

const faultTexts = {
  notCanonical: 'was changed after it was written',
  unreadable: 'cannot be read',
  missing: 'is missing',
  unexpected: 'does not belong here',
  digestDiffers: 'does not have the digest it should have',
  notSealed: 'is not covered by the seal',
  signatureDiffers: 'the signature does not fit',
  notAdopted: 'was not adopted',
  notCertified: 'was adopted over the objection of the NGO seats, and its certification is not in the record',
  decidedOtherwise: 'the vote, decided again, comes out differently',
  otherText: 'is about another text',
  ballotOnOtherText: 'holds a ballot on another text',
  electorateDiffers: 'the seats shown are not those that were frozen',
  statementDiffers: 'the signed statement says something else',
  userNotVerified: 'the device did not verify its holder',
  notRecorded: 'is not in the record',
  chainBroken: 'breaks the chain',
  notIncluded: 'is not proven to stand in the signed record',
  altered: 'was altered after it was written',
  outOfChain: 'does not follow from the entry before it: one was altered, left out, put in or moved',
  contentAltered: 'vouches for something that was altered: what is stored is not what was recorded',
  rootDiffers: 'was signed over other entries than these',
  otherRecord: 'is of another record, or signed by another key',
  cutOff: 'and whatever followed was cut off: the earlier checkpoint covers more entries',
  rewritten: 'the record was written anew: its entries are not those of the earlier checkpoint',
} as const satisfies Record<BundleFault['fault'] | RecordFault['fault'], string>

function main(args: readonly string[]): number {
  const { file, since } = readArguments(args)
  if (file === null) return unreadable(usage)
  const bytes = read(file)
  if (!bytes) return unreadable(`${file} cannot be read.`)
  const earlier = since === null ? null : readCheckpoint(since)
  if (earlier === undefined)
    return unreadable(`${since} is no checkpoint: it is the text that /api/record/checkpoint gives.`)
  if (looksLikeRecord(bytes)) return checkRecordFile(file, bytes, earlier)
  const proof = readProofFile(new TextDecoder().decode(bytes))
  if (proof) return checkProof(file, proof)
  if (earlier !== null) return unreadable(`--since needs the whole record, and ${file} is no file of it.`)
  return checkBundleFile(file, bytes)
}

/** A file may be made so that it cannot be held or walked at all, and that is told like everything else. */
function mainOrUnreadable(args: readonly string[]): number {
  try {
    return main(args)
  } catch (error) {
    return unreadable(`${args.join(' ')} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function readArguments(args: readonly string[]): { readonly file: string | null; readonly since: string | null } {
  const at = args.indexOf('--since')
  const since = at === -1 ? null : (args[at + 1] ?? null)
  const files = at === -1 ? args : args.filter((_, index) => index !== at && index !== at + 1)
  const [file = null, ...more] = files
  return more.length > 0 || (at !== -1 && since === null) ? { file: null, since } : { file, since }
}

/** @returns undefined for what is no checkpoint */
function readCheckpoint(file: string): string | undefined {
  const bytes = read(file)
  const note = bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  return note && parseCheckpoint(note) ? note : undefined
}

function checkBundleFile(file: string, bytes: Uint8Array): number {
  const reading = readBundle(bytes)
  if (reading.kind === 'notBundle') return unreadable(`${file} is not a file that Plenary made for verification.`)
  if (reading.kind === 'damaged') return notValid(file, [reading.fault])
  const verdict = verifyBundle(reading.bundle, verifySignature)
  if (!verdict.ok) return notValid(file, verdict.faults)
  console.log(bundleSummary(verdict.facts))
  return 0
}

function checkRecordFile(file: string, bytes: Uint8Array, since: string | null): number {
  const verdict = verifyRecord(bytes, verifyEd25519, since)
  if (!verdict.ok) return notValid(file, verdict.faults)
  console.log(recordSummary(verdict.facts))
  return 0
}

function checkProof(file: string, proof: EntryProof): number {
  const fault = entryProofFault(proof, verifyEd25519)
  if (fault) return notValid(file, [{ place: `record/${proof.number}`, fault }])
  const checkpoint = parseCheckpoint(proof.checkpoint)
  console.log(
    [
      `VALID: entry ${proof.number} stands in the record ${checkpoint?.origin}, of ${checkpoint?.size} entries`,
      `  entry         ${brief(proof.text)}`,
      `  workspace key ${proof.publicKey} (compare it with the published one)`,
    ].join('\n'),
  )
  return 0
}

function read(file: string): Uint8Array | null {
  try {
    return new Uint8Array(readFileSync(file))
  } catch {
    return null
  }
}

function unreadable(sentence: string): number {
  console.error(sentence)
  return 2
}

function notValid(file: string, faults: readonly (BundleFault | RecordFault)[]): number {
  console.error(`NOT VALID: ${file}`)
  for (const { place, fault, expected, found } of faults) {
    console.error(`  ${place}: ${faultTexts[fault]}`)
    if (expected !== undefined) console.error(`      expected ${brief(expected)}`)
    if (found !== undefined) console.error(`      found    ${brief(found)}`)
  }
  return 1
}

/** A digest whole, a longer text by its beginning. */
function brief(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 117)}...`
}

const witnessesText = (witnesses: readonly string[]): string =>
  witnesses.length === 0 ? 'co-signed by nobody' : `co-signed by ${witnesses.join(', ')}`

function bundleSummary(facts: BundleFacts): string {
  const { workspace, plan, tally, ngoTally, grade, proven } = facts
  const count = (one: { yes: number; no: number; abstain: number }) => `${one.yes}-${one.no}-${one.abstain}`
  const how = facts.method === 'passkey' ? 'passkey' : "password and the workspace's key"
  const form = facts.as === null ? '' : `, as ${facts.as === 'annex' ? 'an annex to the NAP' : 'a plan of its own'}`
  const proofs = proven
    ? [
        `  record        ${facts.entries} entries, each proven to stand in the signed record of ${proven.size}`,
        `  checkpoint    signed by the workspace, ${witnessesText(proven.witnesses)}`,
        `  minutes       ${proven.minutes} sealed, chained from the first`,
      ]
    : [
        `  record        ${facts.entries} entries, whole and chained where they are neighbours; no proofs in this older form`,
      ]
  return [
    `VALID: ${plan.title}, version ${facts.number} (${workspace.country})`,
    `  root          ${facts.root}`,
    `  sections      ${facts.sections}, each with its adopted digest; ${facts.waived} waived`,
    `  votes         ${facts.votes}, each decided again from its ballots`,
    `  whole plan    ${count(tally)} (yes-no-abstained), NGO seats ${count(ngoTally)}, ${grade?.level ?? ''}${grade?.suffix ? ` ${grade.suffix}` : ''}`,
    `  objections    ${facts.objections}, all shown before signing`,
    ...(facts.statements > 0
      ? [`  statements    ${facts.statements} of seats, printed with the texts, each word for word as recorded`]
      : []),
    ...(facts.voided > 0
      ? [`  voided        ${facts.voided} earlier decisions on these texts, by chair and Secretariat together`]
      : []),
    `  endorsed      ${instantToText(facts.endorsedAt)} by the National Co-ordinator, ${how}${form}`,
    ...proofs,
    `  workspace key ${workspace.publicKey} (compare it with the published one)`,
  ].join('\n')
}

function recordSummary({ witnessed, since, ...facts }: RecordFacts): string {
  const seen = witnessed ? `up to entry ${witnessed.size}, ${witnessesText(witnessed.witnesses)}` : 'by nobody yet'
  return [
    `VALID: the record ${facts.origin}`,
    `  entries       ${facts.entries}, each following from the one before`,
    `  head          ${facts.head}`,
    `  votes         ${facts.votes} with ${facts.ballots} ballots, each as recorded and decided again`,
    ...(facts.voided > 0 ? [`  voided        ${facts.voided} of these votes, by chair and Secretariat together`] : []),
    `  checkpoints   ${facts.checkpoints}, each signed over exactly these entries`,
    `  witnessed     ${seen}`,
    ...(since === null ? [] : [`  continues     the checkpoint of ${since} entries that was given`]),
    `  workspace key ${facts.publicKey} (compare it with the published one)`,
  ].join('\n')
}

process.exitCode = mainOrUnreadable(process.argv.slice(2))
