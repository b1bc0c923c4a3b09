import { asId, type AmendmentId } from '#shared/core'
import { amendmentText } from '#shared/amendment'
import { findVersion } from '#server/plan'
import type { RecordCheck } from '#server/record'
import { findAmendment } from './store.ts'

/** What the record vouches for in this slice: the words and the reason of every amendment. [A4, L1] */
export const amendmentChecks = [
  {
    act: 'amendment.proposed',
    fact: 'textDigest',
    async load(queries, entry) {
      const amendment = entry.subject === null ? null : await findAmendment(queries, asId<AmendmentId>(entry.subject))
      const version = amendment && (await findVersion(queries, amendment.proposedTo))
      return version ? { text: amendmentText({ ...amendment, base: version.digest }), digest: null } : null
    },
  },
] as const satisfies readonly RecordCheck[]
