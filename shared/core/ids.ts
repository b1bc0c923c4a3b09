/**
 * Identifiers are opaque strings, branded so that a seat is never passed where a person is meant.
 * They are made by `deps.newId()` and parsed in one place each: `parseId` at the edge (a schema) or in a store.
 */
declare const brand: unique symbol
export type Id<K extends string> = string & { readonly [brand]: K }

export type PersonId = Id<'person'>
export type OrganisationId = Id<'organisation'>
export type GroupId = Id<'group'>
export type SeatId = Id<'seat'>
export type PlanId = Id<'plan'>
export type SectionId = Id<'section'>
export type SectionVersionId = Id<'sectionVersion'>
export type PlanVersionId = Id<'planVersion'>
export type MotionId = Id<'motion'>
/** An act on a vote that takes two persons. */
export type JointActId = Id<'jointAct'>
/** What a seat says to a vote that is over. */
export type VoteStatementId = Id<'voteStatement'>
export type BallotId = Id<'ballot'>
export type MeetingId = Id<'meeting'>
export type MeetingSeriesId = Id<'meetingSeries'>
/** The live text of an item's minutes has the item's id; that of a meeting's general remarks the meeting's. */
export type AgendaItemId = Id<'agendaItem'>
export type PaperId = Id<'paper'>
export type AttendanceId = Id<'attendance'>
/** A wish to speak. */
export type FloorRequestId = Id<'floorRequest'>
export type StatementId = Id<'statement'>
export type MinutesId = Id<'minutes'>
export type MinutesVersionId = Id<'minutesVersion'>
export type CorrectionId = Id<'correction'>
export type WitnessId = Id<'witness'>
/** The live text of terms of reference has their id. */
export type TermsId = Id<'terms'>
export type TermsVersionId = Id<'termsVersion'>
export type MemorandumId = Id<'memorandum'>
/** The election of a group's chair. */
export type ElectionId = Id<'election'>
/** A change of words that a seat proposes to a submitted text. */
export type AmendmentId = Id<'amendment'>
export type ActionItemId = Id<'actionItem'>
/** A CRDT document. A section's document has the section's id. */
export type DocumentId = Id<'document'>

/** What an id may look like: 1 to 64 characters that are safe in a URL and in a file name. */
export const idPattern = /^[A-Za-z0-9_-]{1,64}$/

export function isId(value: string): boolean {
  return idPattern.test(value)
}

/** The one place a plain string becomes a branded id. Callers have checked it (a schema) or made it (a store). */
export function asId<I extends Id<string>>(value: string): I {
  return value as I
}
