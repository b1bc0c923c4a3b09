import type { Digest } from '#shared/core'

/** What is wrong, and where: `record/118`, `votes/…`, `checkpoints/118`, `header`, `since`. */
export interface RecordFault {
  readonly place: string
  readonly fault:
    | 'unreadable'
    | 'altered'
    | 'missing'
    | 'unexpected'
    | 'outOfChain'
    | 'contentAltered'
    | 'decidedOtherwise'
    | 'signatureDiffers'
    | 'rootDiffers'
    | 'otherRecord'
    | 'cutOff'
    | 'rewritten'
  readonly expected?: string | undefined
  readonly found?: string | undefined
}

/** What a verified record proves, for a summary. */
export interface RecordFacts {
  readonly origin: string
  readonly publicKey: string
  readonly entries: number
  readonly head: Digest
  readonly votes: number
  readonly ballots: number
  /** Of the votes, those that were voided. [V13] */
  readonly voided: number
  readonly checkpoints: number
  /** The largest checkpoint that a witness co-signed, and who did: names of keys. */
  readonly witnessed: { readonly size: number; readonly witnesses: readonly string[] } | null
  /** Entries of the earlier checkpoint that this record continues. */
  readonly since: number | null
}

export type RecordVerdict =
  { readonly ok: true; readonly facts: RecordFacts } | { readonly ok: false; readonly faults: readonly RecordFault[] }
