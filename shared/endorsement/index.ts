export {
  bundleFormat,
  bundleText,
  firstBundleFormat,
  partsOf,
  sealBundle,
  type Bundle,
  type BundleEndorsement,
  type BundleEntry,
  type BundleFault,
  type BundleMinutes,
  type BundleProof,
  type BundleSeat,
  type BundleSection,
  type BundleSignature,
  type BundleStatement,
  type BundleVote,
  type UnsealedBundle,
} from './bundle.ts'
export {
  canonicalManifest,
  isAdoptedEntry,
  isSameContent,
  manifestChanges,
  manifestFormat,
  parseManifest,
  rootOf,
  type AdoptedEntry,
  type Annex,
  type Manifest,
  type ManifestChanges,
  type ManifestEntry,
  type WaivedEntry,
} from './manifest.ts'
export {
  endorsedStates,
  notePeriodMs,
  planVersionAfter,
  planVersionMovers,
  planVersionMoves,
  planVersionStates,
  reminderAfterMs,
  type PlanVersionMove,
  type PlanVersionState,
} from './moves.ts'
export type { EndorsementProblem, MissingReason, MissingSection } from './problems.ts'
export { reasonsLimit } from './limits.ts'
export { standingInRecord, type RecordedStatement } from './printed.ts'
export { readBundle, type BundleReading } from './read-bundle.ts'
export {
  canonicalStatement,
  challengeOf,
  endorsementForms,
  endorsementMethods,
  objectionIn,
  parseStatement,
  statementFormat,
  type EndorsementForm,
  type EndorsementMethod,
  type EndorsementStatement,
  type Objection,
} from './statement.ts'
export { verifyBundle, type BundleFacts, type Verdict } from './verify-bundle.ts'
export type { ProvenFacts } from './verify-proofs.ts'
export type { Signed, VerifySignature } from './verify-signature.ts'
