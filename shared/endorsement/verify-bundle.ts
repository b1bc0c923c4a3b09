/**
 * Verifies an endorsed plan from its bundle alone. [E6]
 *
 * Each part is judged by itself, so that one altered part does not hide another; and since the file may come from
 * anybody, a part whose shape is not what it should be is a fault of that place and never an exception.
 */
import { canonicalJson, isBase64url, sha256Hex, type Digest, type Instant } from '#shared/core'
import { isAdopted, type Grade, type Tally } from '#shared/motion'
import { sectionFormat } from '#shared/plan'
import { readEntry } from '#shared/record'
import { verifyChainLinks } from './verify-record.ts'
import { partsOf, sealedText, type Bundle, type BundleFault, type BundleVote } from './bundle.ts'
import { isAdoptedEntry, parseManifest, type AdoptedEntry, type Manifest } from './manifest.ts'
import {
  objectionIn,
  parseStatement,
  type EndorsementMethod,
  type EndorsementForm,
  type Objection,
} from './statement.ts'
import { verifyPrinted } from './verify-printed.ts'
import { verifyProofs, type ProvenFacts } from './verify-proofs.ts'
import { verifySignatureOf, type VerifySignature } from './verify-signature.ts'
import { verifyVote, type VerifiedVote } from './verify-vote.ts'

/** What a verified bundle proves, for a summary. */
export interface BundleFacts {
  readonly workspace: Bundle['workspace']
  readonly plan: Manifest['plan']
  readonly number: number
  readonly root: Digest
  readonly sections: number
  readonly waived: number
  readonly votes: number
  /** Of the vote on the whole. */
  readonly tally: Tally
  readonly ngoTally: Tally
  readonly grade: Grade | null
  readonly objections: number
  /** Of seats, printed with the texts. */
  readonly statements: number
  /** Decisions on these texts that were undone before the ones shown, by the entries of the record. [V13] */
  readonly voided: number
  readonly endorsedAt: Instant
  readonly method: EndorsementMethod
  readonly as: EndorsementForm | null
  readonly entries: number
  /** Null for a file of the first form. */
  readonly proven: ProvenFacts | null
}

export type Verdict =
  { readonly ok: true; readonly facts: BundleFacts } | { readonly ok: false; readonly faults: readonly BundleFault[] }

const undoingActs: readonly string[] = ['version.voteVoided', 'planVersion.voteVoided']

export function verifyBundle(bundle: Bundle, verifySignature: VerifySignature): Verdict {
  const faults: BundleFault[] = []
  const judge = <T>(place: string, look: () => T): T | null => {
    try {
      return look()
    } catch {
      faults.push({ place, fault: 'unreadable' })
      return null
    }
  }

  judge('seal', () => faults.push(...sealFaults(bundle, verifySignature)))
  const manifest = judge('version', () => readManifest(bundle, faults))
  if (!manifest) return { ok: false, faults: distinct(faults) }

  const adopted = judge('version', () => manifest.sections.filter(isAdoptedEntry)) ?? []
  judge('sections', () => faults.push(...sectionFaults(bundle, adopted)))
  const votes = new Map<string, VerifiedVote>()
  for (const entry of adopted) judge(`votes/${entry.code}`, () => judgeSectionVote(bundle, entry, votes, faults))
  const planVote = judge('votes/plan', () => judgePlanVote(bundle, manifest, votes, faults))
  judge('votes', () => {
    for (const vote of bundle.votes) {
      if (!votes.has(vote.motionId)) faults.push({ place: `votes/${vote.motionId}`, fault: 'unexpected' })
    }
  })
  const statement = judge('endorsement', () => judgeEndorsement(bundle, manifest, votes, verifySignature, faults))
  judge('record', () => faults.push(...verifyChainLinks(bundle, adopted, votes)))
  judge('statements', () => faults.push(...verifyPrinted(bundle, votes)))
  const proven = judge('proofs', () => verifyProofs(bundle, faults, verifySignature))

  if (faults.length > 0 || !planVote || !statement) return { ok: false, faults: distinct(faults) }
  return {
    ok: true,
    facts: {
      workspace: bundle.workspace,
      plan: manifest.plan,
      number: manifest.number,
      root: bundle.version.root,
      sections: adopted.length,
      waived: manifest.sections.length - adopted.length,
      votes: bundle.votes.length,
      tally: planVote.decision.tally,
      ngoTally: planVote.decision.tallyByConstituency.NGO,
      grade: planVote.decision.grade,
      objections: statement.shown.objections.length,
      statements: bundle.statements?.length ?? 0,
      voided: bundle.record.filter(({ text }) => undoingActs.includes(readEntry(text)?.act ?? '')).length,
      endorsedAt: bundle.endorsement.at,
      method: bundle.endorsement.method,
      as: statement.as ?? null,
      entries: bundle.record.length,
      proven,
    },
  }
}

