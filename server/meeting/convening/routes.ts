import { createRouter } from '#server/http'
import type { Deps } from '../../deps.ts'
import type { MeetingParts } from '../ports.ts'
import { agendaRoutes } from './agenda-routes.ts'
import { backlogRoutes } from './backlog-routes.ts'
import { meetingActRoutes } from './meeting-act-routes.ts'
import { seriesRoutes } from './series-routes.ts'

export type ConveningRoutes = ReturnType<typeof conveningRoutes>

/** Everything by which a meeting is prepared, up to the moment it begins. [workflow "Meeting"] */
export function conveningRoutes(deps: Deps, parts: MeetingParts) {
  return createRouter()
    .route('/', meetingActRoutes(deps, parts))
    .route('/', agendaRoutes(deps, parts))
    .route('/', backlogRoutes(deps, parts))
    .route('/', seriesRoutes(deps))
}
