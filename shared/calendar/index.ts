export { calendarFile, type CalendarEntry, type CalendarFile, type EntryStatus } from './calendar-file.ts'
export { calendarLimit } from './limits.ts'
export type { CalendarProblem } from './problems.ts'
