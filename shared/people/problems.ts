/** Refusals about persons, sessions, offices and set-up. */
export type PeopleProblem =
  /** E-mail or password do not fit; which of the two is not said. */
  { readonly type: 'sign-in-refused' } | { readonly type: 'email-taken' }
