export {
  floorKinds,
  floorStates,
  itemStates,
  itemTypes,
  manners,
  meetingKinds,
  replies,
  type FloorKind,
  type FloorState,
  type ItemState,
  type ItemType,
  type Manner,
  type MeetingKind,
  type Reply,
} from './kinds.ts'
export {
  isAhead,
  isUnderWay,
  mayMoveMeeting,
  meetingAfter,
  meetingMoves,
  meetingStates,
  type MeetingMove,
  type MeetingMover,
  type MeetingState,
} from './moves.ts'
export type { ConveningProblem, MeetingProblem } from './problems.ts'
export { defaultMeetingSettings, type MeetingSettings } from './settings.ts'
export { agendaLimit, numbered } from './agenda.ts'
export { queueOf, spokenMs } from './floor.ts'
export {
  attendanceIn,
  meetingYears,
  overdueSince,
  type Attendance,
  type AttendanceByConstituency,
  type HeldMeeting,
  type MeetingYear,
  type SeatStay,
} from './figures/figures.ts'
