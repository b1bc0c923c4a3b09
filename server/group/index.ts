export { accredit, endAccreditation, type NewAccreditation } from './accreditation.ts'
export { loadActor } from './actor-store.ts'
export { electorate, presidingCoordinatorId, votingSeats, type VotingSeat } from './electorate.ts'
export { createGroup, setChair, type GroupChange, type NewGroup } from './groups.ts'
export { groupRoutes, type GroupRoutes } from './routes.ts'
export { groupMemberPersonIds, loadGroup, loadGroups } from './seat-store.ts'
export { changeSeat, createSeat, type NewSeat, type SeatAct } from './seats.ts'
export { readGroups } from './service.ts'
export { meetingSettingsOf, settingsByGroup } from './meeting-settings-store.ts'
export {
  chairSetOn as chairOf,
  findGroup,
  findGroupByCode,
  listGroups,
  ruleSetOf,
  ruleSetsByGroup,
  updateSettings,
} from './store.ts'
