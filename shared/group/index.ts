export type { GroupProblem } from './problems.ts'
export {
  alternatesPerSeat,
  constituencies,
  isVoting,
  type Constituency,
  type GroupKind,
  type RepresentativeRank,
} from './seat.ts'
export { composeGroup, type Composition, type CompositionSeat } from './composition.ts'
export { checkAccreditation, type AccreditationPerson, type AccreditationSeat } from './accreditation.ts'
export type { Group, GroupInFull, PersonName, Representative, Seat } from './group.ts'
export { defaultThematicGroups, nwgComposition, type CompositionLine, type ThematicGroupCode } from './template.ts'
export { groupCodeLimit, groupCodePattern, groupNameLimit, seatLabelLimit } from './limits.ts'
