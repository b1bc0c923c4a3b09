/** Refusals about plans, sections and their versions. */
export type PlanProblem =
  /** The version is no longer in the state that the act needs: somebody else was first. */
  { readonly type: 'version-moved-on'; readonly state: string }
