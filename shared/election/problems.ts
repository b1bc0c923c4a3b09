import type { ElectionId } from '#shared/core'
import type { ElectionState } from './election.ts'

/** Refusals about elections. */
export type ElectionProblem =
  /** Somebody else was first: the list is closed, under vote, or over. */
  | { readonly type: 'election-moved-on'; readonly state: ElectionState }
  /** A group elects one chair at a time. */
  | { readonly type: 'election-under-way'; readonly electionId: ElectionId }
  /** A candidate speaks for a voting seat of the group. [G6] */
  | { readonly type: 'candidate-without-seat' }
  | { readonly type: 'candidate-already-listed' }
  | { readonly type: 'election-without-candidates' }
