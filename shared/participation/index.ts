export {
  addShares,
  authorAt,
  authorKinds,
  exchanged,
  frozenLetters,
  lengthOf,
  ngoShareOf,
  noText,
  shareOf,
  type AuthorKind,
  type Held,
  type Run,
  type TextShare,
} from './authorship.ts'
export {
  seatsOver,
  unsuspended,
  type Accredited,
  type MinimumFrom,
  type SeatFigures,
  type Shortfall,
  type Suspension,
} from './seats.ts'
export {
  endOf,
  figuresOf,
  inLineWith,
  ngoStands,
  standOf,
  voteEnds,
  type Cast,
  type EndedVote,
  type Stand,
  type VoteEnd,
  type VoteFigures,
} from './votes.ts'
export { readWritten, type ClientAt, type LogEntry, type Written } from './written.ts'
export { wholeYear, yearOf, yearsSince, yearSpan, type Span } from './year.ts'
