export { conveningRoutes, type ConveningRoutes } from './convening/routes.ts'
export { proposeUnfinished, takeBackMinutes } from './convening/unfinished.ts'
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
export { findItem, insertItem, itemsByMeeting, itemsOfMeeting, updateItem } from './agenda-store.ts'
export { attendanceOf, type NamedAttendance } from './attendance-store.ts'
export { floorRequestsOf } from './floor-store.ts'
export { readFloor } from './floor.ts'
export { createFloorCache, writeFloor, type FloorCache } from './floor-cache.ts'
export type { AgendaItem, ItemSubject, Meeting } from './meeting.ts'
export { invitationsOf, type MeetingInvitation } from './invitation-store.ts'
export { paperChecks, paperRoutes, prepareFiles, uploadRoutes, type PaperRoutes } from './papers/index.ts'
export type { MeetingParts, MinutesPort } from './ports.ts'
export { roomRoutes, type RoomRoutes } from './room/index.ts'
export { meetingRoutes, type MeetingRoutes } from './routes.ts'
export { meetingSettingsOf } from './settings-store.ts'
export { bodiesByMeeting, bodiesOf, findMeeting, insertMeeting, selectMeetings, updateMeeting } from './store.ts'
