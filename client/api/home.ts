import { hc } from 'hono/client'
import type { HomeRoutes } from '../../server/home/routes.ts'
import { call } from './call.ts'

export type { HomeAnswer } from '#shared/home/schema'

const api = hc<HomeRoutes>('/api')

export const fetchHome = () => call(api.home.$get())
