import { asId, type TermsVersionId } from '#shared/core'
import type { RecordCheck } from '#server/record'
import { findVersion, versionText } from './version-store.ts'

/** What the record vouches for in this slice: text and settings of every version, from the entry of its submission. [E1, L1] */
export const termsChecks = [
  {
    act: 'termsVersion.submitted',
    fact: 'digest',
    async load(queries, entry) {
      const versionId = entry.subject === null ? null : asId<TermsVersionId>(entry.subject)
      const version = versionId && (await findVersion(queries, versionId))
      const text = versionId && (await versionText(queries, versionId))
      return version && text !== null ? { text, digest: version.digest } : null
    },
  },
] as const satisfies readonly RecordCheck[]
