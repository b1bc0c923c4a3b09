export type { GroupProblem } from './problems.ts'
export { constituencies, isVoting, type Constituency, type GroupKind, type RepresentativeRank } from './seat.ts'
export { composeGroup, type Composition, type CompositionSeat } from './composition.ts'
export { defaultThematicGroups, nwgComposition, type CompositionLine, type ThematicGroupCode } from './template.ts'
