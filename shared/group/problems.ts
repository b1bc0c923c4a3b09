/** Refusals about groups, seats and representatives. */
export type GroupProblem =
  /** A seat has at most three alternates. [G3] */
  { readonly type: 'too-many-alternates'; readonly limit: number }
