import { hc } from 'hono/client'
import type { SetupRoutes } from '../../server/setup/routes.ts'
import { call } from './call.ts'

export type { SetupInput } from '#shared/people/schema'

const api = hc<SetupRoutes>('/api')

type Input = Parameters<typeof api.setup.$post>[0]['json']
export const checkSetupLink = (token: string) => call(api.setup[':token'].$get({ param: { token } }))
export const setUp = (json: Input) => call(api.setup.$post({ json }))
