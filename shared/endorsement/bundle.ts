/**
 * The file with which anybody can verify an endorsed plan, without the server and without trusting it. [E6]
 *
 *   sections ──digest──▶ manifest ──root──▶ plan vote ──▶ statement ──signature──▶ National Co-ordinator
 *      ▲                                                      ▲
 *      └── a vote each: frozen snapshot and log, decided again └── objections, found again in the votes
 *
 * Texts that a digest or a signature covers stand in it as strings, byte for byte. The record's excerpt ties votes and
 * act to the workspace's chain, proofs tie each of its entries to a checkpoint that witnesses may have co-signed. The seal, by the workspace key, covers every part, names and titles included. Written
 * down in docs/bundle.md.
 */
import {
  canonicalJson,
  sha256Hex,
  type Digest,
  type GroupId,
  type Instant,
  type Json,
  type MeetingId,
  type MinutesId,
  type MotionId,
} from '#shared/core'
import type { PlanVersionId, SeatId, SectionId, SectionVersionId, VoteStatementId } from '#shared/core'
import type { StatementKind, VotingConstituency } from '#shared/motion'
import type { EndorsementMethod } from './statement.ts'

export const bundleFormat = 'plenary/bundle/2'
/** Of releases whose record had no tree: no checkpoint, no proofs, no minutes. It still verifies for what it holds. */
export const firstBundleFormat = 'plenary/bundle/1'
export const sealFormat = 'plenary/seal/1'

export type Bundle = {
  readonly format: typeof bundleFormat | typeof firstBundleFormat
  /** `publicKey`: Ed25519, 32 bytes, base64url. Compare it with the one that the country publishes. */
  readonly workspace: { readonly name: string; readonly country: string; readonly publicKey: string }
  readonly version: { readonly id: PlanVersionId; readonly root: Digest; readonly manifest: string }
  /** In the order of the manifest; waived sections have no text. */
  readonly sections: readonly BundleSection[]
  /** The votes on the sections in the order of the manifest, then the vote on the whole. */
  readonly votes: readonly BundleVote[]
  /** What seats said to these votes and stood at the endorsement, in the order of the votes. Absent where none did. [V13] */
  readonly statements?: readonly BundleStatement[]
  readonly endorsement: BundleEndorsement
  /** Entries of the record about these texts, votes and acts, in their order. */
  readonly record: readonly BundleEntry[]
  /** The signed note of a checkpoint that covers these entries, with its co-signatures. Not in the first form. */
  readonly checkpoint?: string
  /** That each of these entries stands in the record of the checkpoint. Not in the first form. */
  readonly proofs?: readonly BundleProof[]
  /** The chains of minutes of the groups that voted in meetings. Not in the first form. */
  readonly minutes?: readonly BundleMinutes[]
  readonly seal: BundleSeal
}

export type BundleSection = {
  readonly code: string
  readonly sectionId: SectionId
  readonly versionId: SectionVersionId
  readonly text: string
}

export type BundleVote = {
  readonly motionId: MotionId
  /** The section version or plan version voted on. */
  readonly subjectId: string
  readonly group: { readonly id: GroupId; readonly name: string }
  /** Canonical JSON of `{rules, snapshot}`. */
  readonly frozen: string
  /** Canonical JSON of `{event, nonce}`, each, in the order of the log. */
  readonly log: readonly string[]
  /** Canonical JSON of what was decided. */
  readonly decision: string
  /** Who the seats are, by organisation. Persons appear by an opaque id only. [E10] */
  readonly seats: readonly BundleSeat[]
}

export type BundleSeat = {
  readonly seatId: SeatId
  readonly label: string
  readonly organisation: string
  readonly constituency: VotingConstituency
}

/** In the seat's own words; the votes name its organisation, and no person is named. */
export type BundleStatement = {
  readonly id: VoteStatementId
  readonly motionId: MotionId
  readonly seatId: SeatId
  readonly kind: StatementKind
  /** From 1 within vote, seat and kind. */
  readonly number: number
  readonly at: Instant
  readonly text: string
}

export type BundleEndorsement = {
  readonly at: Instant
  readonly method: EndorsementMethod
  readonly statement: string
  readonly signature: BundleSignature
}

/** Byte strings are base64url. `publicKey` of a passkey is a COSE key (RFC 9052). */
export type BundleSignature =
  | {
      readonly method: 'passkey'
      readonly authenticatorData: string
      readonly clientDataJSON: string
      readonly signature: string
      readonly publicKey: string
      readonly rpId: string
      readonly origin: string
    }
  | { readonly method: 'workspaceKey'; readonly signature: string }

export type BundleEntry = { readonly number: number; readonly text: string; readonly digest: Digest }

/** As RFC 9162, section 2.1.3, for leaf `number − 1` of the checkpoint's tree. */
export type BundleProof = { readonly number: number; readonly path: readonly Digest[] }

/** A group's sealed minutes from the first to the last that the votes of this file need. Digests alone. [M5] */
export type BundleMinutes = {
  readonly group: { readonly id: GroupId; readonly name: string }
  /** Votes of this file that were held in a meeting; its minutes, once they are sealed. */
  readonly meetings: readonly {
    readonly motionId: MotionId
    readonly meetingId: MeetingId
    readonly minutesId: MinutesId | null
  }[]
  readonly links: readonly {
    readonly number: number
    readonly minutesId: MinutesId
    readonly meetingId: MeetingId
    readonly digest: Digest
    /** Canonical JSON. */
    readonly approval: string
    readonly seal: Digest
  }[]
}

