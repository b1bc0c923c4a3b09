export { followAmendedText } from './amended-text.ts'
export { conveneMeeting } from './convening/convene.ts'
export { draftMeeting } from './convening/drafting.ts'
export { addItem } from './convening/items.ts'
export { replyToMeeting } from './convening/replying.ts'
export { beginSeries } from './convening/series.ts'
export { conveningRoutes, type ConveningRoutes } from './convening/routes.ts'
export { proposeUnfinished, takeBackMinutes } from './convening/unfinished.ts'
export {
  mayReadMeeting,
  mayReadOf,
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
export { addVersion } from './papers/change.ts'
export { paperChecks, paperRoutes, prepareFiles, uploadRoutes, type PaperRoutes } from './papers/index.ts'
export type { MeetingParts, MinutesPort } from './ports.ts'
export { checkIn, checkOut } from './room/attendance.ts'
export { finishItem, setCurrentItem } from './room/items.ts'
export { adjournMeeting, startMeeting } from './room/session.ts'
export { roomRoutes, type RoomRoutes } from './room/index.ts'
export { meetingRoutes, type MeetingRoutes } from './routes.ts'
export { groupCadences, readMeetingFigures, readSessions, type Cadence, type Sessions } from './figures.ts'
export { meetingFigureRoutes, type MeetingFigureRoutes } from './figure-routes.ts'
export { meetingsAhead, type MeetingAhead } from './ahead.ts'
export {
  bodiesByMeeting,
  bodiesOf,
  findMeeting,
  insertMeeting,
  meetingsById,
  meetingUnderWay,
  selectMeetings,
  updateMeeting,
} from './store.ts'
