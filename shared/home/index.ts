export { alarmsOf } from './alarms.ts'
export type {
  FollowUpTask,
  HomeAlarm,
  HomeElection,
  HomeGroup,
  HomePlan,
  HomePlanVersion,
  HomeSection,
  HomeTask,
  HomeTerms,
  HomeVote,
} from './home.ts'
export { isNear, nextMeetingOf } from './meeting-tasks.ts'
export type { HomeActionItem, HomeMeeting, HomeMeetings, HomeMinutes, MeetingAlarm, MeetingTask } from './meetings.ts'
export { recordAlarms, recordTasks, type HomeRecord } from './record.ts'
export { planSteps, stepperOf, stepsOf, type PlanStep, type StepStanding } from './steps.ts'
export { isSettled, tasksFor } from './tasks.ts'
