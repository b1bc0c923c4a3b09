import { hc } from 'hono/client'
import type { HomeRoutes } from '../../server/home/routes.ts'
import { call } from './call.ts'
import { gate } from './gate.ts'

export type { HomeAnswer } from '#shared/home/schema'

const api = hc<HomeRoutes>('/api', gate.options)

export const fetchHome = () => call(api.home.$get())
