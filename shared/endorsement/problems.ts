/** Refusals about plan versions and the National Co-ordinator's acts. */
export type EndorsementProblem =
  /** The plan version is no longer in the state that the act needs. */
  { readonly type: 'plan-version-moved-on'; readonly state: string }
