export {
  mayReadMeeting,
  placeForAct,
  placeMeeting,
  seatsHeld,
  seatsInvited,
  subjectOf,
  type ActRefusal,
  type MeetingStanding,
  type PlacedMeeting,
} from './access.ts'
export { findItem, insertItem, itemsOfMeeting, updateItem } from './agenda-store.ts'
export { attendanceOf, type NamedAttendance } from './attendance-store.ts'
export { floorRequestsOf } from './floor-store.ts'
export { readFloor } from './floor.ts'
export type { AgendaItem, ItemSubject, Meeting } from './meeting.ts'
export type { MeetingParts, MinutesPort } from './ports.ts'
export { meetingRoutes, type MeetingRoutes } from './routes.ts'
export { bodiesByMeeting, bodiesOf, findMeeting, selectMeetings, updateMeeting } from './store.ts'
