export { can, type Subject } from './can.ts'
export { access, type Action } from './table.ts'
export { actorRoles, type Actor, type ActorSeat } from './actor.ts'
