export { minutesPort } from './port.ts'
export { minuteTakersOf, minutesOfMeeting } from './store.ts'
export { minutesVersionSubject } from './subject.ts'
export { pendingMinutes, type PendingMinutes } from './pending-store.ts'
