/** A small endorsed plan for tests: two adopted sections and a waived one, whole from texts to seal. */
import {
  asId,
  canonicalJson,
  sha256Hex,
  type Digest,
  type GroupId,
  type Json,
  type MeetingId,
  type MinutesId,
  type MotionId,
  type PersonId,
  type PlanId,
  type PlanVersionId,
  type SeatId,
  type SectionId,
  type SectionVersionId,
} from '#shared/core'
import type { RepresentativeRank } from '#shared/group'
import { decide, type Ballot, type Decision, type OpenedMotion, type Snapshot, type SubjectKind } from '#shared/motion'
import { approvalText, minutesChainStart, sealOf } from '#shared/minutes'
import {
  chainStart,
  checkpointText,
  emptyFrontier,
  entryDigest,
  grow,
  inclusionRanges,
  leafDigest,
  originOf,
  parseEntry,
  parseNote,
  parseSignatureLine,
  positionOf,
  rootOfFrontier,
  rootsOfRanges,
  workspaceNoteKey,
  workspaceSignature,
  writeNote,
} from '#shared/record'
import {
  bundleFormat,
  sealBundle,
  type Bundle,
  type BundleEntry,
  type BundleMinutes,
  type BundleProof,
  type BundleSignature,
  type BundleStatement,
  type BundleVote,
  type UnsealedBundle,
} from './bundle.ts'
import { canonicalManifest, manifestFormat, rootOf, type AdoptedEntry, type Manifest } from './manifest.ts'
import { standingInRecord } from './printed.ts'
import { canonicalStatement, objectionIn, statementFormat, type EndorsementStatement } from './statement.ts'

export interface Signer {
  /** Ed25519, base64url. */
  readonly publicKey: string
  sign(text: string): string
}

export const planVersionId: PlanVersionId = asId('plan-version-1')
const meeting = asId<MeetingId>('meeting-1')
const at = Date.UTC(2026, 10, 24, 10)

/** What a seat said to the vote on a section, by its place, or on the whole. */
interface Said extends Pick<BundleStatement, 'kind' | 'text'> {
  readonly vote: 0 | 1 | 2
  readonly seat: string
  /** The outcome was certified before; else after, if at all. */
  readonly late?: true
  /** Null where the record does not tell it; the head unless told. */
  readonly rank?: RepresentativeRank | null
  /** 1 unless told. */
  readonly number?: number
}

interface Input {
  readonly signer: Signer
  /** Two votes on sections and one on the whole, closed; text and kind are put in here. */
  readonly votes: readonly [OpenedMotion, OpenedMotion, OpenedMotion]
  /** In the order of time. */
  readonly said?: readonly Said[]
  /** Votes whose outcome is certified before the endorsement, by their place. */
  readonly certified?: readonly number[]
  /** Something done to the parts before they are sealed anew, as a forger with the workspace's key would. */
  readonly forge?: (bundle: UnsealedBundle) => UnsealedBundle
  /** Co-signs the checkpoint; its key is an entry of the record. */
  readonly witness?: { readonly verifierKey: string; cosign(note: string, at: number): string }
  /** Signs the statement with a passkey instead of the workspace's key. */
  readonly passkey?: (statement: string) => Extract<BundleSignature, { method: 'passkey' }>
}

