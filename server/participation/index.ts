export { participationRoutes, type ParticipationRoutes } from './routes.ts'
export { createParticipationThreads, type ParticipationThreads } from './threads.ts'
