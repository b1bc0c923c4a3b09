import type { Actor } from '#shared/access'
import type { GroupId } from '#shared/core'
import type { FollowUp } from '#shared/motion'
import type { HomeElection, HomeGroup, HomeMeetings, HomePlan, HomeRecord, HomeTerms, HomeVote } from '#shared/home'

/**
 * What the home page asks of parts that come after it in the order of slices; app.ts hands it over. Each answers with
 * what this person may see and nothing else.
 */
export interface HomeSources {
  /** Both plans, the National Action Plan first. */
  plans(actor: Actor): Promise<readonly HomePlan[]>
  /** Votes that are open, or held for their NGO seats. */
  openVotes(actor: Actor): Promise<readonly HomeVote[]>
  /** What votes that are over, and acts of two on any vote, ask of this person. */
  followUps(actor: Actor): Promise<readonly FollowUp[]>
  /** Elections whose list is open. [G6, V12] */
  elections(actor: Actor): Promise<readonly HomeElection[]>
  /** Terms of reference that are submitted and not yet put to the vote. [G10] */
  terms(actor: Actor): Promise<readonly HomeTerms[]>
  /** Meetings that are not over, minutes that are not sealed, and what the person's seats have to do. */
  meetings(actor: Actor): Promise<HomeMeetings>
  /** Of every group. [M7] */
  cadences(): Promise<ReadonlyMap<GroupId, HomeGroup['cadence']>>
  /** How the record stands, and its witnesses. [L2] */
  record(): Promise<HomeRecord>
}