export function buildBundle({ signer, votes, said = [], certified = [], forge, passkey, witness }: Input): Bundle {
  const texts = ['A referral within a day.', 'Every police school teaches it.'].map((words, index) =>
    canonicalJson({ format: 'plenary/section/1', plan: 'nap', section: { id: `section-${index}` }, words }),
  )
  const subjects = texts.map(text => sha256Hex(text))
  const sectionVotes = subjects.map((digest, index) =>
    held(votes[index as 0 | 1], `motion-${index}`, digest, 'section'),
  )
  const sections = subjects.map((digest, index): AdoptedEntry => ({
    sectionId: asId<SectionId>(`section-${index}`),
    code: `C.3.${index + 1}`,
    title: `Section ${index}`,
    group: 'Support and Protection',
    versionId: asId<SectionVersionId>(`version-${index}`),
    versionNumber: 1,
    digest,
    motionId: asId<MotionId>(`motion-${index}`),
    grade: sectionVotes[index]?.decision.grade ?? { level: 'SIMPLE', suffix: null },
  }))
  const manifest: Manifest = {
    format: manifestFormat,
    plan: { id: asId<PlanId>('plan'), kind: 'nap', title: 'National Action Plan' },
    number: 1,
    sections: [
      ...sections,
      { sectionId: asId<SectionId>('section-2'), code: 'C.3.3', title: 'Return', waived: 'Covered by another law.' },
    ],
  }
  const root = rootOf(manifest)
  const planVote = held(votes[2], 'motion-plan', root, 'plan')
  const workspace = { name: 'Response', country: 'Varnia', publicKey: signer.publicKey }
  const decisions = [...sections.map(({ code, title }, index) => ({ code, title, vote: sectionVotes[index] }))]
  const statement: EndorsementStatement = {
    format: statementFormat,
    act: 'endorse',
    workspace,
    plan: manifest.plan,
    planVersionId,
    number: 1,
    root,
    office: 'nationalCoordinator',
    personId: asId<PersonId>('coordinator'),
    method: passkey ? 'passkey' : 'workspaceKey',
    shown: {
      sections: 2,
      objections: [...decisions, { code: 'plan', title: manifest.plan.title, vote: planVote }].flatMap(
        ({ code, title, vote }) => {
          const objection = vote ? objectionIn(code, title, vote.decision) : null
          return objection ? [objection] : []
        },
      ),
      changesSince: null,
      changes: { added: ['C.3.1', 'C.3.2', 'C.3.3'], changed: [], removed: [] },
    },
    nonce: 'nonce',
  }
  const text = canonicalStatement(statement)
  const signature: BundleSignature = passkey?.(text) ?? { method: 'workspaceKey', signature: signer.sign(text) }
  const all = [...sectionVotes, planVote]
  const approval = approvalText({ motion: asId('motion-minutes'), at, grade: null })
  const minutesDigest = sha256Hex('minutes')
  const link = {
    number: 1,
    minutesId: asId<MinutesId>('minutes-1'),
    meetingId: meeting,
    digest: minutesDigest,
    approval,
    seal: sealOf(minutesChainStart, minutesDigest, approval),
  }
  const statements = said.map((one, index) => statementOf(one, index, all[one.vote]?.motion.snapshot.motionId))
  const spoken = { statements, certified }
  const record = recordOf(sections, all, spoken, root, text, signature, link, witness?.verifierKey)
  const standing = standingOf(statements, record)
  const { proofs, checkpoint } = proofsOf(record, signer)
  const unsealed: UnsealedBundle = {
    format: bundleFormat,
    workspace,
    version: { id: planVersionId, root, manifest: canonicalManifest(manifest) },
    sections: sections.map(({ code, sectionId, versionId }, index) => ({
      code,
      sectionId,
      versionId,
      text: texts[index] ?? '',
    })),
    votes: all.map((vote, index) => bundleVote(vote, sections[index]?.versionId ?? planVersionId)),
    ...(standing.length > 0 && { statements: standing }),
    endorsement: { at, method: statement.method, statement: text, signature },
    record,
    checkpoint: witness ? cosignedBy(witness, checkpoint) : checkpoint,
    proofs,
    minutes: [
      {
        group: { id: asId<GroupId>('group'), name: 'Group' },
        meetings: all.map(({ motion }) => ({
          motionId: motion.snapshot.motionId,
          meetingId: meeting,
          minutesId: link.minutesId,
        })),
        links: [link],
      },
    ],
  }
  return sealBundle(forge ? forge(unsealed) : unsealed, signer.sign)
}

const certifiedAt = at - 1_000

type SaidStatement = BundleStatement & { readonly rank: RepresentativeRank | null }

function statementOf(
  { vote: _vote, seat, late, rank = 'head', ...words }: Said,
  index: number,
  motionId?: MotionId,
): SaidStatement {
  return {
    rank,
    id: asId(`said-${index}`),
    motionId: motionId ?? asId('none'),
    seatId: asId<SeatId>(seat),
    number: 1,
    at: certifiedAt + (late ? 1 : -1),
    ...words,
  }
}

function standingOf(said: readonly SaidStatement[], record: readonly BundleEntry[]): readonly BundleStatement[] {
  const entries = record.map(({ text }) => parseEntry(text))
  const motions = [...new Set(said.map(({ motionId }) => motionId))]
  const standing = new Set(motions.flatMap(motionId => standingInRecord(entries, motionId).map(({ id }) => id)))
  return said.filter(({ id }) => standing.has(id)).map(({ rank: _rank, ...printed }) => printed)
}

interface HeldVote {
  readonly motion: OpenedMotion
  readonly decision: Decision
}

/** The same vote on this text. */
function held(motion: OpenedMotion, id: string, digest: Digest, kind: SubjectKind): HeldVote {
  const snapshot: Snapshot = { ...motion.snapshot, motionId: asId(id), subjectDigest: digest, subjectKind: kind }
  const events = motion.events.map(event => (event.type === 'ballot' ? ({ ...event, digest } satisfies Ballot) : event))
  return { motion: { rules: motion.rules, snapshot, events }, decision: decide(motion.rules, snapshot, events) }
}

