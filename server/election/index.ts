export { callElection, moveElection, proposeCandidate, withdrawCandidate } from './acts.ts'
export { listElections, openLists, readElection } from './reading.ts'
export { electionRoutes, type ElectionRoutes } from './routes.ts'
export { electionSubject } from './subject.ts'
