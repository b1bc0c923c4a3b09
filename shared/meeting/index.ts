export {
  floorKinds,
  floorStates,
  itemStates,
  itemTypes,
  manners,
  meetingKinds,
  replies,
  writtenItemTypes,
  type FloorKind,
  type FloorState,
  type ItemState,
  type ItemType,
  type Manner,
  type MeetingKind,
  type Reply,
  type WrittenItemType,
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
export { shortCheckInCode, typedCheckInCode } from './check-in-code.ts'
export { agendaLimit, gapless, isFixed, numbered, place, type PlacementProblem, type Spot } from './agenda.ts'
export {
  conveningProblems,
  conveningWarnings,
  forecastOf,
  startsFrom,
  type ConveningWarning,
  type Forecast,
} from './convening.ts'
export { meetingLimits, meetingSpanLimits } from './limits.ts'
export { nextInSeries, spanOn, type TemplateItem } from './series.ts'
export {
  daysLater,
  instantIn,
  isTimeZone,
  localDayPattern,
  localMinuteIn,
  localTimePattern,
  type LocalMinute,
} from './zoned-time.ts'
export { calendarDayIn, daysAfter, isCalendarDay, type CalendarDay } from './calendar-day.ts'
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
export { floorAfter, floorMoves, floorTargets, mayMoveFloor, type FloorMove, type FloorMover } from './floor-moves.ts'
export { itemAfter, itemMoves, startClock, stopClock, type ItemMove } from './item-moves.ts'
export { checkInFrom, checkInLeadMs, seatsPresent, speaksFor, staysThatCount } from './presence.ts'
