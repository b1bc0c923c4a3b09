import {
  asId,
  sha256Hex,
  type CorrectionId,
  type MinutesId,
  type MinutesVersionId,
  type StatementId,
} from '#shared/core'
import type { RecordEntry } from '#shared/record'
import type { Queries } from '#server/db'
import type { RecordCheck, StoredText } from '#server/record'
import { correctionText } from './correcting.ts'
import { findCorrection } from './correction-store.ts'
import { findStatement } from './facts-store.ts'
import { findMinutes, findMinutesVersion, latestVersion } from './store.ts'

/** What the record vouches for in minutes: every circulated text, every seal, and what seats have filed. [M5, L1] */
export const minutesChecks = [
  { act: 'minutes.circulated', fact: 'digest', load: loadVersion },
  { act: 'minutes.erratumCirculated', fact: 'digest', load: loadVersion },
  { act: 'minutes.sealed', fact: 'seal', load: loadSealed },
  { act: 'statement.filed', fact: 'textDigest', load: loadStatement },
  { act: 'correction.proposed', fact: 'textDigest', load: loadCorrection },
  { act: 'correction.accepted', fact: 'reasonDigest', load: loadDisposition },
  { act: 'correction.refused', fact: 'reasonDigest', load: loadDisposition },
] as const satisfies readonly RecordCheck[]

async function loadVersion(queries: Queries, { facts }: RecordEntry): Promise<StoredText | null> {
  const { version: id } = facts
  const version = typeof id === 'string' ? await findMinutesVersion(queries, asId<MinutesVersionId>(id)) : null
  return version && { text: version.content, digest: version.digest }
}

/** What the seal covers, put together again from the text and the approval that are stored. */
async function loadSealed(queries: Queries, { subject, facts }: RecordEntry): Promise<StoredText | null> {
  const minutes = subject === null ? null : await findMinutes(queries, asId<MinutesId>(subject))
  const version = minutes && (await latestVersion(queries, minutes.id))
  const { previous, number } = facts
  if (!version || minutes.approval === null || typeof previous !== 'string') return null
  // Out of its place, or out of its state, it is not what was sealed.
  if (minutes.state !== 'sealed' || minutes.chainNumber !== number) return null
  return { text: previous + sha256Hex(version.content) + sha256Hex(minutes.approval), digest: minutes.seal }
}

async function loadStatement(queries: Queries, { subject }: RecordEntry): Promise<StoredText | null> {
  const statement = subject === null ? null : await findStatement(queries, asId<StatementId>(subject))
  return statement && { text: statement.text, digest: null }
}

async function loadCorrection(queries: Queries, { subject }: RecordEntry): Promise<StoredText | null> {
  const correction = subject === null ? null : await findCorrection(queries, asId<CorrectionId>(subject))
  return correction && { text: correctionText(correction), digest: null }
}

async function loadDisposition(queries: Queries, { act, subject }: RecordEntry): Promise<StoredText | null> {
  const correction = subject === null ? null : await findCorrection(queries, asId<CorrectionId>(subject))
  if (!correction?.disposition || act !== `correction.${correction.state}`) return null
  return { text: correction.disposition.reason, digest: null }
}
