import type { Office } from './people.ts'

/** Refusals about persons, sessions, offices and set-up. */
export type PeopleProblem =
  /** E-mail or password do not fit; which of the two is not said. */
  | { readonly type: 'sign-in-refused' }
  /** Told only to whoever has just shown that they are the person. */
  | { readonly type: 'access-suspended' }
  /** The signed-in person's own password, asked for again, does not fit. */
  | { readonly type: 'password-refused' }
  /** The password is the person's own name or e-mail address, or one character repeated. */
  | { readonly type: 'password-guessable' }
  | { readonly type: 'passkey-refused' }
  /** Browsers tie passkeys to a host name: an IP address has none, another host name is not ours. */
  | { readonly type: 'passkey-unavailable-here' }
  /** Removing it would leave the person without a way to sign in. */
  | { readonly type: 'only-passkey' }
  | { readonly type: 'email-taken' }
  | { readonly type: 'organisation-exists' }
  /** The person speaks for seats of the organisation they are to leave. [G3] */
  | { readonly type: 'person-holds-seat' }
  | { readonly type: 'person-suspended' }
  /** One holder at a time. [G1] */
  | { readonly type: 'office-held'; readonly office: Office; readonly holder: string }
  | { readonly type: 'office-already-held'; readonly office: Office }
  /** A term ends after it begins, and an office is not filled for the future. [G1] */
  | { readonly type: 'office-term' }
  /** The Rapporteur holds no other office. `by` is the one that stands in the way. [G11] */
  | { readonly type: 'rapporteur-incompatible'; readonly by: Office }
  /** Without a Secretariat nobody could run the workspace. */
  | { readonly type: 'last-secretariat' }
  /** Used, withdrawn, expired or never there: told apart to nobody. */
  | { readonly type: 'invitation-not-valid' }
  /** The duty's wording has changed since the page was opened. [D3] */
  | { readonly type: 'confidentiality-text-changed' }
  /** The workspace is set up already, or this is not the link of this start. */
  | { readonly type: 'setup-not-valid' }