/** Every part, names and titles included, is what the workspace sealed. */
function sealFaults(bundle: Bundle, verifySignature: VerifySignature): readonly BundleFault[] {
  const { seal, ...unsealed } = bundle
  const faults: BundleFault[] = []
  const parts = partsOf(unsealed)
  for (const [place, part] of parts) {
    const found = sha256Hex(canonicalJson(part))
    const expected = seal.parts[place]
    if (expected === undefined) faults.push({ place, fault: 'notSealed', found })
    else if (expected !== found) faults.push({ place, fault: 'digestDiffers', expected, found })
  }
  for (const place of Object.keys(seal.parts)) if (!parts.has(place)) faults.push({ place, fault: 'missing' })
  const { publicKey } = bundle.workspace
  const signed = { kind: 'workspaceKey', publicKey, text: sealedText(seal.parts), signature: seal.signature } as const
  if (seal.format !== 'plenary/seal/1' || !isBase64url(seal.signature) || !verifySignature(signed)) {
    faults.push({ place: 'seal', fault: 'signatureDiffers' })
  }
  return faults
}

function readManifest({ version }: Bundle, faults: BundleFault[]): Manifest | null {
  const found = sha256Hex(version.manifest)
  if (found !== version.root) faults.push({ place: 'version', fault: 'digestDiffers', expected: version.root, found })
  const manifest = parseManifest(version.manifest)
  if (!manifest) faults.push({ place: 'version', fault: 'unreadable' })
  return manifest
}

/** Each section of the manifest stands in the file with exactly the text that was adopted, and no other does. [E1, E2] */
function sectionFaults(bundle: Bundle, adopted: readonly AdoptedEntry[]): readonly BundleFault[] {
  const faults: BundleFault[] = []
  const texts = new Map(bundle.sections.map(section => [section.versionId, section]))
  for (const { versionId, sectionId, code, digest } of adopted) {
    const place = `sections/${code}`
    const section = texts.get(versionId)
    texts.delete(versionId)
    if (!section) {
      faults.push({ place, fault: 'missing' })
      continue
    }
    const found = sha256Hex(section.text)
    if (found !== digest) faults.push({ place, fault: 'digestDiffers', expected: digest, found })
    if (section.sectionId !== sectionId || section.code !== code) faults.push({ place, fault: 'otherText' })
    if (!section.text.includes(`"format":"${sectionFormat}"`)) faults.push({ place, fault: 'unreadable' })
  }
  for (const section of texts.values()) faults.push({ place: `sections/${section.code}`, fault: 'unexpected' })
  return faults
}

function judgeSectionVote(
  bundle: Bundle,
  entry: AdoptedEntry,
  votes: Map<string, VerifiedVote>,
  faults: BundleFault[],
): void {
  const place = `votes/${entry.code}`
  const vote = bundle.votes.find(candidate => candidate.motionId === entry.motionId)
  if (!vote || vote.subjectId !== entry.versionId) {
    faults.push({ place, fault: 'missing' })
    return
  }
  const result = verifyVote(vote, place, entry.digest, 'section')
  faults.push(...result.faults)
  if (!result.verified) return
  votes.set(vote.motionId, result.verified)
  if (canonicalJson(result.verified.decision.grade) !== canonicalJson(entry.grade)) {
    faults.push({ place, fault: 'decidedOtherwise', expected: canonicalJson(entry.grade) })
  }
}

