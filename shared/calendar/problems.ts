export type CalendarProblem = {
  /** The person subscribed to as many calendars as one may have. */
  readonly type: 'too-many-calendars'
  readonly limit: number
}