/** Digest of each part by its place, and the workspace key's signature over them all. */
export type BundleSeal = {
  readonly format: typeof sealFormat
  readonly parts: { readonly [place: string]: Digest }
  readonly signature: string
}

export type UnsealedBundle = Omit<Bundle, 'seal'>

/** What is wrong, and where: `sections/C.1.1`, `votes/C.1.1`, `statements/C.1.1/2`, `endorsement`, `record/118`, `line 7`. */
export type BundleFault = {
  readonly place: string
  readonly fault:
    | 'notCanonical'
    | 'unreadable'
    | 'missing'
    | 'unexpected'
    | 'digestDiffers'
    | 'notSealed'
    | 'signatureDiffers'
    | 'notAdopted'
    | 'notCertified'
    | 'decidedOtherwise'
    | 'otherText'
    | 'ballotOnOtherText'
    | 'electorateDiffers'
    | 'statementDiffers'
    | 'userNotVerified'
    | 'notRecorded'
    | 'chainBroken'
    | 'notIncluded'
  readonly expected?: string | undefined
  readonly found?: string | undefined
}

/** Where each part stands, as faults name it, with the part itself. */
export function partsOf(bundle: UnsealedBundle): ReadonlyMap<string, Json> {
  const { format, workspace, version, sections, votes, endorsement, record, checkpoint, proofs, minutes } = bundle
  const codes = codesOf(bundle)
  return new Map<string, Json>([
    ['format', format],
    ['workspace', workspace],
    ['version', version],
    ...sections.map((section): [string, Json] => [`sections/${section.code}`, section]),
    ...votes.map((vote): [string, Json] => [`votes/${codes.get(vote.subjectId) ?? 'plan'}`, vote]),
    ...[...placesOfStatements(bundle)].map(([statement, place]): [string, Json] => [place, statement]),
    ['endorsement', endorsement],
    ...record.map((entry): [string, Json] => [`record/${entry.number}`, entry]),
    ...(checkpoint === undefined ? [] : [['checkpoint', checkpoint] as const]),
    ...(proofs ?? []).map((proof): [string, Json] => [`proofs/${proof.number}`, proof]),
    ...(minutes ?? []).map((one): [string, Json] => [`minutes/${one.group.name}`, one]),
    // The parts by name hold each part; this holds that there are no others and that they stand in this order.
    [
      'order',
      [
        ...sections.map(({ code }) => code),
        ...votes.map(vote => vote.motionId),
        ...(bundle.statements ?? []).map(statement => statement.id),
        ...record.map(entry => entry.number),
        ...(proofs ?? []).map(proof => proof.number),
        ...(minutes ?? []).map(one => one.group.name),
      ],
    ],
  ])
}

/** Of a section's vote its code, then the place among what was said to it: `statements/C.1.1/2`. */
export function placesOfStatements(
  bundle: Pick<Bundle, 'sections' | 'votes' | 'statements'>,
): ReadonlyMap<BundleStatement, string> {
  const codes = codesOf(bundle)
  const subjects = new Map<string, string>(bundle.votes.map(vote => [vote.motionId, vote.subjectId]))
  const counts = new Map<string, number>()
  return new Map(
    (bundle.statements ?? []).map(statement => {
      const code = codes.get(subjects.get(statement.motionId) ?? '') ?? 'plan'
      const count = (counts.get(code) ?? 0) + 1
      counts.set(code, count)
      return [statement, `statements/${code}/${count}`]
    }),
  )
}

/** The code of each section by the version that stands in it. */
export function codesOf({ sections }: Pick<Bundle, 'sections'>): ReadonlyMap<string, string> {
  return new Map(sections.map(section => [section.versionId, section.code]))
}

/** @param sign the workspace key's signature over a text, base64url */
export function sealBundle(bundle: UnsealedBundle, sign: (text: string) => string): Bundle {
  const parts = Object.fromEntries([...partsOf(bundle)].map(([place, part]) => [place, sha256Hex(canonicalJson(part))]))
  return { ...bundle, seal: { format: sealFormat, parts, signature: sign(sealedText(parts)) } }
}

export function sealedText(parts: BundleSeal['parts']): string {
  return canonicalJson({ format: sealFormat, parts })
}

/**
 * The file: one JSON object, canonical within its lines, one line for each part, so that a damaged byte can be told by
 * its line and two files can be compared by eye.
 */
export function bundleText(bundle: Bundle): string {
  const list = (items: readonly Json[]) => `[\n${items.map(canonicalJson).join(',\n')}\n]`
  const members = [
    `"format":${canonicalJson(bundle.format)}`,
    `"workspace":${canonicalJson(bundle.workspace)}`,
    `"version":${canonicalJson(bundle.version)}`,
    `"sections":${list(bundle.sections)}`,
    `"votes":${list(bundle.votes)}`,
    ...(bundle.statements ? [`"statements":${list(bundle.statements)}`] : []),
    `"endorsement":${canonicalJson(bundle.endorsement)}`,
    `"record":${list(bundle.record)}`,
    ...(bundle.checkpoint === undefined ? [] : [`"checkpoint":${canonicalJson(bundle.checkpoint)}`]),
    ...(bundle.proofs ? [`"proofs":${list(bundle.proofs)}`] : []),
    ...(bundle.minutes ? [`"minutes":${list(bundle.minutes)}`] : []),
    `"seal":${canonicalJson(bundle.seal)}`,
  ]
  return `{\n${members.join(',\n')}\n}\n`
}
