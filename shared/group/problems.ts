import type { Constituency } from './seat.ts'

/** Refusals about groups, seats and representatives. */
export type GroupProblem =
  /** A seat has at most three alternates. [G3] */
  | { readonly type: 'too-many-alternates'; readonly limit: number }
  /** A seat has one head; somebody was first. [G3] */
  | { readonly type: 'seat-has-head' }
  /** The person already speaks for this seat. */
  | { readonly type: 'already-accredited' }
  /** Only a person of the seat's organisation speaks for it. [G3] */
  | { readonly type: 'not-of-organisation' }
  /** Nobody can be accredited for a vacant line. */
  | { readonly type: 'seat-without-organisation' }
  /** The Rapporteur and the Secretariat hold no voting seat. [G11] */
  | { readonly type: 'office-without-vote'; readonly office: string }
  /** This kind of organisation sits in another constituency; international organisations observe. [G4] */
  | { readonly type: 'constituency-mismatch'; readonly expected: Constituency }
  /** An organisation has one seat in a group, so that it has one ballot in a vote. */
  | { readonly type: 'organisation-already-seated'; readonly seatLabel: string }
  /** The seat is not, or no longer, as the act supposes: somebody else was first. */
  | { readonly type: 'seat-changed' }
  | { readonly type: 'accreditation-ended' }
  | { readonly type: 'group-code-taken' }
  /** A chair represents a voting seat of the group. [G6] */
  | { readonly type: 'chair-without-seat' }
  /** The National Co-ordinator chairs the NWG by office; nobody is set. [G6] */
  | { readonly type: 'chair-by-office' }
  /** Somebody else set the chair in the meantime. */
  | { readonly type: 'chair-changed' }
