import type { OpenAPIHono } from '@hono/zod-openapi'
import type { AppEnv } from './router.ts'

/** `GET /openapi.json`: OpenAPI 3.1 of every route that is mounted on this router, before or after this call. */
export function describeApi(api: OpenAPIHono<AppEnv>): void {
  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Plenary',
      version: '1',
      description:
        'Moments are whole milliseconds since 1970-01-01T00:00:00Z. Refusals are application/problem+json (RFC 9457). ' +
        'Writing requests accept Idempotency-Key. Sign in with POST /api/session and send its cookie.',
    },
    servers: [{ url: '/api' }],
  })
}