function bundleVote({ motion, decision }: HeldVote, subjectId: string): BundleVote {
  const { rules, snapshot, events } = motion
  return {
    motionId: snapshot.motionId,
    subjectId,
    group: { id: asId<GroupId>('group'), name: 'Group' },
    frozen: canonicalJson({ rules, snapshot }),
    log: events.map(event => canonicalJson({ event, nonce: `nonce-${event.seq}` })),
    decision: canonicalJson(decision),
    seats: snapshot.electorate.map(({ seatId, constituency }) => ({
      seatId,
      label: seatId,
      organisation: `Organisation ${seatId}`,
      constituency,
    })),
  }
}

/** The entries that such a plan leaves in the record, chained from the start. */
function recordOf(
  sections: readonly AdoptedEntry[],
  votes: readonly HeldVote[],
  spoken: { readonly statements: readonly SaidStatement[]; readonly certified: readonly number[] },
  root: Digest,
  statement: string,
  signature: BundleSignature,
  { number, minutesId, meetingId, digest, seal }: BundleMinutes['links'][number],
  witnessKey: string | undefined,
): readonly BundleEntry[] {
  const entries: BundleEntry[] = []
  const append = (
    act: string,
    subject: string,
    when: number,
    facts: { readonly [name: string]: Json },
    seat: SeatId | null = null,
  ) => {
    const number = entries.length + 1
    const previous = entries.at(-1)?.digest ?? chainStart
    const text = canonicalJson({ number, at: when, act, actor: null, seat, subject, facts, previous })
    entries.push({ number, text, digest: entryDigest(text) })
  }
  if (witnessKey !== undefined) append('witness.keySet', 'witness', 0, { verifierKey: witnessKey })
  for (const [index, { motion, decision }] of votes.entries()) {
    const { snapshot } = motion
    const subject = sections[index]?.versionId ?? planVersionId
    const vote = bundleVote({ motion, decision }, subject)
    const digest = snapshot.subjectDigest
    append('motion.opened', vote.motionId, snapshot.openedAt, {
      digest,
      subject,
      meeting: meetingId,
      snapshotDigest: sha256Hex(vote.frozen),
    })
    const eventsDigest = sha256Hex(canonicalJson(vote.log.map(line => sha256Hex(line))))
    const { outcome, grade, tally } = decision
    append('motion.closed', vote.motionId, snapshot.closesAt, { digest, outcome, grade, tally, eventsDigest })
    if (index < sections.length) append('version.adopted', subject, snapshot.closesAt, { digest })
    else append('planVersion.adopted', subject, snapshot.closesAt, { root })
  }
  for (const { id: statement, motionId, seatId, kind, number, rank, at: when, text } of spoken.statements) {
    const facts = { statement, kind, number, textDigest: sha256Hex(text), ...(rank && { rank }) }
    append('motion.statementFiled', motionId, when, facts, seatId)
  }
  for (const index of spoken.certified) append('motion.certified', `motion-${index}`, certifiedAt, {})
  const act = { at, root, statement: sha256Hex(statement), signature: sha256Hex(canonicalJson(signature)) }
  append('endorsement.given', planVersionId, at, act)
  append('minutes.sealed', minutesId, at, { number, meeting: meetingId, digest, seal, previous: minutesChainStart })
  return entries
}

/** The checkpoint of a record of these entries, and the proof of each. */
export function proofsOf(record: readonly BundleEntry[], signer: Signer) {
  let tree = emptyFrontier
  const stored: Digest[] = []
  for (const { text } of record) {
    const grown = grow(tree, leafDigest(text))
    tree = grown.frontier
    stored.push(...grown.completed)
  }
  const text = checkpointText({ origin: originOf(signer.publicKey), size: tree.size, root: rootOfFrontier(tree) })
  const own = workspaceSignature(workspaceNoteKey(signer.publicKey), signer.sign(text))
  const proofs = record.map(({ number }, index): BundleProof => ({
    number,
    path: rootsOfRanges(inclusionRanges(index, tree.size), node => stored[positionOf(node)] ?? ''),
  }))
  return { proofs, checkpoint: writeNote({ text, signatures: [own] }) }
}

function cosignedBy(witness: NonNullable<Input['witness']>, note: string): string {
  const read = parseNote(note)
  const line = parseSignatureLine(witness.cosign(note, at))
  if (!read || !line) throw new Error('not to be co-signed')
  return writeNote({ text: read.text, signatures: [...read.signatures, line] })
}
