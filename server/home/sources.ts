import type { Actor } from '#shared/access'
import type { HomePlan, HomeVote } from '#shared/home'

/**
 * What the home page asks of parts that come after it in the order of slices; app.ts hands it over. Each answers with
 * what this person may see and nothing else.
 */
export interface HomeSources {
  /** Both plans, the National Action Plan first. */
  plans(actor: Actor): Promise<readonly HomePlan[]>
  /** Votes that are open, or held for their NGO seats. */
  openVotes(actor: Actor): Promise<readonly HomeVote[]>
}
