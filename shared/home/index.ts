export { alarmsOf } from './alarms.ts'
export type { HomeAlarm, HomeGroup, HomePlan, HomePlanVersion, HomeSection, HomeTask, HomeVote } from './home.ts'
export { planSteps, stepperOf, stepsOf, type PlanStep, type StepStanding } from './steps.ts'
export { isSettled, tasksFor } from './tasks.ts'
