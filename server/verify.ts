/**
 * `npm run verify -- FILE`: verifies an endorsed plan from its file alone, without network or database. [E6]
 *
 * Exit 0 valid; 1 not valid, naming each place; 2 unreadable or no such file at all.
 */
import { readFileSync } from 'node:fs'
import { instantToText } from '#shared/core'
import { readBundle, verifyBundle, type BundleFacts, type BundleFault } from '#shared/endorsement'
import { verifySignature } from './endorsement/node-signature.ts'

const faultTexts = {
  notCanonical: 'was changed after it was written',
  unreadable: 'cannot be read',
  missing: 'is missing',
  unexpected: 'does not belong here',
  digestDiffers: 'does not have the digest it should have',
  notSealed: 'is not covered by the seal',
  signatureDiffers: 'the signature does not fit',
  notAdopted: 'was not adopted',
  decidedOtherwise: 'the vote, decided again, comes out differently',
  otherText: 'is about another text',
  ballotOnOtherText: 'holds a ballot on another text',
  electorateDiffers: 'the seats shown are not those that were frozen',
  statementDiffers: 'the signed statement says something else',
  userNotVerified: 'the device did not verify its holder',
  notRecorded: 'is not in the record',
  chainBroken: 'breaks the chain',
  notIncluded: 'is not proven to stand in the signed record',
} as const satisfies Record<BundleFault['fault'], string>

function main(file: string | undefined): number {
  if (file === undefined) return unreadable('Usage: npm run verify -- FILE')
  const bytes = read(file)
  if (!bytes) return unreadable(`${file} cannot be read.`)
  const reading = readBundle(bytes)
  if (reading.kind === 'notBundle') return unreadable(`${file} is not a file that Plenary made for verification.`)
  if (reading.kind === 'damaged') return notValid(file, [reading.fault])
  const verdict = verifyBundle(reading.bundle, verifySignature)
  if (!verdict.ok) return notValid(file, verdict.faults)
  console.log(summary(verdict.facts))
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

function notValid(file: string, faults: readonly BundleFault[]): number {
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

function summary(facts: BundleFacts): string {
  const { workspace, plan, tally, ngoTally, grade } = facts
  const count = (one: { yes: number; no: number; abstain: number }) => `${one.yes}-${one.no}-${one.abstain}`
  const how = facts.method === 'passkey' ? 'passkey' : "password and the workspace's key"
  const form = facts.as === null ? '' : `, as ${facts.as === 'annex' ? 'an annex to the NAP' : 'a plan of its own'}`
  return [
    `VALID: ${plan.title}, version ${facts.number} (${workspace.country})`,
    `  root          ${facts.root}`,
    `  sections      ${facts.sections}, each with its adopted digest; ${facts.waived} waived`,
    `  votes         ${facts.votes}, each decided again from its ballots`,
    `  whole plan    ${count(tally)} (yes-no-abstained), NGO seats ${count(ngoTally)}, ${grade?.level ?? ''}${grade?.suffix ? ` ${grade.suffix}` : ''}`,
    `  objections    ${facts.objections}, all shown before signing`,
    `  endorsed      ${instantToText(facts.endorsedAt)} by the National Co-ordinator, ${how}${form}`,
    `  record        ${facts.entries} entries, whole and chained where they are neighbours`,
    `  workspace key ${workspace.publicKey} (compare it with the published one)`,
  ].join('\n')
}

process.exitCode = main(process.argv[2])