function judgePlanVote(
  bundle: Bundle,
  manifest: Manifest,
  votes: Map<string, VerifiedVote>,
  faults: BundleFault[],
): VerifiedVote | null {
  const vote = planVoteOf(bundle)
  if (!vote) {
    faults.push({ place: 'votes/plan', fault: 'missing' })
    return null
  }
  const kind = manifest.plan.kind === 'nap' ? 'plan' : 'annex'
  const result = verifyVote(vote, 'votes/plan', bundle.version.root, kind)
  faults.push(...result.faults)
  if (result.verified) votes.set(vote.motionId, result.verified)
  return result.verified
}

function planVoteOf(bundle: Bundle): BundleVote | undefined {
  return bundle.votes.find(vote => vote.subjectId === bundle.version.id)
}

/** The statement speaks of this version, shows every objection that the votes hold, and is signed. [E4] */
function judgeEndorsement(
  bundle: Bundle,
  manifest: Manifest,
  votes: ReadonlyMap<string, VerifiedVote>,
  verifySignature: VerifySignature,
  faults: BundleFault[],
) {
  const place = 'endorsement'
  const { statement: text, method, signature } = bundle.endorsement
  const statement = parseStatement(text)
  if (!statement) {
    faults.push({ place, fault: 'unreadable' })
    return null
  }
  const speaksOf = {
    planVersionId: bundle.version.id,
    root: bundle.version.root,
    number: manifest.number,
    plan: manifest.plan,
    workspace: bundle.workspace,
    act: 'endorse',
    office: 'nationalCoordinator',
    method,
    sections: manifest.sections.filter(isAdoptedEntry).length,
    objections: objectionsOf(bundle, manifest, votes),
  }
  const { planVersionId, root, number, plan, workspace, act, office, shown } = statement
  const { sections, objections } = shown
  const said = {
    planVersionId,
    root,
    number,
    plan,
    workspace,
    act,
    office,
    method: statement.method,
    sections,
    objections,
  }
  if (canonicalJson(said) !== canonicalJson(speaksOf)) {
    faults.push({ place, fault: 'statementDiffers', expected: canonicalJson(speaksOf), found: canonicalJson(said) })
  }
  if (signature.method !== method) faults.push({ place, fault: 'signatureDiffers' })
  const fault = verifySignatureOf(text, signature, bundle.workspace.publicKey, verifySignature)
  if (fault) faults.push({ place, fault })
  return statement
}

/** In the order of the manifest, the vote on the whole last: as the server showed them. */
export function objectionsOf(
  bundle: Pick<Bundle, 'votes' | 'version'>,
  manifest: Manifest,
  votes: ReadonlyMap<string, Pick<VerifiedVote, 'decision'>>,
): readonly Objection[] {
  const sections = manifest.sections
    .filter(isAdoptedEntry)
    .map(entry => ({ ...entry, vote: votes.get(entry.motionId) }))
  const plan = bundle.votes.find(vote => vote.subjectId === bundle.version.id)
  const whole = { code: 'plan', title: manifest.plan.title, vote: plan && votes.get(plan.motionId) }
  return [...sections, whole].flatMap(({ code, title, vote }) => {
    const objection = vote && isAdopted(vote.decision.outcome) ? objectionIn(code, title, vote.decision) : null
    return objection ? [objection] : []
  })
}

function distinct(faults: readonly BundleFault[]): readonly BundleFault[] {
  const seen = new Map(faults.map(fault => [`${fault.place} ${fault.fault}`, fault]))
  return [...seen.values()]
}
